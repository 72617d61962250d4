import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { type StationKeys, stationTools } from '../keys/key-choice.ts';
import { keyName } from '../keys/key-name.ts';

/**
 * Draws the tools of the pictures, and the one that undoes: each is a button that says its key.
 *
 * Guarantee: without scripts there are none, and nothing needs them: a picture is a link to itself.
 */
export function StationTools({ language, keys }: { language: Language; keys: StationKeys }) {
  const { station } = words(language).work;
  return (
    <section class="station-tools" aria-label={station.toolsTitle} data-tools hidden>
      <div class="row-buttons">
        {stationTools.map((tool) => (
          <button class="button button-secondary" type="button" data-tool={tool} data-key={keys[tool]}>
            {station.tools[tool]}
            {keys[tool] === '' ? null : (
              <span data-keys="on">
                {' '}
                <kbd>{keyName(keys[tool], language)}</kbd>
              </span>
            )}
          </button>
        ))}
        <span
          role="status"
          data-said
          data-undone={station.undone}
          data-nothing={station.nothingToUndo}
        ></span>
      </div>
      <p class="quiet">
        <span data-keys="on">{station.keysHint}</span>
        <span data-keys="off" hidden>
          {station.keysOff}
        </span>{' '}
        <a href="/keys">{station.keysChoose}</a>
      </p>
    </section>
  );
}
