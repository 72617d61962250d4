// Sends what a counter kept, one request after the other, each under the number of its form.
import { closeKeys, currentHolder, endLeaving, leavingNow, tellLeft } from './kept-keys.js';
import { tell } from './kept-news.js';
import { listKept, noteTold, openRequest } from './kept-requests.js';

/** Unit: milliseconds. */
const [askWithin, sendWithin] = [8_000, 30_000];
const path = '/counter/kept-requests';
const asScript = { accept: 'application/json' };
const answers = new Set(['accepted', 'already', 'incomplete', 'conflict']);

/** Ends at the desk the session that was left while it did not answer; false while it still does not. */
export async function finishLeaving() {
  const proof = await leavingNow();
  if (proof === undefined) return true;
  if (!(await tellLeft(proof, askWithin))) return false;
  await endLeaving();
  return true;
}

/** Asks the desk who is signed in: `here` with what the clerk's key opens by, else `signed-out`, and the key goes; else `offline`. */
export async function askDesk() {
  try {
    const signal = AbortSignal.timeout(askWithin);
    const answer = await fetch(path, { headers: asScript, redirect: 'manual', cache: 'no-store', signal });
    const told = isJson(answer) ? await jsonOf(answer) : undefined;
    if (await saysSignedOut(answer, told)) return { kind: 'signed-out' };
    // What else answers, or refuses, is not the desk: a network that wants its own sign-in first.
    return answer.ok && typeof told?.secret === 'string' ? { ...told, kind: 'here' } : { kind: 'offline' };
  } catch {
    return { kind: 'offline' };
  }
}

/** Tells whether a request is to be sent now: what waits, what may have been mended since, and what the desk may take by now. */
const isDue = ({ state, again }) =>
  state === 'incomplete' || (again === undefined ? state === 'waiting' : Date.parse(again) <= Date.now());

/**
 * Sends what waits of the clerk who is signed in, and notes what the desk says of each; `offline` when it stops answering. One that
 * the desk can't take is put aside, and the others go on. One page sends at a time; were there two, the desk would still make one
 * case of each number.
 */
export function sendKept({ staff, csrf }, say) {
  return navigator.locks.request('guichet-kept-send', { ifAvailable: true }, async (lock) => {
    if (!lock) return 'elsewhere';
    const due = (await listKept()).filter((one) => one.staff === staff && one.state !== 'sent' && isDue(one));
    for (const [index, item] of due.entries()) {
      say(index + 1, due.length);
      const told = await send(item, csrf);
      if (typeof told === 'string') return told;
      await noteTold(item, told);
    }
    tell('changed');
    return 'sent';
  });
}

/** Gives what the desk says of one request, or why the sending ends here. */
async function send(item, csrf) {
  if (!(await currentHolder())) return 'closed';
  const request = await openRequest(item);
  if (!request) return { kind: 'conflict', why: 'unreadable' };
  const body = new FormData();
  for (const [name, value] of [...request.fields, ...request.files]) body.append(name, value);
  body.set('_csrf', csrf);
  body.set('_number', item.number);
  body.set('_service', request.service);
  body.set('_kept-at', item.keptAt);
  body.set('_pressed-at', item.pressedAt ?? item.keptAt);
  body.set('_now', new Date().toISOString());
  try {
    const signal = AbortSignal.timeout(sendWithin);
    const answer = await fetch(path, { method: 'POST', body, headers: asScript, redirect: 'manual', signal });
    if (answer.type === 'opaqueredirect' || [502, 503, 504].includes(answer.status)) return 'offline';
    const told = isJson(answer) ? await jsonOf(answer) : undefined;
    if (await saysSignedOut(answer, told)) return 'signed-out';
    // Another network refuses, or somebody signed in meanwhile: asked anew at the next turn.
    if (answer.status === 401 || answer.status === 403) return 'offline';
    if (answers.has(told?.kind)) return { ...told, mark: request.mark, service: request.service };
    return { kind: 'conflict', why: answer.status === 413 ? 'too-large' : 'failed' };
  } catch {
    return 'offline';
  }
}

/** Tells whether the desk itself says that no clerk is signed in; where nobody is, the keys go. */
async function saysSignedOut({ status }, told) {
  const isSaid = (status === 401 || status === 403) && told?.kind === 'signed-out';
  if (isSaid && status === 401) await closeKeys();
  return isSaid;
}

/** Reads an answer that calls itself JSON; undefined where it is none. A line that breaks meanwhile is an error. */
async function jsonOf(answer) {
  const text = await answer.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isJson = (answer) => (answer.headers.get('content-type') ?? '').startsWith('application/json');
