// The requests that a counter keeps while the network is down: sealed, and gone only once the desk has them.
import { currentHolder, openKept } from './kept-keys.js';
import { tell } from './kept-news.js';
import { newNumber } from './kept-number.js';

/** Unit: bytes, of the documents of one request. */
const filesMax = 8 * 1024 * 1024;
/** Until a request that the desk could not process is sent again. Unit: milliseconds. */
const againAfter = 10 * 60_000;

/**
 * Seals a filled form under the key of the clerk who is signed in, with the instant of the press, and gives the number it is kept
 * under; undefined when nobody is signed in. A form that waits to be corrected is kept anew under its number, and so is one that
 * waits to be sent where the clerk says that it is corrected (`_corrects`): the first instant stands, as the receipt says it. Any other
 * number that was used already is another person's, or another request: it gets a number of its own. `late` when what is
 * corrected waits no more: nothing is kept, since it would go twice.
 */
export async function keep({ number, service, fields, at }) {
  const holder = await currentHolder();
  if (!holder) return undefined;
  const db = await openKept();
  const before = await db.get('requests', number);
  const mark = await markOf(fields);
  const isCorrection = fields.has('_corrects');
  const stands = before?.staff === holder.staff ? before.state : undefined;
  const replaces = stands === 'incomplete' || (isCorrection && stands === 'waiting');
  if (before && !replaces && mark === (await markKept(before))) return number;
  if (isCorrection && !replaces) return 'late';
  const { staff, name } = holder;
  const own = before && !replaces ? newNumber() : number;
  const request = await seal(holder, `request ${own}`, await packed(service, fields, mark));
  const keptAt = replaces ? before.keptAt : at;
  const isKept = await change(db, own, (now) =>
    standsAs(now, replaces ? before : undefined)
      ? { number: own, staff, name, keptAt, pressedAt: at, state: 'waiting', request }
      : undefined,
  );
  // Sent, or pressed on another page, since we looked.
  return isKept ? own : keep({ number, service, fields, at });
}

const standsAs = (now, before) => now?.pressedAt === before?.pressedAt && now?.state === before?.state;

/** Puts what is made of an item in its place, on the disk itself when this answers; tells whether anything was. */
async function change(db, number, make) {
  const tx = db.transaction('requests', 'readwrite', { durability: 'strict' });
  const next = make(await tx.store.get(number));
  if (next) await tx.store.put(next);
  await tx.done;
  return next !== undefined;
}

/** Controls that say nothing of what is asked; how many entries a group has, its entries say. */
const ofFrame = /^_(?:csrf|action|shown|check|asked|kept|corrects)$|^_entries\./;

/**
 * Gives the mark of what a form says: the same when it is pressed again unchanged, wherever its fields are read. A page ends its lines
 * with one character and what it posts with two; a form filled in anew may hold its fields in another order.
 */
export async function markOf(fields) {
  const said = [...fields]
    .filter(([name, value]) => !ofFrame.test(name) && value !== '')
    .map(([name, value]) =>
      typeof value === 'string' ? [name, value.replaceAll('\r\n', '\n')] : [name, value.name, value.size],
    )
    .filter(([, , size]) => size !== 0)
    .toSorted(([a], [b]) => (a === b ? 0 : a < b ? -1 : 1));
  const bytes = new TextEncoder().encode(JSON.stringify(said));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...hash));
}

/** Gives the mark of what is kept under a number, while its clerk is signed in. */
export const markKept = async (item) => ((await openRequest(item)) ?? (await openTold(item))).mark;

/** Lays a form out as bytes: how long its texts are, its texts, then its documents one after the other. */
async function packed(service, fields, mark) {
  const entries = [...fields].filter(([name]) => name !== '_csrf' && name !== '_corrects');
  const files = entries.filter(([, value]) => value instanceof File && value.size > 0);
  const fits = files.reduce((total, [, { size }]) => total + size, 0) <= filesMax;
  const kept = fits ? files : [];
  // The page says what each name and code mean, and may be gone when this is read.
  const page = await caches.match(`/counter/kept/${service}`);
  const head = new TextEncoder().encode(
    JSON.stringify({
      service,
      mark,
      page: await page?.text(),
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

/**
 * Writes what the desk said of a request beside it, sealed; once the desk has the request, nothing else of it stays. What was
 * pressed since the request was sent is left as it is: the desk has not seen it.
 */
export async function noteTold(sent, said) {
  const [db, holder] = [await openKept(), await currentHolder()];
  const isTaken = said.kind === 'accepted' || said.kind === 'already';
  const told =
    holder?.staff === sent.staff
      ? await seal(holder, `told ${sent.number}`, new TextEncoder().encode(JSON.stringify(said)))
      : undefined;
  await change(db, sent.number, (item) => {
    if (item?.pressedAt !== sent.pressedAt) return undefined;
    const { request, again: _, ...facts } = item;
    return isTaken
      ? { ...facts, state: 'sent', told }
      : { ...facts, request, state: isLater(said) ? 'waiting' : said.kind, told, again: againAt(item, said) };
  });
  tell('changed');
}

/** The desk may take it as it is, at another moment. */
const isLater = ({ kind, why }) => kind === 'conflict' && (why === 'ahead' || why === 'failed');

/** When a refused request may be sent again by itself; never where the answer would be the same. */
function againAt({ keptAt }, { kind, why }) {
  if (kind !== 'conflict') return undefined;
  if (why === 'ahead') return keptAt;
  if (why === 'failed') return new Date(Date.now() + againAfter).toISOString();
  // It opens when the key it was sealed under is back; until then nothing of it leaves.
  return why === 'unreadable' ? new Date().toISOString() : undefined;
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
