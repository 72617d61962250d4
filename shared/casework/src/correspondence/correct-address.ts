import { isDeepStrictEqual } from 'node:util';
import {
  type CompiledService,
  type Problem,
  type Question,
  type ReplyChoice,
  replyKeys,
} from '@guichet/catalogue';
import { type CaseId, DeskError, type ReplyId } from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import { type LockedCase, lockCase } from '../cases/lock-case.ts';
import { todayOf } from '../clocks/today.ts';
import type { DeskContext } from '../context.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import { finishAddressTask } from './ask-for-address.ts';
import { recipientOf } from './recipient-of.ts';

export interface CorrectAddress {
  reference: string;
  /** Whom the envelope is for. 2 to 100 characters. */
  name: string;
  /** Raw, as for any postal address: read by the catalogue's own rules. */
  address: unknown;
}

export type CorrectedAddress =
  | { kind: 'corrected'; lettersSent: number }
  /** This very address stands there, and nothing waits for it. */
  | { kind: 'already' }
  | { kind: 'incomplete'; problems: Problem[] };

/** Unit: characters. */
const name = { min: 2, max: 100 } as const;

/**
 * Puts the address at which a person can be written to in the place of the one that failed, and sends again what came back or
 * waited for it.
 *
 * Guarantee: what the person answered stays as they answered it; each letter is sent again once; also of a closed case.
 * Errors: not-found; gone — the data was destroyed.
 */
export async function correctAddress(ctx: DeskContext, input: CorrectAddress): Promise<CorrectedAddress> {
  return transact<CorrectedAddress>(ctx, 'address.correct', async (tx) => {
    const found = await lockCase(tx, input.reference);
    const key = unwrapDataKey(ctx.keyring, `case:${found.id}`, found.dataKey);
    const service = ctx.catalogue.find(found.serviceCode, found.serviceVersion);
    const question = service && addressQuestion(service);
    if (!service || !question)
      throw new DeskError('broken', 'fault', { detail: `${found.serviceCode} asks for no address` });
    const to = input.name.trim();
    const read = service.parseAnswer(question, input.address, { today: todayOf(tx.now), answers: {} });
    const problems: Problem[] = [
      ...(to.length < name.min ? [{ path: 'name', code: 'required' } as const] : []),
      ...(to.length > name.max ? [{ path: 'name', code: 'too-long' } as const] : []),
      ...(read.ok
        ? []
        : read.problems.map((problem) => ({ ...problem, path: inForm(problem.path, question.key) }))),
      ...(read.ok && read.value === undefined ? [{ path: 'address', code: 'required' } as const] : []),
    ];
    if (problems.length > 0 || !read.ok) return tx.unchanged({ kind: 'incomplete', problems });
    const choice = { way: 'letter', name: to, address: read.value } as ReplyChoice;
    const before = recipientOf(key, found.replySealed);
    const letters = await unreached(tx, found.id);
    if (isDeepStrictEqual(choice, before) && letters.length === 0 && (await isFine(tx, found.id)))
      return tx.unchanged({ kind: 'already' });
    await tx.sql`
      update cases set reply_way = 'letter', reply_sealed = ${key.seal('reply', choice)}, address_failed_at = null where id = ${found.id}`;
    await finishAddressTask(ctx, tx, found.id);
    for (const { id } of letters) await tx.stage('correspondence.send', { replyId: id });
    return tx.record(
      {
        subject: { kind: 'case', id: found.id },
        kind: 'address.corrected',
        data: { letters: letters.length },
      },
      { kind: 'corrected', lettersSent: letters.length },
    );
  });
}

/** Gives the question that asks where to write: the service's own, or that of the reply block. */
export function addressQuestion(service: CompiledService): Question | undefined {
  const { address } = service.definition.reply;
  return [address, replyKeys.address]
    .map((key) => (key === undefined ? undefined : service.question(key)))
    .find((question) => question?.type === 'address');
}

const inForm = (path: string, key: string): string => path.replace(key, 'address');

/** Letters that came back, and those not posted for want of an address: what waits at a counter instead is not among them. */
async function unreached(tx: DeskTx, caseId: CaseId): Promise<{ id: ReplyId }[]> {
  return tx.sql<{ id: ReplyId }[]>`
    select r.id from reply r
      left join lateral (select fate from delivery where reply_id = r.id order by attempt desc limit 1) d on true
    where r.case_id = ${caseId} and r.way = 'letter' and r.to_sealed is null
      and (d.fate in ('returned', 'withdrawn') or not exists (select 1 from delivery where reply_id = r.id))
    order by r.created_at, r.id`;
}

async function isFine(tx: DeskTx, caseId: LockedCase['id']): Promise<boolean> {
  const [row] = await tx.sql<[{ isFine: boolean }]>`
    select address_failed_at is null as is_fine from cases where id = ${caseId}`;
  return row.isFine;
}
