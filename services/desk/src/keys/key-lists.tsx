import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { keyName } from './key-name.ts';

export interface KeyListsProps {
  language: Language;
  /** What each key does, by the name of its control, in order. */
  names: Readonly<Record<string, string>>;
  /** The keys that can be chosen. */
  choices: readonly string[];
  chosen: Readonly<Record<string, string>>;
  /** Names whose key another of them has. */
  twice: readonly string[];
}

/** Draws a list of keys for each of some names; a key may also be pressed on its list. */
export function KeyLists({ language, names, choices, chosen, twice }: KeyListsProps) {
  const { keys } = words(language).desk;
  return (
    <>
      {Object.entries(names).map(([name, does]) => {
        const id = `key-${name}`;
        const isTwice = twice.includes(name);
        return (
          <div class={isTwice ? 'field field-wrong' : 'field'}>
            <label class="label" for={id}>
              {does}
            </label>
            {isTwice ? (
              <p class="error" id={`${id}-error`}>
                {keys.twice(keyName(chosen[name] ?? '', language), does)}
              </p>
            ) : null}
            <select
              class="input"
              id={id}
              name={name}
              data-press
              aria-invalid={isTwice ? 'true' : undefined}
              aria-describedby={isTwice ? `${id}-error` : undefined}
            >
              <option value="">{keys.none}</option>
              {choices.map((key) => (
                <option value={key} selected={key === chosen[name]}>
                  {keyName(key, language)}
                </option>
              ))}
            </select>
          </div>
        );
      })}
    </>
  );
}
