// Sends what a counter kept, one request after the other, each under the number of its form.
import { listKept, noteTold, openRequest, tell } from './kept-requests.js';

/** Unit: milliseconds. */
const [askWithin, sendWithin] = [8_000, 30_000];
const path = '/counter/kept-requests';

/** Asks the desk who is signed in: `here` with what the clerk's key opens by, else `signed-out`, else `offline`. */
export async function askDesk() {
  try {
    const signal = AbortSignal.timeout(askWithin);
    const answer = await fetch(path, { redirect: 'manual', cache: 'no-store', signal });
    if (answer.ok && isJson(answer)) return { kind: 'here', ...(await answer.json()) };
    return { kind: answer.status >= 500 ? 'offline' : 'signed-out' };
  } catch {
    return { kind: 'offline' };
  }
}

/**
 * Sends what waits of the clerk who is signed in, and notes what the desk says of each; `offline` when it stops answering.
 * One page sends at a time; were there two, the desk would still make one case of each number.
 */
export function sendKept({ staff, csrf }, say) {
  return navigator.locks.request('guichet-kept-send', { ifAvailable: true }, async (lock) => {
    if (!lock) return 'elsewhere';
    const waiting = (await listKept()).filter((one) => one.staff === staff && one.state !== 'sent');
    for (const [index, item] of waiting.entries()) {
      say(index + 1, waiting.length);
      const told = await send(item, csrf);
      if (typeof told === 'string') return told;
      await noteTold(item, told);
    }
    tell('changed');
    return 'sent';
  });
}

async function send(item, csrf) {
  const request = await openRequest(item);
  if (!request) return { kind: 'conflict', why: 'unreadable' };
  const body = new FormData();
  for (const [name, value] of [...request.fields, ...request.files]) body.append(name, value);
  body.set('_csrf', csrf);
  body.set('_number', item.number);
  body.set('_service', request.service);
  body.set('_kept-at', item.keptAt);
  try {
    const signal = AbortSignal.timeout(sendWithin);
    const answer = await fetch(path, { method: 'POST', body, redirect: 'manual', signal });
    if (isJson(answer)) return { ...(await answer.json()), service: request.service };
    if (answer.status >= 500) return 'offline';
    return answer.status === 422 || answer.status === 413
      ? { kind: 'conflict', why: 'unreadable' }
      : 'signed-out';
  } catch {
    return 'offline';
  }
}

const isJson = (answer) => (answer.headers.get('content-type') ?? '').startsWith('application/json');
