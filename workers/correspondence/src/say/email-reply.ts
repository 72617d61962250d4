import type { ToSay } from '@guichet/casework';
import { emailWords, sendEmail } from '@guichet/channels/web';
import type { CorrespondenceContext } from '../correspondence-context.ts';

/** Sends a reply by e-mail. Guarantee: at most one attempt. */
export function emailReply(ctx: CorrespondenceContext, say: Extract<ToSay, { way: 'email' }>) {
  const { publicUrl, organisation } = ctx;
  return sendEmail(ctx.mailer, {
    deliveryId: say.deliveryId,
    from: ctx.mailFrom,
    to: say.email,
    language: say.language,
    ...emailWords({ ...say, publicUrl, organisation }),
  });
}
