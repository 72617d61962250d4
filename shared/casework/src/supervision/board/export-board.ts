import type { Channel } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { type BoardFilter, spanOf } from './board-filter.ts';
import { type Board, boardOf } from './read-board.ts';
import { type Forecast, forecastIn } from './read-forecast.ts';
import { waitsMin } from './waits-min.ts';
import { readMark, workOf } from './work-of.ts';

export const boardTables = [
  'gap',
  'arrived',
  'closed',
  'open',
  'takeWait',
  'closeWait',
  'kept',
  'forecast',
  'rows',
] as const;
export type BoardTable = (typeof boardTables)[number];

/** One counted hour of one team, service and channel: what all tables are made of. */
export interface WorkRow {
  hour: Date;
  team: string;
  serviceCode: string;
  channel: Channel;
  arrived: number;
  taken: number;
  closed: number;
  kept: number;
  missed: number;
  /** Unit: minutes, in order; none where they are of fewer than five cases, since who came then may be known. */
  takeWaits: number[];
  closeWaits: number[];
}

export type BoardExport =
  | { table: 'rows'; rows: WorkRow[] }
  | { table: 'forecast'; forecast: Forecast }
  | { table: Exclude<BoardTable, 'rows' | 'forecast'>; board: Board };

/**
 * Gives what one table of the board holds, or the counted hours behind all of them, to be taken away.
 *
 * Guarantee: what is given is what the page shows under the same filter; no name and no case, and no exact wait of fewer than five
 *   cases of an hour; each time leaves one event of the actor's account. Errors: not-allowed
 */
export function exportBoard(ctx: DeskContext, filter: BoardFilter, table: BoardTable): Promise<BoardExport> {
  return transact<BoardExport>(ctx, 'board.export', async (tx) => {
    const given = await contentOf(ctx, tx.sql, filter, table);
    const { from, to, service = null, team = null, channel = null } = filter;
    const id = ctx.actor.kind === 'staff' ? ctx.actor.staffId : '';
    return tx.record(
      {
        subject: { kind: 'staff', id },
        kind: 'board.exported',
        data: { table, from, to, service, team, channel },
      },
      given,
    );
  });
}

async function contentOf(
  ctx: DeskContext,
  sql: Parameters<typeof boardOf>[1],
  filter: BoardFilter,
  table: BoardTable,
): Promise<BoardExport> {
  if (table === 'forecast') return { table, forecast: await forecastIn(ctx, sql, filter) };
  if (table !== 'rows') return { table, board: await boardOf(ctx, sql, filter) };
  const rows = await sql<WorkRow[]>`
    select hour, team, service_code, channel, arrived, taken, closed, kept, missed, take_waits, close_waits
    from ${workOf(sql, spanOf(filter), filter, await readMark(sql))} as work order by hour, team, service_code, channel`;
  return { table, rows: rows.map(withoutFew) };
}

function withoutFew(row: WorkRow): WorkRow {
  const shown = (waits: number[]) => (waits.length < waitsMin ? [] : waits);
  return { ...row, takeWaits: shown(row.takeWaits), closeWaits: shown(row.closeWaits) };
}
