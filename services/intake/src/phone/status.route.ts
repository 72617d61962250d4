import { DeskError } from '@guichet/kernel';
import { Hono } from 'hono';
import { callStore } from './call-store.ts';
import { checkedWebhook } from './checked-webhook.ts';
import { lastRecord } from './last-record.ts';
import type { PhoneDeps } from './phone-deps.ts';
import { settleCall } from './settle-call.ts';

const over = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled']);

/** `POST /phone/status`: a call ended, or the fate of a call or a text message of ours. 503 asks to be told again. */
export function statusRoute(deps: PhoneDeps): Hono {
  return new Hono().post('/phone/status', async (c) => {
    const webhook = await checkedWebhook(c, deps);
    if (!webhook.ok) return webhook.refusal;
    const { CallSid, CallStatus, CallDuration, Direction, MessageSid, SmsSid, MessageStatus, SmsStatus } =
      webhook.params;
    const { ErrorCode, SequenceNumber } = webhook.params;
    const deliveryId = c.req.query('delivery');
    const attemptId = c.req.query('attempt');
    const textId = c.req.query('text');
    const details = {
      ...(deliveryId === undefined ? {} : { deliveryId }),
      ...(ErrorCode === undefined ? {} : { errorCode: ErrorCode }),
      ...(SequenceNumber === undefined ? {} : { sequence: Number(SequenceNumber) }),
    };
    const messageSid = MessageSid ?? SmsSid;
    const messageStatus = MessageStatus ?? SmsStatus;
    try {
      if (messageSid !== undefined && messageStatus !== undefined) {
        const news = { providerId: messageSid, status: messageStatus };
        if (textId !== undefined) await deps.desk.textStatus({ ...news, textId });
        else await deps.desk.deliveryStatus({ ...news, kind: 'sms', ...details });
      } else if (CallSid !== undefined && CallStatus !== undefined) {
        if (attemptId !== undefined) {
          await deps.desk.callBackStatus({ providerId: CallSid, attemptId, status: CallStatus });
        } else if (Direction !== undefined && Direction !== 'inbound') {
          await deps.desk.deliveryStatus({
            providerId: CallSid,
            kind: 'voice',
            status: CallStatus,
            ...details,
          });
        } else if (over.has(CallStatus)) {
          const record = await lastRecord(deps, CallSid);
          const settled = record && (await settleCall(deps, record));
          // The provider may never tell of it again: the call ends here though the desk did not take all of it.
          await deps.desk.callEnded({
            callSid: CallSid,
            status: CallStatus,
            seconds: Number(CallDuration ?? '0'),
            state: settled?.state,
          });
          await callStore(deps.redis).close(CallSid);
          if (settled?.isWhole === false)
            throw new DeskError('not-now', 'fault', { detail: 'the desk did not take all of a call' });
        }
      } else {
        return c.text('not found', 404);
      }
      return c.body(null, 204);
    } catch (error) {
      deps.log.error({ event: 'phone.status-not-noted', err: error }, 'a status could not be noted');
      return c.text('later', 503);
    }
  });
}
