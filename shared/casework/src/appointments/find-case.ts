import type { CompiledService, ReplyWay } from '@guichet/catalogue';
import { type CaseId, type Channel, DeskError, type Language, type Reference } from '@guichet/kernel';
import { enterAs } from '../audit/enter-as.ts';
import type { DeskTx } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

/** Whose appointment it is: a case whose proof the door was given; staff name it by its reference. */
export type OfCase = { caseId: CaseId } | { reference: string };

export interface AppointedCase {
  id: CaseId;
  reference: Reference;
  language: Language;
  replyWay: ReplyWay;
  service: CompiledService;
  /** The door its request came by. */
  channel: Channel;
  isClosed: boolean;
}

/** Opens the case that an appointment is of. Errors: not-found — or not of the actor's teams; not-allowed */
export async function findCase(
  ctx: DeskContext,
  tx: Pick<DeskTx, 'sql'>,
  of: OfCase,
): Promise<AppointedCase> {
  if (ctx.actor.kind === 'public') {
    if (!('caseId' in of)) throw new DeskError('not-allowed', 'not-allowed');
    await enterAs(tx.sql, ctx.actor, { caseId: of.caseId });
  }
  const { sql } = tx;
  const [row] = await sql<
    [(Omit<AppointedCase, 'service'> & { serviceCode: string; serviceVersion: number })?]
  >`
    select c.id, c.reference, c.language, c.reply_way, c.channel, c.service_code, c.service_version,
      exists (select 1 from case_closure k where k.case_id = c.id) as is_closed
    from cases c where ${'caseId' in of ? sql`c.id = ${of.caseId}` : sql`c.reference = ${of.reference}`}`;
  if (!row) throw new DeskError('not-found', 'no-such-case');
  const { serviceCode, serviceVersion, ...found } = row;
  const service = ctx.catalogue.find(serviceCode, serviceVersion);
  if (!service) throw new DeskError('not-found', 'unknown-service');
  return { ...found, service };
}
