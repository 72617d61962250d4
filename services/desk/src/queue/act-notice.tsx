import { formatReference, type Language } from '@guichet/kernel';
import { CsrfField, errorWords, Notice, words } from '@guichet/pages';
import type { ActOutcome } from './act-outcome.ts';

/** Unit: seconds. Where scripts run the notice then goes; elsewhere it stays, and undoes for as long as it can. */
const undoSeconds = 10;

/** Draws what became of the cases acted on, with the button that undoes it. */
export function ActNotice({
  language,
  csrf,
  outcome,
  back,
}: {
  language: Language;
  csrf: string;
  outcome: ActOutcome;
  /** The filters of the page, to come back to. */
  back: string;
}) {
  const { acts } = words(language).queue;
  const { kind, id, done, already, over, refused } = outcome;
  const said = kind === 'undone' ? acts.undone(done) : acts.done[kind](done);
  return (
    <>
      {done + already === 0 ? null : (
        <div
          class="notice notice-success act-done"
          data-undo={kind === 'undone' || id === undefined ? undefined : undoSeconds}
        >
          <p role="status">
            {done === 0 ? null : said} {already === 0 ? null : acts.already(already)}
          </p>
          {kind === 'undone' || id === undefined ? null : (
            <form method="post" action={`/queue/acts/${id}/undoing`} class="row-buttons">
              <CsrfField token={csrf} />
              <input type="hidden" name="back" value={back} />
              <button class="button button-secondary" type="submit" aria-label={acts.undoOf} data-key="undo">
                {acts.undo}
              </button>
              <span class="quiet" data-left={acts.seconds(9)} aria-hidden="true"></span>
            </form>
          )}
        </div>
      )}
      {over === 0 ? null : (
        <Notice language={language} kind="warning">
          {acts.over(over)}
        </Notice>
      )}
      {refused.length === 0 ? null : (
        <Notice language={language} kind="warning" title={acts.refusedTitle}>
          <ul>
            {refused.map((one) => (
              <li>{acts.refused(formatReference(one.reference), errorWords(one, language))}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
