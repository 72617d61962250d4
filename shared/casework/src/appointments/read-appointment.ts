import type { CompiledService } from '@guichet/catalogue';
import type { CaseId, Language, Reference } from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { type BookedRow, bookedOf } from './booked-of.ts';
import { findCase, type OfCase } from './find-case.ts';

/** What a case's person can do about its appointment. */
export interface CaseAppointment {
  caseId: CaseId;
  reference: Reference;
  language: Language;
  service: CompiledService;
  /** The one that stands. */
  booked: BookedRow | undefined;
  /** Whether one can be made, or moved. */
  isOffered: boolean;
}

/**
 * Gives the appointment of a case, and whether its service offers one.
 *
 * Guarantee: reveals nothing of the case but its service. Errors: not-found; not-allowed
 */
export function readAppointment(ctx: DeskContext, of: OfCase): Promise<CaseAppointment> {
  return transact<CaseAppointment>(ctx, 'appointment.read', async (tx: DeskTx) => {
    const { id: caseId, reference, language, service, isClosed } = await findCase(ctx, tx, of);
    const booked = await bookedOf(tx.sql, caseId);
    const isOffered = service.definition.appointment !== undefined && !isClosed;
    return tx.unchanged({ caseId, reference, language, service, booked, isOffered });
  });
}
