import type { CompiledService, ReplyWay } from '@guichet/catalogue';
import type { AppointmentId, Bilingual, CaseId, Language, ReplyId } from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import { writeReply } from '../cases/write-reply.ts';
import type { DeskContext } from '../context.ts';
import { once } from '../outbox/once.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import { type AppointmentFacts, appointmentWords } from './appointment-words.ts';

/**
 * Tells a person that their appointment is booked, moved or cancelled, the way they chose, with what their calendar takes.
 *
 * Guarantee: told once of each change, and of what holds when it is told; nobody is told who chose no reply.
 */
export async function tellAppointment(ctx: DeskContext, outboxId: string, id: AppointmentId): Promise<void> {
  await transact(ctx, 'appointment.tell', (tx) =>
    once(tx, outboxId, 'casework.tell-appointment', async () => {
      const [row] = await appointmentsWhere(tx, tx.sql`a.id = ${id}`);
      const state = row?.endedHow === 'cancelled' ? 'cancelled' : 'booked';
      const isOver = row?.endedHow !== null && row?.endedHow !== 'cancelled';
      if (!row || isOver || row.toldAs === state || isSilent(row)) return tx.unchanged(undefined);
      const what =
        state === 'cancelled'
          ? row.isClosed
            ? 'closed'
            : 'cancelled'
          : row.version === 0
            ? 'booked'
            : 'moved';
      const replyId = await write(ctx, tx, row, what);
      await tx.sql`update appointment set told_as = ${state} where id = ${id}`;
      return tx.record(
        { subject: { kind: 'case', id: row.caseId }, kind: 'appointment.told', data: { replyId, what } },
        undefined,
      );
    }),
  );
}

/** How many reminders one transaction writes at most. */
const atOnce = 100;

/**
 * Reminds people of their appointments whose reminder is due. Gives how many.
 *
 * Guarantee: once each, never of one that ended or whose time has come; workers at the same moment take different ones.
 */
export async function remindAppointments(ctx: DeskContext): Promise<number> {
  return transact(ctx, 'appointment.tell', async (tx) => {
    const rows = await appointmentsWhere(
      tx,
      tx.sql`a.remind_at <= ${tx.now} and a.reminded_at is null and a.ended_at is null
        order by a.remind_at, a.id limit ${atOnce} for update of a skip locked`,
    );
    let count = 0;
    for (const row of rows) {
      await tx.sql`update appointment set reminded_at = ${tx.now} where id = ${row.id}`;
      if (isSilent(row) || row.startsAt <= tx.now) continue;
      const replyId = await write(ctx, tx, row, 'reminder');
      await tx.note({
        subject: { kind: 'case', id: row.caseId },
        kind: 'appointment.reminded',
        data: { replyId },
      });
      count += 1;
    }
    return tx.unchanged(count);
  });
}

interface Row {
  id: AppointmentId;
  firstId: AppointmentId;
  version: number;
  caseId: CaseId;
  reference: string;
  language: Language;
  replyWay: ReplyWay;
  serviceCode: string;
  serviceVersion: number;
  dataKey: Buffer | null;
  nameFr: string;
  nameEn: string;
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
  endedHow: string | null;
  toldAs: string | null;
  isClosed: boolean;
}

function appointmentsWhere(tx: DeskTx, rule: ReturnType<DeskTx['sql']>): Promise<Row[]> {
  return tx.sql<Row[]>`
    select a.id, a.first_id, a.version, a.case_id, c.reference, c.language, c.reply_way, c.service_code, c.service_version, c.data_key,
      p.name_fr, p.name_en, p.time_zone, a.starts_at, a.ends_at, a.ended_how, a.told_as,
      exists (select 1 from case_closure k where k.case_id = c.id) as is_closed
    from appointment a join cases c on c.id = a.case_id join place p on p.id = a.place_id where ${rule}`;
}

/** A letter left at the counter reminds nobody; a case whose data is destroyed has nobody left. */
function isSilent({ replyWay, dataKey }: Row): boolean {
  return replyWay === 'none' || replyWay === 'pickup' || dataKey === null;
}

async function write(
  ctx: DeskContext,
  tx: DeskTx,
  row: Row,
  what: AppointmentFacts['what'],
): Promise<ReplyId> {
  const { caseId, language, replyWay, startsAt, endsAt, timeZone, reference } = row;
  const key = unwrapDataKey(ctx.keyring, `case:${caseId}`, row.dataKey);
  const place: Bilingual = { fr: row.nameFr, en: row.nameEn };
  const service = ctx.catalogue.find(row.serviceCode, row.serviceVersion);
  const words = appointmentWords(
    { what, place, timeZone, startsAt, reference, way: replyWay, ...told(service) },
    language,
  );
  const isCancelled = what === 'cancelled' || what === 'closed';
  const event = {
    id: row.firstId,
    // A cancellation comes after every change of what it cancels.
    sequence: row.version + (isCancelled ? 1 : 0),
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    place: place[language],
    isCancelled,
  };
  const replyId = await writeReply(tx, { id: caseId, replyWay, language }, key, 'appointment', {
    words,
    event,
  });
  await tx.stage('correspondence.send', { replyId });
  return replyId;
}

/** The service's name may say of a person what they told in confidence. */
function told(service: CompiledService | undefined): Pick<AppointmentFacts, 'service' | 'bring'> {
  if (!service || [...service.sensitivityOf.values()].includes('sensitive')) return {};
  const { name, appointment } = service.definition;
  return { service: name, ...(appointment?.bring === undefined ? {} : { bring: appointment.bring }) };
}
