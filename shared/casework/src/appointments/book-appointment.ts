import { type AppointmentId, type CaseId, DeskError, type PlaceId } from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { type AppointedCase, findCase, type OfCase } from './find-case.ts';
import { slotAt } from './free-slots.ts';
import { type BookedRow, bookedOf } from './booked-of.ts';
import { seatPerson } from './seat-person.ts';

export type BookAppointment = OfCase & { placeId: PlaceId; startsAt: Date };
export type Booked = { kind: 'booked' | 'already'; id: AppointmentId; startsAt: Date };

/**
 * Books a time for a case, stages what confirms it, and plans its reminder.
 *
 * Guarantee: one appointment a case and one person a seat, by constraint: of any number who ask for the last seat at one moment one
 *   has it; asked again for the same time it changes nothing.
 * Errors: not-found; conflict — the time was just taken, the case has another appointment or is closed; invalid — no such time.
 */
export async function bookAppointment(ctx: DeskContext, input: BookAppointment): Promise<Booked> {
  return transact<Booked>(ctx, 'appointment.book', async (tx) => {
    const found = await findCase(ctx, tx, input);
    const known = await bookedOf(tx.sql, found.id);
    if (known) return tx.unchanged(sameOrRefuse(known, input));
    if (found.isClosed) throw new DeskError('conflict', 'case-closed');
    const slot = await slotAt(ctx, tx.sql, found.service, input);
    const id = await seatPerson(ctx, tx, found, slot);
    if (id === undefined) {
      const met = await bookedOf(tx.sql, found.id);
      if (!met) throw new DeskError('conflict', 'slot-taken');
      return tx.unchanged(sameOrRefuse(met, input));
    }
    await tx.stage('casework.tell-appointment', { appointmentId: id });
    return tx.record(fact(found, 'appointment.booked', { id, ...input }), {
      kind: 'booked',
      id,
      startsAt: input.startsAt,
    });
  });
}

/**
 * Moves the appointment of a case to another time.
 *
 * Guarantee: the old time is free in the same moment in which the new one is taken, and stays the person's when that is refused.
 * Errors: as `bookAppointment`; not-found — the case has none.
 */
export async function moveAppointment(
  ctx: DeskContext,
  input: BookAppointment,
): Promise<{ kind: 'moved' | 'already'; id: AppointmentId; startsAt: Date }> {
  return transact<{ kind: 'moved' | 'already'; id: AppointmentId; startsAt: Date }>(
    ctx,
    'appointment.book',
    async (tx) => {
      const found = await findCase(ctx, tx, input);
      const known = await bookedOf(tx.sql, found.id, true);
      if (!known) throw new DeskError('not-found', 'no-appointment');
      if (isSame(known, input))
        return tx.unchanged({ kind: 'already', id: known.id, startsAt: known.startsAt });
      if (known.startsAt <= tx.now) throw new DeskError('conflict', 'appointment-past');
      const slot = await slotAt(ctx, tx.sql, found.service, input);
      await endAppointment(tx, known, 'moved');
      const id = await seatPerson(ctx, tx, found, slot, known);
      if (id === undefined) throw new DeskError('conflict', 'slot-taken');
      await tx.stage('casework.tell-appointment', { appointmentId: id });
      return tx.record(fact(found, 'appointment.moved', { id, ...input }), {
        kind: 'moved',
        id,
        startsAt: input.startsAt,
      });
    },
  );
}

/**
 * Cancels the appointment of a case: its time is free at once, and no reminder goes out.
 *
 * Guarantee: safe to repeat. Errors: not-found; conflict — its time has come.
 */
export async function cancelAppointment(
  ctx: DeskContext,
  input: OfCase,
): Promise<{ kind: 'cancelled' | 'already' }> {
  return transact<{ kind: 'cancelled' | 'already' }>(ctx, 'appointment.book', async (tx) => {
    const found = await findCase(ctx, tx, input);
    const known = await bookedOf(tx.sql, found.id, true);
    if (!known) return tx.unchanged({ kind: 'already' });
    if (known.startsAt <= tx.now) throw new DeskError('conflict', 'appointment-past');
    await endAppointment(tx, known, 'cancelled');
    await tx.stage('casework.tell-appointment', { appointmentId: known.id });
    return tx.record(fact(found, 'appointment.cancelled', known), { kind: 'cancelled' });
  });
}

/**
 * Cancels the appointments to come of cases that are closed: their times are free again, and the person is told. Gives how many.
 *
 * Guarantee: safe to repeat; workers at the same moment take different ones.
 */
export async function cancelOfClosed(ctx: DeskContext): Promise<number> {
  return transact(ctx, 'appointment.tell', async (tx) => {
    const rows = await tx.sql<{ id: AppointmentId; caseId: CaseId; placeId: PlaceId; startsAt: Date }[]>`
      select a.id, a.case_id, a.place_id, a.starts_at from appointment a join case_closure k on k.case_id = a.case_id
      where a.ended_at is null and a.starts_at > ${tx.now} order by a.starts_at, a.id limit 100 for update of a skip locked`;
    for (const row of rows) {
      await endAppointment(tx, row, 'cancelled');
      await tx.stage('casework.tell-appointment', { appointmentId: row.id });
      await tx.note(fact({ id: row.caseId }, 'appointment.cancelled', row));
    }
    return tx.unchanged(rows.length);
  });
}

/** Ends an appointment without a visit. */
export async function endAppointment(
  tx: DeskTx,
  { id }: Pick<BookedRow, 'id'>,
  how: 'cancelled' | 'moved' | 'missed',
): Promise<void> {
  await tx.sql`update appointment set ended_at = ${tx.now}, ended_how = ${how} where id = ${id} and ended_at is null`;
}

function isSame(known: BookedRow, { placeId, startsAt }: BookAppointment): boolean {
  return known.placeId === placeId && known.startsAt.getTime() === startsAt.getTime();
}

function sameOrRefuse(known: BookedRow, input: BookAppointment): Booked {
  if (!isSame(known, input)) throw new DeskError('conflict', 'appointment-held');
  return { kind: 'already', id: known.id, startsAt: known.startsAt };
}

function fact(
  { id: caseId }: Pick<AppointedCase, 'id'>,
  kind: string,
  { id, placeId, startsAt }: { id: AppointmentId; placeId: PlaceId; startsAt: Date },
) {
  return {
    subject: { kind: 'case' as const, id: caseId },
    kind,
    data: { appointmentId: id, placeId, startsAt: startsAt.toISOString() },
  };
}
