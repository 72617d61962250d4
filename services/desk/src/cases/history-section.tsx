import { formatInstant, words } from '@guichet/pages';
import type { CaseView } from './frame/case-view.ts';

type HistoryEvent = CaseView['file']['history'][number];

/** Draws the history of the case: what happened, when, and by whom, the newest first. */
export function HistorySection({ file, language, me }: CaseView) {
  const { desk, work } = words(language);
  const names: Readonly<Record<string, string>> = work.case.events;
  return (
    <details class="details fold history-fold">
      <summary>
        {desk.case.history} <span class="count">{file.history.length}</span>
      </summary>
      <ol class="history" reversed>
        {file.history.toReversed().map((event) => (
          <li>
            <span class="history-what">{names[event.kind] ?? event.kind}</span>{' '}
            <span class="quiet">
              {formatInstant(event.at, language)}, {byWhom(event, language)}
            </span>
            {event.kind === 'case.taken' && me.supervises ? (
              <a class="line" href={`/supervisor/next/${file.reference}`}>
                {work.people.turn.why}
              </a>
            ) : null}
            {typeof event.data['purpose'] === 'string' ? (
              <span class="line quiet">« {event.data['purpose']} »</span>
            ) : null}
          </li>
        ))}
      </ol>
    </details>
  );
}

function byWhom(event: HistoryEvent, language: CaseView['language']): string {
  const by: Readonly<Record<string, string>> = words(language).work.case.by;
  if (event.actorName !== null)
    return event.data['byKey'] === undefined ? event.actorName : `${event.actorName} (${by['key']})`;
  const kind = by[event.actorKind] ?? event.actorKind;
  return event.actorKind === 'public' && by[event.actorId] ? `${kind} (${by[event.actorId]})` : kind;
}
