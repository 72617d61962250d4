import { callerNumber, smsAnswer } from '@guichet/channels/phone';
import { Hono } from 'hono';
import { checkedWebhook } from './checked-webhook.ts';
import type { PhoneDeps } from './phone-deps.ts';

/** `POST /phone/sms`: STOP or ARRÊT is noted and acknowledged; anything else gets a pointer to the doors. */
export function smsRoute(deps: PhoneDeps): Hono {
  return new Hono().post('/phone/sms', async (c) => {
    const webhook = await checkedWebhook(c, deps);
    if (!webhook.ok) return webhook.refusal;
    const { Body, From, OptOutType } = webhook.params;
    const phone = callerNumber(From);
    const answer = smsAnswer({
      body: Body ?? '',
      site: deps.account.publicUrl,
      ...deps.pointer,
      ...(OptOutType ? { optOut: OptOutType } : {}),
    });
    try {
      if (answer.wanted !== undefined && phone !== undefined)
        await deps.desk.smsConsent({ phone, wanted: answer.wanted });
    } catch (error) {
      deps.log.error({ event: 'phone.sms-not-noted', err: error }, 'a text message could not be noted');
      return c.text('later', 503);
    }
    return c.body(answer.document, 200, { 'content-type': 'text/xml; charset=utf-8' });
  });
}
