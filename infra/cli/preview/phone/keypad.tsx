import type { Language } from '@guichet/kernel';
import { phoneWords } from './phone-words.ts';

/** The keys of a telephone in the order they lie. Source: ITU-T E.161 */
const keys = '123456789*0#';

/** Draws a telephone's keypad; each key is a button of one form. */
export function Keypad({ language, action, acts }: { language: Language; action: string; acts: number }) {
  const say = phoneWords[language];
  return (
    <form class="phone-keypad" method="post" action={action} aria-label={say.keypad}>
      <input type="hidden" name="act" value="key" />
      <input type="hidden" name="at" value={acts} />
      {[...keys].map((key, index) => (
        <button class="phone-key" type="submit" name="key" value={key} id={`key-${index}`}>
          <span class="phone-key-figure">{key}</span>{' '}
          <span class="phone-key-letters">{say.keyLetters[index]}</span>
        </button>
      ))}
    </form>
  );
}
