import type { Language } from '@guichet/kernel';
import { deskActs, type LetterKeys } from './desk-letters.ts';
import { words } from './words.ts';

/**
 * Lists the keyboard shortcuts, lets a person turn them off, and leads to the page where keys are chosen.
 *
 * Shape: `desk.js` reads from this list which key does what; the palette reads what each is called, in both languages.
 * Source: WCAG 2.2, 2.1.4 (single-character shortcuts can be turned off or remapped)
 */
export function DeskKeys({ language, letters }: { language: Language; letters: LetterKeys }) {
  const { keys } = words(language).desk;
  const other = words(language === 'fr' ? 'en' : 'fr').desk.keys;
  return (
    <details class="desk-keys" id="desk-keys">
      <summary>{keys.title}</summary>
      <dl>
        {deskActs
          .filter((act) => letters[act] !== '')
          .map((act) => (
            <div>
              <dt>
                <kbd data-does={act} data-pressed={letters[act]} data-also={other.does[act]}>
                  {letterName(letters[act])}
                </kbd>
              </dt>
              <dd>{keys.does[act]}</dd>
            </div>
          ))}
      </dl>
      <button
        type="button"
        class="link"
        hidden
        data-keys-switch
        data-on={keys.turnOn}
        data-off={keys.turnOff}
      >
        {keys.turnOff}
      </button>
      <p>
        <a href="/keys">{keys.choose}</a>
      </p>
    </details>
  );
}

/** Writes a key as it stands on a keyboard. */
function letterName(key: string): string {
  return key === '-' ? '−' : key.toUpperCase();
}
