import {
  countUnder,
  type QueueCount,
  type QueueFilter,
  type SavedView,
  writeFilter,
} from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { CsrfField, words } from '@guichet/pages';
import { type Hands, teamName } from './queue-filters.tsx';

export interface QueueViewsProps {
  language: Language;
  csrf: string;
  views: readonly SavedView[];
  counts: readonly QueueCount[];
  filter: QueueFilter;
  hands: Hands;
  /** The teams with whom this person may share a view. */
  shareWith: readonly string[];
}

/** Draws the views as links with how many wait under each, and what keeps or drops one. */
export function QueueViews(props: QueueViewsProps) {
  const { language, csrf, views, counts, filter } = props;
  const { filters, views: said } = words(language).queue;
  const here = writeFilter(filter);
  const saved = views.find((view) => writeFilter(view.filter) === here);
  const isDropped = saved !== undefined && (saved.team === null || props.shareWith.includes(saved.team));
  const standing = [
    { name: said.all, filter: {}, team: null },
    { name: filters.dueOf.late, filter: { due: 'late' as const }, team: null },
    { name: filters.dueOf.today, filter: { due: 'today' as const }, team: null },
  ];
  return (
    <>
      <nav class="queue-views" aria-label={said.label}>
        <ul>
          {[...standing, ...views].map((view) => (
            <li>
              <a
                href={`/${queryOf(view.filter)}`}
                aria-current={writeFilter(view.filter) === here ? 'page' : undefined}
              >
                {labelOf(view, countUnder(counts, view.filter), language)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {isDropped ? (
        <form method="post" action={`/queue/views/${saved.id}/removal`} class="inline-form view-keep">
          <CsrfField token={csrf} />
          <button class="link" type="submit">
            {said.drop}
          </button>
        </form>
      ) : null}
      {here === '' || saved ? null : <KeepView {...props} here={here} />}
    </>
  );
}

/** Writes filters as what follows the path of the queue. */
export function queryOf(filter: QueueFilter): string {
  const query = writeFilter(filter);
  return query === '' ? '' : `?${query}`;
}

function labelOf(
  { name, team }: { name: string; team: string | null },
  count: number | undefined,
  language: Language,
) {
  const { filters, views } = words(language).queue;
  const counted = count === undefined ? name : filters.counted(name, count);
  return (
    <>
      {counted}
      {team === null ? null : <span class="hidden"> ({views.shared})</span>}
    </>
  );
}

function KeepView({ language, csrf, hands, shareWith, here }: QueueViewsProps & { here: string }) {
  const said = words(language).queue.views;
  return (
    <details class="view-keep">
      <summary>{said.keepTitle}</summary>
      <form method="post" action="/queue/views" class="search-row">
        <CsrfField token={csrf} />
        <input type="hidden" name="filters" value={here} />
        <div>
          <label class="label" for="view-name">
            {said.name}
          </label>
          <input
            class="input width-20"
            id="view-name"
            name="name"
            type="text"
            maxlength={60}
            required
            autocomplete="off"
          />
        </div>
        {shareWith.length === 0 ? null : (
          <div>
            <label class="label" for="view-team">
              {said.whose}
            </label>
            <select class="input" id="view-team" name="team">
              <option value="">{said.mine}</option>
              {shareWith.map((team) => (
                <option value={team}>{said.ofTeam(teamName(hands, team, language))}</option>
              ))}
            </select>
          </div>
        )}
        <button class="button button-secondary" type="submit">
          {said.keep}
        </button>
      </form>
    </details>
  );
}
