import { Hono } from 'hono';
import { checkedWebhook, rawTarget } from './checked-webhook.ts';
import type { PhoneDeps } from './phone-deps.ts';

/** `POST /phone/recording`: the provider has a recording ready to fetch. 503 asks it to tell us again. */
export function recordingRoute(deps: PhoneDeps): Hono {
  return new Hono().post('/phone/recording', async (c) => {
    const webhook = await checkedWebhook(c, deps);
    if (!webhook.ok) return webhook.refusal;
    const { CallSid, RecordingSid, RecordingUrl, RecordingStatus, RecordingDuration } = webhook.params;
    if (CallSid === undefined || RecordingSid === undefined || RecordingUrl === undefined)
      return c.text('not found', 404);
    try {
      await deps.desk.recordingReady({
        callSid: CallSid,
        recordingSid: RecordingSid,
        recordingUrl: RecordingUrl,
        status: RecordingStatus ?? 'completed',
        seconds: Number(RecordingDuration ?? '0'),
        message: rawTarget(c).endsWith('?t=message'),
      });
      return c.body(null, 204);
    } catch (error) {
      deps.log.error({ event: 'phone.recording-not-noted', err: error }, 'a recording could not be noted');
      return c.text('later', 503);
    }
  });
}
