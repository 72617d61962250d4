// The keys under which a counter keeps requests: one a clerk, on this workstation only while their session lasts.
// What opens it again is a secret that the desk tells that clerk alone. A script can use a key, never read it.
import { openDB } from './idb.js';
import { tell } from './kept-news.js';

/** A session lasts no longer. Unit: milliseconds. */
const lifeMs = 12 * 60 * 60_000;
const algorithm = 'AES-GCM';

let base;

/** Opens what this workstation keeps. */
export function openKept() {
  base ??= openDB('guichet-counter', 1, {
    upgrade(db) {
      db.createObjectStore('holders', { keyPath: 'staff' });
      db.createObjectStore('requests', { keyPath: 'number' });
      db.createObjectStore('facts');
    },
    terminated: dropBase,
  }).catch((error) => {
    dropBase();
    throw error;
  });
  return base;
}

/** What could not be opened, or was closed, is opened anew the next time. */
function dropBase() {
  base = undefined;
}

/** Gives the clerk whose key is here; undefined when nobody is signed in. A key whose session can last no more goes, and that is told. */
export async function currentHolder() {
  const db = await openKept();
  const holder = await db.get('holders', (await db.get('facts', 'current')) ?? '');
  if (!holder?.key) return undefined;
  if (holder.until > Date.now()) return holder;
  const tx = db.transaction('holders', 'readwrite');
  const now = await tx.store.get(holder.staff);
  // Brought anew meanwhile, it stays.
  const isOver = now.until <= Date.now();
  if (isOver) await tx.store.put(withoutKey(now));
  await tx.done;
  if (isOver) tell('changed');
  return undefined;
}

/** A holder whose key is off this workstation: what is left opens nothing without the desk's secret. */
const withoutKey = ({ key: _key, proof: _proof, ...holder }) => holder;

/** Gives the clerk who was last signed in here and did not sign out, whether their key is here or not. */
export async function lastStaff() {
  return (await openKept()).get('facts', 'current');
}

/** Brings the key of the clerk whom the desk says is signed in; those of others go. Not while a sign-out is still to reach the desk. */
export function openHolder({ staff, name, secret, csrf }) {
  return navigator.locks.request('guichet-kept-keys', async () => {
    const db = await openKept();
    if (await db.get('facts', 'leaving')) return;
    await dropOthers(db, staff);
    const known = await db.get('holders', staff);
    const waits = (await db.getAll('requests')).some((one) => one.staff === staff && one.state !== 'sent');
    const { wrapped, older = [], key } = known?.key ? known : await keyOf(known, secret, waits);
    const until = Date.now() + lifeMs;
    // With the proof of the session, by which it is ended from a page that the desk did not draw.
    await db.put('holders', { staff, name, wrapped, older, key, until, proof: csrf });
    await db.put('facts', staff, 'current');
  });
}

/** Takes the keys of everybody else off this workstation. */
export function closeOthers(staff) {
  return navigator.locks.request('guichet-kept-keys', async () => dropOthers(await openKept(), staff));
}

/** Takes every key off this workstation: the desk said that the session ended. The clerk's comes back when they sign in. */
export function closeKeys() {
  return closeOthers(undefined);
}

/** Notes that the clerk of this proof of a session signs out: the desk may not hear of it now. */
export async function noteLeaving(proof) {
  await (await openKept()).put('facts', proof, 'leaving');
}

/** Gives the proof of the session that was left without the desk hearing of it. */
export async function leavingNow() {
  return (await openKept()).get('facts', 'leaving');
}

export async function endLeaving() {
  await (await openKept()).delete('facts', 'leaving');
}

/** Tells the desk that the session of a proof ends; false while it does not answer. A network that answers in its place is not it. */
export async function tellLeft(proof, within) {
  const body = new URLSearchParams({ _csrf: proof });
  const headers = { accept: 'application/json' };
  try {
    const signal = AbortSignal.timeout(within);
    const answer = await fetch('/session/end', { method: 'POST', body, headers, redirect: 'manual', signal });
    return answer.status === 403
      ? await hasEnded(proof, signal)
      : answer.ok && (await answer.json()).kind === 'signed-out';
  } catch {
    return false;
  }
}

/** Tells whether the desk itself says that the session of a proof is no more: whatever stands before it refuses too. */
async function hasEnded(proof, signal) {
  const asked = { headers: { accept: 'application/json' }, redirect: 'manual', cache: 'no-store', signal };
  const answer = await fetch('/counter/kept-requests', asked);
  if (answer.status === 401) return (await answer.json()).kind === 'signed-out';
  const { csrf } = answer.ok ? await answer.json() : {};
  // Somebody signed in since.
  return proof !== '' && typeof csrf === 'string' && csrf !== proof;
}

/** Takes every key off this workstation, and what is said of requests sent: nothing here can be read any more. */
export function closeAll() {
  return navigator.locks.request('guichet-kept-keys', async () => {
    const db = await openKept();
    await dropOthers(db, undefined);
    await db.delete('facts', 'current');
    for (const { number, state } of await db.getAll('requests'))
      if (state === 'sent') await db.delete('requests', number);
  });
}

async function dropOthers(db, staff) {
  const dropped = (await db.getAll('holders')).filter((one) => one.staff !== staff && one.key);
  for (const holder of dropped) await db.put('holders', withoutKey(holder));
  // A page that is left open shows nothing of theirs any more.
  if (dropped.length > 0) tell('changed');
}

/** Opens the clerk's key by their secret, or makes one; `waits` tells whether anything is sealed under the keys of before. */
async function keyOf(known, secret, waits) {
  const raw = Uint8Array.from(atob(secret), (one) => one.charCodeAt(0));
  const outer = await crypto.subtle.importKey('raw', raw, algorithm, false, ['wrapKey', 'unwrapKey']);
  const open = ({ iv, bytes }) =>
    crypto.subtle.unwrapKey('raw', bytes, outer, { name: algorithm, iv }, algorithm, false, [
      'encrypt',
      'decrypt',
    ]);
  const all = known ? [known.wrapped, ...(known.older ?? [])] : [];
  for (const wrapped of all) {
    const key = await open(wrapped).catch(() => undefined);
    if (key) return { wrapped, older: waits ? all.filter((one) => one !== wrapped) : [], key };
  }
  // A desk with another key file tells another secret: what was sealed before opens when the first is back.
  const fresh = await crypto.subtle.generateKey({ name: algorithm, length: 256 }, true, [
    'encrypt',
    'decrypt',
  ]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = await crypto.subtle.wrapKey('raw', fresh, outer, { name: algorithm, iv });
  const wrapped = { iv, bytes };
  return { wrapped, older: waits ? all : [], key: await open(wrapped) };
}
