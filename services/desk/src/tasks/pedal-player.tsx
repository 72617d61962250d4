import type { EvidenceId, Language } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { deskAssetPaths } from '../frame/desk-assets.ts';
import { type PedalKeys, pedals } from '../keys/key-choice.ts';
import { keyName } from '../keys/key-name.ts';

export interface PedalPlayerProps {
  language: Language;
  evidenceId: EvidenceId;
  keys: PedalKeys;
  /** Where other keys are chosen. */
  keysHref: string;
}

/**
 * Draws a recording with keys that work while its words are typed, as a foot pedal does.
 *
 * Guarantee: without scripts the browser's own player stands there alone; each key is also a button that says which it is.
 */
export function PedalPlayer({ language, evidenceId, keys, keysHref }: PedalPlayerProps) {
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
        {pedals.map((pedal) => (
          <button class="button button-secondary" type="button" data-pedal={pedal} data-key={keys[pedal]}>
            {transcription.pedals[pedal]}
            {keys[pedal] === '' ? null : <PedalKey name={keyName(keys[pedal], language)} />}
          </button>
        ))}
        <span role="status">
          {transcription.speed} <strong data-speed></strong>
        </span>
      </div>
      <p class="quiet" data-with-script hidden>
        <span data-keys="on">{transcription.pedalsHint}</span>
        <span data-keys="off" hidden>
          {transcription.pedalsOff}
        </span>{' '}
        <a href={keysHref}>{transcription.pedalsChoose}</a>
      </p>
      <script type="module" src={deskAssetPaths.pedals}></script>
    </section>
  );
}

function PedalKey({ name }: { name: string }) {
  return (
    <span data-keys="on">
      {' '}
      <kbd>{name}</kbd>
    </span>
  );
}
