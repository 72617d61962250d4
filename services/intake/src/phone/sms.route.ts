import { callerNumber, smsAnswer, smsStatus, type StatusAsked, statusAsked } from '@guichet/channels/phone';
import { Hono } from 'hono';
import { answerOnce } from './answer-once.ts';
import { checkedWebhook } from './checked-webhook.ts';
import type { PhoneDeps } from './phone-deps.ts';

/**
 * `POST /phone/sms`: STOP or ARRÊT is noted and acknowledged before all else; ETAT or STATUS tells where a request stands;
 * anything else gets a pointer to the doors.
 *
 * Guarantee: a message told again counts as no second try on a request, and gets the same answer.
 */
export function smsRoute(deps: PhoneDeps): Hono {
  return new Hono().post('/phone/sms', async (c) => {
    const webhook = await checkedWebhook(c, deps);
    if (!webhook.ok) return webhook.refusal;
    const { Body = '', From, OptOutType, MessageSid, SmsSid } = webhook.params;
    const phone = callerNumber(From);
    const answer = smsAnswer({
      body: Body,
      site: deps.account.publicUrl,
      ...deps.pointer,
      ...(OptOutType ? { optOut: OptOutType } : {}),
    });
    const xml = (document: string) => c.body(document, 200, { 'content-type': 'text/xml; charset=utf-8' });
    const asked = answer.wanted === undefined && !OptOutType ? statusAsked(Body) : undefined;
    if (asked !== undefined) {
      const sid = MessageSid ?? SmsSid;
      const tell = () => answerStatus(deps, asked);
      return xml(await (sid === undefined ? tell() : answerOnce(deps, sid, tell)));
    }
    try {
      if (answer.wanted !== undefined && phone !== undefined)
        await deps.desk.smsConsent({ phone, wanted: answer.wanted });
    } catch (error) {
      deps.log.error({ event: 'phone.sms-not-noted', err: error }, 'a text message could not be noted');
      return c.text('later', 503);
    }
    return xml(answer.document);
  });
}

async function answerStatus({ desk, today, account, log }: PhoneDeps, asked: StatusAsked): Promise<string> {
  if (asked.kind === 'unreadable') return smsStatus({ kind: 'not-found' });
  if (asked.kind === 'draft') return smsStatus({ ...asked, site: account.publicUrl });
  const { reference, fact } = asked;
  try {
    const status = await desk.findStatus(reference, fact);
    return smsStatus(status.kind === 'found' ? { ...status, reference, today: today() } : status);
  } catch (error) {
    log.warn({ event: 'phone.sms-not-answered', err: error }, 'a status could not be told by text message');
    return smsStatus({ kind: 'away' });
  }
}
