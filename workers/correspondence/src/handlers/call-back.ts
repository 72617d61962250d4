import {
  type CallAttemptId,
  isAllowedNumber,
  type Outcome,
  prepareCallBack,
  settleCallBack,
} from '@guichet/casework';
import { callBackTwiml, callPerson } from '@guichet/channels/phone';
import type { Handlers } from '@guichet/jobs';
import type { CorrespondenceContext } from '../correspondence-context.ts';

/**
 * Calls a person back, as someone at the desk asked, and puts them through to that telephone.
 *
 * Guarantee: one attempt asked for, one call at most; what may or may not have rung is shown to staff, never made again blindly.
 */
export const callBack: Handlers<'correspondence', CorrespondenceContext>['correspondence.call-back'] = async (
  { attemptId },
  { outboxId },
  ctx,
) => {
  const id = attemptId as CallAttemptId;
  const prepared = await prepareCallBack(ctx.desk, outboxId, id);
  if (prepared.kind !== 'call') return;
  await settleCallBack(ctx.desk, outboxId, id, await place(ctx, id, prepared));
};

async function place(
  { phone: provider, staffLines, rules, organisation, publicUrl }: CorrespondenceContext,
  id: CallAttemptId,
  { phone, language, line }: { phone: string; language: 'fr' | 'en'; line: number },
): Promise<Outcome> {
  const staffLine = staffLines[line];
  if (!provider) return { kind: 'bounced', why: 'phone-not-set-up' };
  if (staffLine === undefined) return { kind: 'bounced', why: 'no-staff-line' };
  if (!isAllowedNumber(phone, rules.prefixes)) return { kind: 'bounced', why: 'number-not-allowed' };
  const { client, from } = provider;
  const twiml = callBackTwiml({ language, deskName: organisation, staffLine, callBackAt: from });
  const statusCallback = `${publicUrl}/phone/status?attempt=${id}`;
  return callPerson(client, { to: phone, from, twiml, statusCallback });
}
