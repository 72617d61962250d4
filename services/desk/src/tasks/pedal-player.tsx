import type { EvidenceId, Language } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { deskAssetPaths } from '../frame/desk-assets.ts';

/** The keys of the player, as `pedals.js` knows them: no browser and no keyboard layout of ours gives them a meaning. */
const pedals = [
  { pedal: 'play', key: 'F2' },
  { pedal: 'back', key: 'F4' },
  { pedal: 'slower', key: 'F8' },
  { pedal: 'faster', key: 'Shift+F8' },
] as const;

/**
 * Draws a recording with keys that work while its words are typed, as a foot pedal does.
 *
 * Guarantee: without scripts the browser's own player stands there alone; each key is also a button that says which it is.
 */
export function PedalPlayer({ language, evidenceId }: { language: Language; evidenceId: EvidenceId }) {
  const { transcription } = words(language).stations;
  return (
    <section class="pedals" data-pedals aria-label={transcription.listen}>
      <audio
        class="player"
        controls
        preload="auto"
        src={`/evidence/${evidenceId}`}
        aria-label={transcription.listen}
      ></audio>
      <div class="row-buttons" data-with-script hidden>
        {pedals.map(({ pedal, key }) => (
          <button class="button button-secondary" type="button" data-pedal={pedal} aria-keyshortcuts={key}>
            {transcription.pedals[pedal]} <kbd>{keyName(key, language)}</kbd>
          </button>
        ))}
        <span role="status">
          {transcription.speed} <strong data-speed></strong>
        </span>
      </div>
      <p class="quiet" data-with-script hidden>
        {transcription.pedalsHint}
      </p>
      <script type="module" src={deskAssetPaths.pedals}></script>
    </section>
  );
}

function keyName(key: string, language: Language): string {
  return language === 'fr' ? key.replace('Shift+', 'Maj + ') : key.replace('+', ' + ');
}
