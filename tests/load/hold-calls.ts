import { Agent, request as sendRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { callLine, type PhoneCall } from '../support/call/call-line.ts';
import { seeded } from '../support/paper/random.ts';
import { line } from './open-process.ts';

export interface HeldCalls {
  port: number;
  /** Calls in progress at once: each telephone calls again as soon as its call has ended. */
  telephones: number;
  seconds: number;
  /** How long a caller takes to hear a prompt and press: between these two, or no time at all. Unit: milliseconds */
  pace?: readonly [from: number, to: number];
  /** Makes one call, from the greeting to its end. */
  talk(call: PhoneCall, telephone: number): Promise<unknown>;
}

export interface CallFigures {
  /** Of each webhook of a call, from the request to the last byte of its answer. Unit: milliseconds */
  turns: number[];
  /** Calls that came to their end within the time. */
  calls: number;
  turnsPerSecond: number;
}

/**
 * Keeps so many telephones on the line at once for so many seconds, through signed webhooks.
 *
 * Guarantee: bounded in time: a call that still lasts is left where it is, as a caller who hangs up leaves it.
 * Errors: throws on a refusal, on TwiML with a fault and on a dialog that goes astray.
 */
export async function holdCalls({ port, telephones, seconds, pace, talk }: HeldCalls): Promise<CallFigures> {
  const agent = new Agent({ keepAlive: true, maxSockets: telephones });
  const random = seeded(telephones);
  const thinking = () => (pace ? pace[0] + random() * (pace[1] - pace[0]) : 0);
  const turns: number[] = [];
  let calls = 0;
  const from = performance.now();
  const until = from + seconds * 1000;

  const post = async (target: string, { headers, body }: RequestInit): Promise<Response> => {
    if (pace && isAct(String(body))) await sleep(thinking());
    if (performance.now() > until) throw new TimeIsUp();
    const sent = performance.now();
    const answer = await send({
      agent,
      port,
      target,
      headers: headers as Record<string, string>,
      body: String(body),
    });
    if (target.startsWith('/phone/voice')) turns.push(performance.now() - sent);
    return answer;
  };
  const url = `http://127.0.0.1:${port}`;
  await Promise.all(
    Array.from({ length: telephones }, async (_, telephone) => {
      await sleep(thinking());
      try {
        for (;;) {
          const caller = `+1418555${String(1000 + telephone).slice(-4)}`;
          const call = await callLine({ ...line, url, from: caller, to: line.number, post, pauseMsMax: 0 });
          await talk(call, telephone);
          calls += 1;
        }
      } catch (error) {
        if (!(error instanceof TimeIsUp)) throw error;
      }
    }),
  );
  agent.destroy();
  return { turns, calls, turnsPerSecond: turns.length / ((performance.now() - from) / 1000) };
}

class TimeIsUp extends Error {}

/** Keys and recordings are a person's; a redirect and the news of a recording come by themselves. */
function isAct(body: string): boolean {
  const params = new URLSearchParams(body);
  return params.has('Digits');
}

interface Webhook {
  agent: Agent;
  port: number;
  target: string;
  headers: Record<string, string>;
  body: string;
}

function send({ agent, port, target, headers, body }: Webhook): Promise<Response> {
  return new Promise((settle, fail) => {
    const length = { 'content-length': Buffer.byteLength(body) };
    const sent = sendRequest(
      { agent, port, host: '127.0.0.1', method: 'POST', path: target, headers: { ...headers, ...length } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.once('error', fail);
        answer.once('end', () => {
          const status = answer.statusCode ?? 500;
          settle(new Response(status === 204 ? null : Buffer.concat(chunks), { status }));
        });
      },
    );
    sent.once('error', fail);
    sent.end(body);
  });
}
