import type { ToSay } from '@guichet/casework';
import { calendarFile, emailWords, sendEmail } from '@guichet/channels/web';
import type { CorrespondenceContext } from '../correspondence-context.ts';

/** Sends a reply by e-mail, with what the person's calendar takes of it. Guarantee: at most one attempt. */
export function emailReply(ctx: CorrespondenceContext, say: Extract<ToSay, { way: 'email' }>) {
  const { publicUrl, organisation } = ctx;
  const { language, reference, event } = say;
  const named = { language, name: organisation[language] };
  return sendEmail(ctx.mailer, {
    deliveryId: say.deliveryId,
    from: ctx.mailFrom,
    to: say.email,
    language,
    ...emailWords({ ...say, publicUrl, organisation }),
    ...(event === undefined ? {} : { calendar: calendarFile([{ ...event, reference }], named) }),
  });
}
