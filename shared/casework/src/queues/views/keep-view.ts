import { DeskError, type Id, newId } from '@guichet/kernel';
import { may } from '../../audit/permissions.ts';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { type QueueFilter, writeFilter } from '../queue-filter.ts';

export type QueueViewId = Id<'queue-view'>;

export interface KeepView {
  /** 1 to 60 characters. */
  name: string;
  filter: QueueFilter;
  /** Shared with all of this team; absent keeps it for oneself. */
  team?: string;
}

const viewsMax = 20;

/**
 * Keeps filters of the queue under a name, for oneself or for one's team.
 *
 * Guarantee: the same name again takes the place of the first. Errors: invalid — no name, no filter, or twenty views already;
 *   not-allowed — shared by whoever does not answer for the team.
 */
export function keepView(ctx: DeskContext, { name, filter, team }: KeepView): Promise<void> {
  return transact(ctx, 'queue.keep-view', async (tx) => {
    const { actor } = ctx;
    if (actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
    const [called, filters] = [name.trim().replace(/\s+/g, ' '), writeFilter(filter)];
    if (called === '' || called.length > 60 || filters === '') throw new DeskError('invalid', 'view-unnamed');
    if (team !== undefined && (!may(actor, 'queue.share-view') || !actor.teams.includes(team)))
      throw new DeskError('not-allowed', 'not-allowed');
    const [staffId, ofTeam] = team === undefined ? [actor.staffId, null] : [null, team];
    await tx.sql`
      delete from queue_view where name = ${called} and staff_id is not distinct from ${staffId} and team is not distinct from ${ofTeam}`;
    const [{ kept }] = await tx.sql<[{ kept: number }]>`
      select count(*)::int as kept from queue_view where staff_id is not distinct from ${staffId} and team is not distinct from ${ofTeam}`;
    if (kept >= viewsMax) throw new DeskError('invalid', 'views-too-many', { params: { max: viewsMax } });
    await tx.sql`
      insert into queue_view (id, staff_id, team, name, filters, made_by, made_at)
      values (${newId()}, ${staffId}, ${ofTeam}, ${called}, ${filters}, ${actor.staffId}, ${tx.now})`;
    return tx.record(
      { subject: { kind: 'staff', id: actor.staffId }, kind: 'view.kept', data: { filters, team: ofTeam } },
      undefined,
    );
  });
}

/** Drops a view of one's own, or of the team by whoever may share one. Guarantee: repeating changes nothing. */
export function dropView(ctx: DeskContext, id: QueueViewId): Promise<void> {
  return transact(ctx, 'queue.keep-view', async (tx) => {
    const { actor } = ctx;
    if (actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
    const shares = may(actor, 'queue.share-view');
    const gone =
      await tx.sql`delete from queue_view where id = ${id} and (staff_id is not null or ${shares})`;
    if (gone.count === 0) return tx.unchanged(undefined);
    return tx.record({ subject: { kind: 'staff', id: actor.staffId }, kind: 'view.dropped' }, undefined);
  });
}
