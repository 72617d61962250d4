import { DeskError, type Language, type PlaceId, type VisitId } from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { dayAt } from './day-at.ts';
import { familiesOf, type Family, familyLetters, ticketOf } from './families.ts';
import { type LockedVisit, putInLine } from './visit-state.ts';

export interface OpenVisit {
  /** Made when the page is drawn: the same press twice is one ticket. */
  visitId: VisitId;
  placeId: PlaceId;
  family: Family;
  language: Language;
  how: 'kiosk' | 'clerk' | 'appointment';
  /** Goes first; why is nobody's business and is kept nowhere. */
  priority: boolean;
  appointmentId?: string;
  /** Of an appointment: how much earlier they count as having come. Unit: minutes, 0 to 60. */
  aheadMinutes?: number;
}

export type OpenedVisit = { kind: 'opened' | 'already'; ticket: string };

/**
 * Gives a person a ticket and puts them in the line of a family.
 *
 * Guarantee: one id, one ticket, however often it is pressed; numbers begin at 1 each day of the place, without gaps or twins.
 * Errors: not-found — no such place; invalid — no service of this family is given here; not-allowed.
 */
export async function openVisit(ctx: DeskContext, input: OpenVisit): Promise<OpenedVisit> {
  return transact<OpenedVisit>(ctx, 'visit.open', async (tx) => {
    const { actor } = ctx;
    if (actor.kind === 'device' && (actor.placeId !== input.placeId || input.how !== 'kiosk'))
      throw new DeskError('not-allowed', 'not-allowed');
    const made = await beginVisit(ctx, tx, input);
    if (made.kind === 'already') return tx.unchanged(made);
    await putInLine(tx, made.visit, input);
    return tx.record(
      {
        subject: { kind: 'visit', id: input.visitId },
        kind: 'visit.opened',
        data: { ticket: made.ticket, family: input.family, how: input.how, priority: input.priority },
      },
      { kind: 'opened', ticket: made.ticket },
    );
  });
}

export type BegunVisit =
  | { kind: 'already'; ticket: string }
  | {
      kind: 'opened';
      ticket: string;
      visit: Pick<LockedVisit, 'id' | 'placeId' | 'day' | 'priority' | 'priorityMinutes' | 'aheadMinutes'>;
    };

/** Writes the row of a new visit with the next number of its family. Errors: as `openVisit` */
export async function beginVisit(ctx: DeskContext, tx: DeskTx, input: OpenVisit): Promise<BegunVisit> {
  if (!familiesOf(ctx.catalogue).includes(input.family)) throw new DeskError('invalid', 'no-such-family');
  const [place] = await tx.sql<[{ timeZone: string; priorityMinutes: number }?]>`
    select time_zone, priority_minutes from place where id = ${input.placeId}`;
  if (!place) throw new DeskError('not-found', 'no-such-place');
  const day = dayAt(place.timeZone, tx.now);
  const letter = familyLetters[input.family];
  const known = await ticketGiven(tx, input.visitId);
  if (known) return { kind: 'already', ticket: known };
  // The row of the series is held until the commit: numbers are given one after the other, and a refusal gives its number back.
  const [series] = await tx.sql<[{ last: number }]>`
    insert into ticket_series (place_id, day, family, last) values (${input.placeId}, ${day}, ${input.family}, 1)
    on conflict (place_id, day, family) do update set last = ticket_series.last + 1 returning last`;
  const met = await ticketGiven(tx, input.visitId);
  if (met) {
    await tx.sql`
      update ticket_series set last = last - 1 where place_id = ${input.placeId} and day = ${day} and family = ${input.family}`;
    return { kind: 'already', ticket: met };
  }
  await tx.sql`
    insert into visit (id, place_id, day, family, letter, number, language, how, priority, appointment_id, ahead_minutes, opened_at)
    values (${input.visitId}, ${input.placeId}, ${day}, ${input.family}, ${letter}, ${series.last}, ${input.language}, ${input.how},
      ${input.priority}, ${input.appointmentId ?? null}, ${input.aheadMinutes ?? null}, ${tx.now})`;
  const visit = { id: input.visitId, placeId: input.placeId, day, priority: input.priority };
  return {
    kind: 'opened',
    ticket: ticketOf({ letter, number: series.last }),
    visit: { ...visit, priorityMinutes: place.priorityMinutes, aheadMinutes: input.aheadMinutes ?? null },
  };
}

async function ticketGiven(tx: DeskTx, visitId: VisitId): Promise<string | undefined> {
  const [row] = await tx.sql<[{ letter: string; number: number }?]>`
    select letter, number from visit where id = ${visitId}`;
  return row && ticketOf(row);
}
