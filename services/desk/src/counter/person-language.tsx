import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { personLanguageName } from './counter-form.ts';

/** Draws the choice of the language in which the person will be answered. */
export function PersonLanguage({ language, chosen }: { language: Language; chosen: Language }) {
  const { work } = words(language);
  return (
    <fieldset class="field person-language">
      <legend class="label">{work.counter.personLanguage}</legend>
      <div class="options options-inline">
        {(['fr', 'en'] as const).map((one) => (
          <div class="option">
            <input
              type="radio"
              id={`person-${one}`}
              name={personLanguageName}
              value={one}
              checked={one === chosen}
            />
            <label for={`person-${one}`}>{work.case.languages[one]}</label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
