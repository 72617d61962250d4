import {
  type AppointmentId,
  type CaseId,
  DeskError,
  type Language,
  minute,
  type PlaceId,
  type VisitId,
} from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { dayAt } from '../visits/day-at.ts';
import { ticketOf } from '../visits/families.ts';
import { beginVisit } from '../visits/open-visit.ts';
import { putInLine } from '../visits/visit-state.ts';
import { endAppointment } from './book-appointment.ts';

/** Who comes by appointment ranks as if they had come so long before its time: the most a line lets anybody pass. */
const aheadMs = 60 * minute;

/**
 * Marks that a person came to their appointment, and gives them a ticket with their place in the line.
 *
 * Guarantee: one ticket, however often it is pressed. On time or late, the line counts them as having come an hour before; who comes
 *   early gains less, so that no appointment makes others wait for a time that has not come.
 * Errors: not-found; conflict — not of today, cancelled, or marked as missed.
 */
export async function markArrived(
  ctx: DeskContext,
  { id, visitId }: { id: AppointmentId; visitId: VisitId },
): Promise<{ kind: 'arrived' | 'already'; ticket: string }> {
  return transact<{ kind: 'arrived' | 'already'; ticket: string }>(ctx, 'appointment.meet', async (tx) => {
    const found = await lockAppointment(tx, id);
    if (found.ticket !== null) return tx.unchanged({ kind: 'already', ticket: found.ticket });
    if (found.endedHow !== null) throw new DeskError('conflict', 'appointment-ended');
    if (dayAt(found.timeZone, found.startsAt) !== dayAt(found.timeZone, tx.now))
      throw new DeskError('conflict', 'appointment-other-day');
    const family = ctx.catalogue.find(found.serviceCode)?.definition.theme;
    if (family === undefined) throw new DeskError('not-found', 'unknown-service');
    const { placeId, language } = found;
    const early = Math.max(0, found.startsAt.getTime() - tx.now.getTime());
    const asked = {
      visitId,
      placeId,
      family,
      language,
      how: 'appointment',
      priority: false,
      appointmentId: id,
      aheadMinutes: Math.max(0, Math.round((aheadMs - early) / minute)),
    } as const;
    const made = await beginVisit(ctx, tx, asked);
    if (made.kind === 'already') throw new DeskError('conflict', 'conflict');
    await putInLine(tx, made.visit, { family });
    await tx.sql`
      update appointment set ended_at = ${tx.now}, ended_how = 'arrived', visit_id = ${visitId} where id = ${id}`;
    const { ticket } = made;
    await tx.note({
      subject: { kind: 'visit', id: visitId },
      kind: 'visit.opened',
      data: { ticket, family, how: 'appointment', priority: false },
    });
    return tx.record(
      {
        subject: { kind: 'case', id: found.caseId },
        kind: 'appointment.arrived',
        data: { appointmentId: id, ticket },
      },
      { kind: 'arrived', ticket },
    );
  });
}

/** Marks that a person did not come. Guarantee: safe to repeat. Errors: not-found; conflict — its time has not come, or it ended. */
export async function markMissed(
  ctx: DeskContext,
  id: AppointmentId,
): Promise<{ kind: 'missed' | 'already' }> {
  return transact<{ kind: 'missed' | 'already' }>(ctx, 'appointment.meet', async (tx) => {
    const found = await lockAppointment(tx, id);
    if (found.endedHow === 'missed') return tx.unchanged({ kind: 'already' });
    if (found.endedHow !== null) throw new DeskError('conflict', 'appointment-ended');
    if (found.startsAt > tx.now) throw new DeskError('conflict', 'appointment-not-yet');
    await endAppointment(tx, { id }, 'missed');
    return tx.record(missedFact(id, found.caseId), { kind: 'missed' });
  });
}

/** Marks as missed the appointments of days that are over. Gives how many. Guarantee: by the clock of each place; safe to repeat. */
export async function endPastAppointments(ctx: DeskContext): Promise<number> {
  return transact(ctx, 'records.keep', async (tx) => {
    const open = await tx.sql<{ id: AppointmentId; caseId: CaseId; startsAt: Date; timeZone: string }[]>`
      select a.id, a.case_id, a.starts_at, p.time_zone from appointment a join place p on p.id = a.place_id
      where a.ended_at is null and a.starts_at < ${tx.now} order by a.starts_at, a.id limit 1000 for update of a skip locked`;
    const today = (timeZone: string) => dayAt(timeZone, tx.now);
    const past = open.filter(({ startsAt, timeZone }) => dayAt(timeZone, startsAt) < today(timeZone));
    for (const { id, caseId } of past) {
      await endAppointment(tx, { id }, 'missed');
      await tx.note(missedFact(id, caseId));
    }
    return tx.unchanged(past.length);
  });
}

function missedFact(id: AppointmentId, caseId: CaseId) {
  return {
    subject: { kind: 'case' as const, id: caseId },
    kind: 'appointment.missed',
    data: { appointmentId: id },
  };
}

async function lockAppointment(tx: DeskTx, id: AppointmentId) {
  // The ticket is asked for once the lock is held: a second press waits here for the first, which gives it.
  await tx.sql`select 1 from appointment where id = ${id} for update`;
  const [row] = await tx.sql<[FoundRow?]>`
    select a.case_id, a.place_id, a.service_code, a.starts_at, a.ended_how, p.time_zone, coalesce(c.language, 'fr') as language,
      v.letter, v.number
    from appointment a join place p on p.id = a.place_id left join cases c on c.id = a.case_id left join visit v on v.id = a.visit_id
    where a.id = ${id}`;
  if (!row) throw new DeskError('not-found', 'no-appointment');
  const { letter, number, ...found } = row;
  return { ...found, ticket: letter === null || number === null ? null : ticketOf({ letter, number }) };
}

interface FoundRow {
  caseId: CaseId;
  placeId: PlaceId;
  serviceCode: string;
  startsAt: Date;
  endedHow: string | null;
  timeZone: string;
  language: Language;
  letter: string | null;
  number: number | null;
}
