import { callerNumber, inputOf, spokenApology, spokenFarewell, spokenMoment } from '@guichet/channels/phone';
import { Hono } from 'hono';
import { checkedWebhook, publicPath, rawTarget } from './checked-webhook.ts';
import type { PhoneDeps } from './phone-deps.ts';
import { takeTurn } from './take-turn.ts';

/** How often a call in progress is asked for a moment while our memory of it is away, before we apologise. */
const momentsMax = 8;

/**
 * `POST /phone/voice`: starts or goes on with a call.
 *
 * Guarantee: always answers TwiML to a signed webhook; without Redis an apology that claims nothing.
 */
export function voiceRoute(deps: PhoneDeps): Hono {
  const actionPath = publicPath(deps, '/phone/voice');
  const recordingPath = publicPath(deps, '/phone/recording');
  const moments = new Moments();
  return new Hono().post('/phone/voice', async (c) => {
    const webhook = await checkedWebhook(c, deps);
    if (!webhook.ok) return webhook.refusal;
    const { params } = webhook;
    const xml = (document: string) => c.body(document, 200, { 'content-type': 'text/xml; charset=utf-8' });
    const turn = turnOf(rawTarget(c));
    const callSid = params['CallSid'];
    if (turn === 'unknown' || callSid === undefined) return c.text('not found', 404);
    if (turn === 'message') {
      const isLeft = params['RecordingUrl'] !== undefined;
      if (isLeft)
        await deps.desk.messageMade(callSid).catch((error: unknown) => {
          deps.log.error({ event: 'phone.recording-not-noted', err: error }, 'a message could not be noted');
        });
      return xml(spokenFarewell(isLeft));
    }
    const from = callerNumber(params['From']);
    try {
      const document = await takeTurn(deps, {
        callSid,
        input: inputOf(params),
        actionPath,
        recordingPath,
        ...(turn === undefined ? {} : { turn }),
        ...(from === undefined ? {} : { from }),
      });
      moments.forget(callSid);
      return xml(document);
    } catch (error) {
      deps.log.error({ event: 'phone.turn-failed', err: error }, 'a turn could not be taken');
      // A call in progress may outlive a short outage; the key just pressed is asked again.
      if (turn !== undefined && moments.count(callSid) <= momentsMax)
        return xml(spokenMoment(`${actionPath}?t=${turn}`));
      return xml(spokenApology({ actionPath, recordingPath }));
    }
  });
}

/** The turn number is all an address may carry. */
function turnOf(target: string): number | 'message' | undefined | 'unknown' {
  const query = target.includes('?') ? target.slice(target.indexOf('?') + 1) : undefined;
  if (query === undefined) return undefined;
  if (query === 't=message') return 'message';
  return /^t=[1-9]\d{0,3}$/.test(query) ? Number(query.slice(2)) : 'unknown';
}

/** Counts, in this process alone, the moments asked of calls during an outage. */
class Moments {
  readonly #counts = new Map<string, number>();

  count(callSid: string): number {
    if (this.#counts.size > 10_000) this.#counts.clear();
    const count = (this.#counts.get(callSid) ?? 0) + 1;
    this.#counts.set(callSid, count);
    return count;
  }

  forget(callSid: string): void {
    this.#counts.delete(callSid);
  }
}
