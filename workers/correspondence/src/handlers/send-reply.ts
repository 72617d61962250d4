import { prepareDelivery, settleDelivery, type ToSay } from '@guichet/casework';
import type { Handlers } from '@guichet/jobs';
import type { ReplyId } from '@guichet/kernel';
import type { CorrespondenceContext } from '../correspondence-context.ts';
import { emailReply } from '../say/email-reply.ts';
import { letterReply } from '../say/letter-reply.ts';
import { phoneReply } from '../say/phone-reply.ts';

/**
 * Tells a person a reply through the way they chose.
 *
 * Guarantee: the person receives at most one; what may or may not have left is shown to staff, never sent again blindly.
 */
export const sendReply: Handlers<'correspondence', CorrespondenceContext>['correspondence.send'] = async (
  { replyId },
  { outboxId },
  ctx,
) => {
  const prepared = await prepareDelivery(ctx.desk, outboxId, replyId as ReplyId, ctx.rules);
  if (prepared.kind !== 'say') return;
  const { say } = prepared;
  if (say.way === 'letter') return letterReply(ctx, outboxId, say);
  await settleDelivery(ctx.desk, outboxId, say.deliveryId, await tell(ctx, say));
};

function tell(ctx: CorrespondenceContext, say: Exclude<ToSay, { way: 'letter' }>) {
  return say.way === 'email' ? emailReply(ctx, say) : phoneReply(ctx, say);
}
