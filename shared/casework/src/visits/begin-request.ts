import { DeskError, newId, type VisitId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { lockOwnCounter, staffIdOf } from './staff-at.ts';
import { lockVisit } from './visit-state.ts';

export interface BeginRequest {
  visitId: VisitId;
  /** The number of the counter's form: its draft and its case bear it too. */
  form: string;
  service: string;
}

/**
 * Writes beside a visit that a request was begun in it, on a form of the counter; a visit may hold several.
 *
 * Guarantee: one form, one request, of one visit; repeating changes nothing.
 * Errors: not-found; conflict — the person is not at the clerk's counter; invalid — the counter does not take this service.
 */
export async function beginRequest(
  ctx: DeskContext,
  { visitId, form, service }: BeginRequest,
): Promise<{ kind: 'begun' | 'already' }> {
  return transact<{ kind: 'begun' | 'already' }>(ctx, 'counter.serve', async (tx) => {
    const definition = ctx.catalogue.find(service)?.definition;
    if (!definition || definition.channels.counter) throw new DeskError('invalid', 'unknown-service');
    const counter = await lockOwnCounter(ctx, tx);
    const visit = await lockVisit(tx, visitId);
    const [known] = await tx.sql<
      [{ visitId: VisitId }?]
    >`select visit_id from visit_request where form = ${form}`;
    if (known?.visitId === visitId) return tx.unchanged({ kind: 'already' });
    if (known || visit.state !== 'serving' || visit.counterId !== counter.id)
      throw new DeskError('conflict', 'visit-moved-on');
    await tx.sql`
      insert into visit_request (id, visit_id, place_id, counter_id, staff_id, family, kind, service_code, form, at)
      values (${newId()}, ${visitId}, ${visit.placeId}, ${counter.id}, ${staffIdOf(ctx)}, ${definition.theme}, 'request', ${service},
        ${form}, ${tx.now})`;
    return tx.record(
      { subject: { kind: 'visit', id: visitId }, kind: 'visit.request-begun', data: { service } },
      { kind: 'begun' },
    );
  });
}
