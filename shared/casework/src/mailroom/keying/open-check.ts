import { DeskError, type EvidenceId, type FieldCheckId, type LetterId, type StaffId } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { unwrapDataKey } from '../../privacy/case-key.ts';
import type { FieldReading } from '../letter-reading.ts';
import { checkField, type SealedCheck } from './keyed-letter.ts';
import { mayDecide } from './may-decide.ts';

/** An answer to key a second time, or to decide. */
export interface OpenCheck {
  id: FieldCheckId;
  letterId: LetterId;
  serviceCode: string;
  serviceVersion: number;
  path: string;
  /** Where it stands on the pages; empty for a letter without a form. */
  crops: FieldReading['crop'][];
  pages: { id: EvidenceId; page: number }[];
  /** What both keyed, for who decides alone; null where one found nothing, or could not read it. */
  keyed?: { first: unknown; second: unknown };
  /** The actor keyed one of the two, and decides as a supervisor. */
  isOwn: boolean;
  /** Nothing more is to be done by the actor: it is settled, or they keyed it. */
  isDone: boolean;
}

/**
 * Gives an answer for another person to key from its picture; leaves the event that says who looked.
 *
 * Guarantee: what was keyed before is given to who decides alone: a third person, or a supervisor.
 * Errors: not-found; not-allowed — the actor keyed the letter.
 */
export async function openCheck(ctx: DeskContext, id: FieldCheckId): Promise<OpenCheck> {
  return transact<OpenCheck>(ctx, 'mailroom.settle', async (tx) => {
    const [row] = await tx.sql<[Row?]>`
      select f.id, f.letter_id, f.service_code, f.service_version, f.path, f.settled_at, f.differs, f.first_by, f.second_by, f.sealed,
        l.data_key
      from field_check f join letter l on l.id = f.letter_id where f.id = ${id}`;
    if (!row) throw new DeskError('not-found', 'no-such-letter');
    const { dataKey, sealed, differs, firstBy, secondBy, settledAt, ...check } = row;
    const me = ctx.actor.kind === 'staff' ? ctx.actor.staffId : undefined;
    const decides = mayDecide(ctx, row);
    if (me === undefined || (firstBy === me && !decides)) throw new DeskError('not-allowed', 'keyed-by-you');
    const isOwn = firstBy === me || secondBy === me;
    if (settledAt !== null || (isOwn && !decides))
      return tx.unchanged({ ...check, crops: [], pages: [], isOwn, isDone: true });
    const held = unwrapDataKey(ctx.keyring, `letter:${row.letterId}`, dataKey).open(
      checkField(row.path),
      sealed,
    ) as SealedCheck;
    const pages = await tx.sql<OpenCheck['pages']>`
      select id, page from evidence where letter_id = ${row.letterId} and kind = 'page' order by page, id`;
    return tx.record(
      {
        subject: { kind: 'letter', id: row.letterId },
        kind: 'letter.check-opened',
        data: { path: row.path },
      },
      {
        ...check,
        isDone: false,
        isOwn,
        crops: held.crops,
        pages: [...pages],
        ...(differs ? { keyed: { first: held.first, second: held.second ?? null } } : {}),
      },
    );
  });
}

type Row = Omit<OpenCheck, 'crops' | 'pages' | 'keyed' | 'isDone' | 'isOwn'> & {
  settledAt: Date | null;
  differs: boolean | null;
  firstBy: StaffId;
  secondBy: StaffId | null;
  sealed: Buffer;
  dataKey: Buffer | null;
};
