import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';

/**
 * Holds the line that says whether the counter is without network, and what waits to be sent.
 *
 * Guarantee: empty until a script fills it; without scripts there is no counter without network.
 */
export function KeptBar({ language }: { language: Language }) {
  const { kept } = words(language).work;
  return (
    <div
      class="kept-bar no-print"
      data-kept
      data-offline={kept.offline}
      data-offline-none={kept.offlineNone}
      data-not-kept={kept.notKept}
      data-late={kept.late}
      data-waiting-one={kept.waitingOne}
      data-waiting-many={kept.waitingMany}
      data-sending={kept.sending}
      data-sent-one={kept.sentOne}
      data-sent-many={kept.sentMany}
      data-wrong-one={kept.wrongOne}
      data-wrong-many={kept.wrongMany}
      data-sign-in-one={kept.signInOne}
      data-sign-in-many={kept.signInMany}
      data-others-one={kept.othersOne}
      data-others-many={kept.othersMany}
    >
      <p role="status"></p>
      <a href="/counter/kept" hidden>
        {kept.see}
      </a>
    </div>
  );
}
