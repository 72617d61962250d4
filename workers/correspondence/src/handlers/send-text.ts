import { isAllowedNumber, type Outcome, prepareText, settleText, type TextToSay } from '@guichet/casework';
import { sendSms } from '@guichet/channels/phone';
import type { Handlers } from '@guichet/jobs';
import type { Id } from '@guichet/kernel';
import type { CorrespondenceContext } from '../correspondence-context.ts';
import { resumeLink } from '../say/resume-link.ts';

/**
 * Sends the link to a draft by text message.
 *
 * Guarantee: the telephone receives at most one; what may or may not have left is never sent again blindly.
 */
export const sendText: Handlers<'correspondence', CorrespondenceContext>['correspondence.send-text'] = async (
  { textId },
  { outboxId },
  ctx,
) => {
  const prepared = await prepareText(ctx.desk, outboxId, textId as Id<'text'>);
  if (prepared.kind !== 'say') return;
  await settleText(ctx.desk, outboxId, prepared.say.textId, await tell(ctx, prepared.say));
};

async function tell(
  { phone, publicUrl, organisation, rules }: CorrespondenceContext,
  say: TextToSay,
): Promise<Outcome> {
  if (!phone) return { kind: 'later', why: 'phone-not-set-up' };
  if (!isAllowedNumber(say.phone, rules.prefixes)) return { kind: 'bounced', why: 'number-not-allowed' };
  return sendSms(phone.client, {
    to: say.phone,
    from: phone.from,
    statusCallback: `${publicUrl}/phone/status?text=${say.textId}`,
    body: resumeLink(say, publicUrl, organisation[say.language]),
  });
}
