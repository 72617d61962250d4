import { DeskError } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import { dueAt } from '../clocks/due.ts';
import type { DeskContext } from '../context.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import { answersOf } from './answers-of.ts';
import { lockCase } from './lock-case.ts';

/** How another body is told. */
export const tellingWays = ['portal', 'email', 'phone', 'mail', 'in-person'] as const;
export type TellingWay = (typeof tellingWays)[number];

export interface TellBody {
  reference: string;
  /** The referral's key in the definition. */
  referral: string;
  way: TellingWay;
}

export type Telling = { kind: 'told'; newsDueAt: Date | null } | { kind: 'already' };

/**
 * Records that another body was told what the definition lets it be told, and from when its news are awaited.
 *
 * Guarantee: once a body and case; never without the consent that it takes; the history keeps which questions were told, not
 *   the answers; also of a closed case.
 * Errors: not-found — no such case, or no such referral for its answers; not-allowed — no consent; invalid — no such way.
 * Source: Act respecting Access, RLRQ c., ss. 59, 67 to 68.1
 */
export async function tellBody(ctx: DeskContext, input: TellBody): Promise<Telling> {
  return transact<Telling>(ctx, 'referral.tell', async (tx) => {
    if (!tellingWays.includes(input.way)) throw new DeskError('invalid', 'no-such-way');
    const found = await lockCase(tx, input.reference);
    const [told] =
      await tx.sql`select 1 from referral where case_id = ${found.id} and key = ${input.referral}`;
    if (told) return tx.unchanged({ kind: 'already' });
    const key = unwrapDataKey(ctx.keyring, `case:${found.id}`, found.dataKey);
    const service = ctx.catalogue.find(found.serviceCode, found.serviceVersion);
    const answers = await answersOf(tx.sql, found.id, key);
    const plan = service?.referrals(answers).find(({ referral }) => referral.key === input.referral);
    if (plan === undefined) throw new DeskError('not-found', 'no-such-referral');
    if (!plan.agreed) throw new DeskError('not-allowed', 'no-consent');
    const { followUp } = plan.referral;
    const newsDueAt = followUp === undefined ? null : dueAt(tx.now, followUp, ctx.closures?.known);
    await tx.sql`
      insert into referral (case_id, key, told_at, told_by, way, news_due_at)
      values (${found.id}, ${input.referral}, ${tx.now}, ${ctx.actor.kind === 'staff' ? ctx.actor.staffId : null}, ${input.way}, ${newsDueAt})`;
    return tx.record(
      {
        subject: { kind: 'case', id: found.id },
        kind: 'referral.told',
        data: { referral: input.referral, way: input.way, told: plan.tells.map((question) => question.key) },
      },
      { kind: 'told', newsDueAt },
    );
  });
}
