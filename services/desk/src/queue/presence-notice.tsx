import type { Reference } from '@guichet/kernel';
import { deskAssetPaths } from '../frame/desk-assets.ts';

/** Draws the line of a case's page that says who else has it open, empty until somebody has; without scripts it stays so. */
export function PresenceNotice({ reference }: { reference: Reference }) {
  return (
    <>
      <p class="lookers" role="status" data-looking={`/cases/${reference}/lookers`} hidden></p>
      <script type="module" src={deskAssetPaths.queue}></script>
    </>
  );
}
