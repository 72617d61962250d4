// The requests that a counter keeps while the network is down: sealed, and gone only once the desk has them.
import { currentHolder, openKept } from './kept-keys.js';

/** Unit: bytes, of the documents of one request. */
const filesMax = 8 * 1024 * 1024;
const news = new BroadcastChannel('guichet-kept');

/** Tells every page of the counter that something was kept, could not be, or changed. */
export function tell(kind) {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel of one origin has no target
  news.postMessage(kind);
}

/**
 * Seals a filled form under the key of the clerk who is signed in, with the instant; false when nobody is.
 * Pressed again, a form is kept anew under its number, and the first instant stands.
 */
export async function keep({ number, service, fields }) {
  const holder = await currentHolder();
  if (!holder) return false;
  const db = await openKept();
  const before = await db.get('requests', number);
  if (before?.state === 'sent') return true;
  const { staff, name } = holder;
  const keptAt = before?.keptAt ?? new Date().toISOString();
  const request = await seal(holder, `request ${number}`, await packed(service, fields));
  await db.put('requests', { number, staff, name, keptAt, state: 'waiting', request });
  return true;
}

/** Lays a form out as bytes: how long its texts are, its texts, then its documents one after the other. */
function packed(service, fields) {
  const entries = [...fields].filter(([name]) => name !== '_csrf');
  const files = entries.filter(([, value]) => value instanceof File && value.size > 0);
  const fits = files.reduce((total, [, { size }]) => total + size, 0) <= filesMax;
  const kept = fits ? files : [];
  const head = new TextEncoder().encode(
    JSON.stringify({
      service,
      fields: entries.filter(([, value]) => typeof value === 'string'),
      files: kept.map(([name, { name: fileName, type, size }]) => ({ name, fileName, type, size })),
      filesLeft: !fits,
    }),
  );
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, head.length);
  return new Blob([length, head, ...kept.map(([, file]) => file)]).arrayBuffer();
}

/** Opens a kept request of the clerk who is signed in; undefined when it is not theirs, was sent, or can't be opened. */
export async function openRequest({ number, staff, request }) {
  const plain = request && (await opened(staff, `request ${number}`, request));
  if (!plain) return undefined;
  const length = new DataView(plain).getUint32(0);
  const { files, ...head } = JSON.parse(new TextDecoder().decode(plain.slice(4, 4 + length)));
  let at = 4 + length;
  const documents = files.map(({ name, fileName, type, size }) => {
    const file = new File([plain.slice(at, at + size)], fileName, { type });
    at += size;
    return [name, file];
  });
  return { ...head, files: documents };
}

/** Lists what is kept here, oldest first: of whom, since when and how it stands, and nothing of what it says. */
export async function listKept() {
  const all = await (await openKept()).getAll('requests');
  return all.toSorted((a, b) => (a.keptAt < b.keptAt ? -1 : 1));
}

/** Writes what the desk said of a request beside it, sealed; once the desk has the request, nothing else of it stays. */
export async function noteTold({ number }, said) {
  const [db, holder] = [await openKept(), await currentHolder()];
  const item = await db.get('requests', number);
  if (!item) return;
  const isTaken = said.kind === 'accepted' || said.kind === 'already';
  const { request: _, ...facts } = item;
  const told =
    holder?.staff === item.staff
      ? await seal(holder, `told ${number}`, new TextEncoder().encode(JSON.stringify(said)))
      : undefined;
  await db.put('requests', isTaken ? { ...facts, state: 'sent', told } : { ...item, state: said.kind, told });
  tell('changed');
}

/** Opens what the desk said of a request of the clerk who is signed in; empty when it said nothing yet. */
export async function openTold({ number, staff, told }) {
  const plain = told && (await opened(staff, `told ${number}`, told));
  return plain ? JSON.parse(new TextDecoder().decode(plain)) : {};
}

/** Erases a request from this workstation. */
export async function forget(number) {
  await (await openKept()).delete('requests', number);
  tell('changed');
}

async function seal({ key }, boundTo, plain) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, bytes: await crypto.subtle.encrypt(sealing(iv, boundTo), key, plain) };
}

async function opened(staff, boundTo, { iv, bytes }) {
  const holder = await currentHolder();
  if (holder?.staff !== staff) return undefined;
  return crypto.subtle.decrypt(sealing(iv, boundTo), holder.key, bytes).catch(() => undefined);
}

const sealing = (iv, boundTo) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(boundTo),
});
