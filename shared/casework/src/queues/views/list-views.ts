import { readAs } from '../../audit/read-as.ts';
import type { DeskContext } from '../../context.ts';
import { type QueueFilter, readFilter } from '../queue-filter.ts';
import type { QueueViewId } from './keep-view.ts';

export interface SavedView {
  id: QueueViewId;
  name: string;
  /** Whose it is, when a team shares it. */
  team: string | null;
  filter: QueueFilter;
}

/** Lists one's own views and those of one's teams, the teams' first. */
export function listViews(ctx: DeskContext): Promise<SavedView[]> {
  return readAs(ctx, 'queue.list', async (sql) => {
    const rows = await sql<(Omit<SavedView, 'filter'> & { filters: string })[]>`
      select id, name, team, filters from queue_view order by team nulls last, name, id limit 60`;
    return rows.map(({ filters, ...view }) => {
      const query = new URLSearchParams(filters);
      return { ...view, filter: readFilter((key) => query.get(key) ?? undefined) };
    });
  });
}
