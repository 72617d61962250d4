// Stands between the counter's pages and the network. The network comes first; where it does not answer, a page that was kept is
// shown, and a form that was sent is sealed. No page with anything about a person is ever kept.
import { tell } from './kept-news.js';
import { keep, markOf } from './kept-requests.js';

/** Both are put in by the desk: what the files hold, and their paths. */
const stamp = 'assets-stamp';
const assets = ['assets-paths'];

/** Unit: milliseconds, without an answer. A form with documents takes longer. */
const [pageWithin, pageWithinAfterNone, formWithin, documentsWithin] = [8_000, 1_500, 10_000, 60_000];
/** When the network last did not answer: right after, a page is waited for less long. */
let noneAt = 0;
const [assetsName, pagesName] = ['guichet-counter-assets-', 'guichet-counter-pages-'];
const shell = '/counter/kept';
const elsewhere = /^\/counter\/(board|kiosk|screen|device)(\/|$)|\.pdf$/;
const ofForm =
  /^\/counter\/(?!kept\/|resumed\/)([a-z0-9-]+)(?:\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))?$/;

/** The page of what is kept, shown at this address, says that the request is recorded. */
const ofReceipt = /^\/counter\/[a-z0-9-]+\/[0-9a-f-]{36}\/receipt$/;

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(keepAssets());
});
self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), dropOldAssets()]));
});
self.addEventListener('message', (event) => {
  if (typeof event.data?.keepPages === 'string') event.waitUntil(keepPages(event.data.keepPages));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.method === 'GET' && pathname.startsWith('/static/'))
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  else if (request.mode !== 'navigate' || !/^\/counter(\/|$)/.test(pathname) || elsewhere.test(pathname))
    return;
  else if (request.method === 'GET') event.respondWith(pageOf(request, pathname));
  else if (request.method === 'POST') event.respondWith(answerPress(event, pathname));
});

/** Gives the answer of the network, or undefined where none comes in time, or the desk behind it is down. */
async function answerOf(asked, within) {
  const late = new Promise((resolve) => setTimeout(resolve, within));
  const answer = await Promise.race([asked, late]).catch(() => undefined);
  if (answer && answer.status < 502) return answer;
  noneAt = Date.now();
  return undefined;
}

async function pageOf(request, pathname) {
  // The list of what is kept is the same for everybody, and is read when a session has ended too.
  const list = pathname === shell && (await caches.match(shell));
  if (list) return list;
  const isBrief = Date.now() - noneAt < formWithin && !ofReceipt.test(pathname);
  const within = isBrief ? pageWithinAfterNone : pageWithin;
  const answer = await answerOf(fetch(request), within);
  if (answer) return answer;
  const service = ofForm.exec(pathname)?.[1];
  const form = await caches.match(service ? `${shell}/${service}` : pathname);
  return (form || (await caches.match(shell))) ?? Response.error();
}

/** The presses that are under way, each by its form's number and the page it was made in. */
const underWay = new Map();

/** Answers the press of a form. The same form pressed again meanwhile waits for what the first press comes to. */
async function answerPress({ request, clientId }, pathname) {
  const [, service, number] = ofForm.exec(pathname) ?? [];
  // The moment the button was pressed, whatever the network takes to fail.
  const press = { request, service, number, at: new Date().toISOString() };
  const form = `${number} ${clientId}`;
  const coming = outcomeOf(press, number && underWay.get(form));
  underWay.set(form, coming);
  try {
    return (await coming).answer;
  } finally {
    if (underWay.get(form) === coming) underWay.delete(form);
  }
}

/** Gives the answer to a press, with what it said, and whether the desk may have taken it or the workstation kept it. */
async function outcomeOf({ request, service, number, at }, before) {
  const type = request.headers.get('content-type') ?? '';
  const body = await request.arrayBuffer();
  const fields =
    number &&
    (await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => undefined));
  const isWhole = fields && (fields.get('_action') ?? 'continue') === 'continue';
  const says = isWhole ? await markOf(fields) : undefined;
  const first = isWhole ? await before?.catch(() => undefined) : undefined;
  const hasCase = first?.mayBeTaken && first.says !== says ? await hasReceipt(service, number) : false;
  // The desk has the words of the first press: those of this one are not lost in the receipt of the others.
  if (hasCase) {
    tell('late');
    return { ...first, answer: stays() };
  }
  // What was kept meanwhile is what this press is about.
  if (first?.kept) fields.set('_corrects', 'yes');
  // A form that the desk did not draw has no proof of the session, and one that corrects what waits here takes its place: both go by
  // the way of what is kept, which is sent at once where the network is there, and so does one of which nobody can tell.
  if (hasCase !== undefined && !fields?.has('_kept') && !fields?.has('_corrects')) {
    const headers = { 'content-type': type, accept: 'text/html' };
    const within = hasDocuments(fields) ? documentsWithin : formWithin;
    const late = new AbortController();
    const sent = fetch(request.url, {
      method: 'POST',
      body,
      headers,
      redirect: 'manual',
      signal: late.signal,
    });
    const answer = await answerOf(sent, within);
    // What is kept from here on may be corrected: the first words do not reach the desk after all, ahead of it.
    if (!answer) late.abort();
    else return { answer, says, mayBeTaken: isWhole && answer.type === 'opaqueredirect' };
  }
  const press = { number: first?.kept ?? number, service, fields, at };
  // A disk that is full, or closed, keeps nothing: that is told, and the page stays.
  const kept = isWhole ? await keep(press).catch(() => undefined) : undefined;
  if (kept && kept !== 'late') {
    tell('kept');
    return { answer: Response.redirect(`${shell}#${kept}`, 303), says, kept };
  }
  tell(kept ?? 'not-kept');
  return { answer: stays() };
}

/** Tells whether the desk has a case of a form; undefined where it does not answer. Where it leads to after a press can't be read here. */
async function hasReceipt(service, number) {
  const asked = { redirect: 'manual', cache: 'no-store', headers: { accept: 'text/html' } };
  return (await answerOf(fetch(`/counter/${service}/${number}/receipt`, asked), pageWithin))?.ok;
}

/** The page stays as it is, with all that was typed in it. */
const stays = () => new Response(null, { status: 204 });

const hasDocuments = (fields) =>
  [...(fields?.values() ?? [])].some((value) => value instanceof File && value.size > 0);

/** Keeps the pages that a counter needs without network, as the desk draws them now; those of before go once all are here. */
async function keepPages(mark) {
  if ((await hasAssets()) && (await caches.has(`${pagesName}${mark}-whole`))) return;
  await navigator.locks.request('guichet-counter-pages', async () => {
    if (!(await hasAssets()) && !(await keepAssets().catch(() => false))) return;
    const cache = await caches.open(pagesName + mark);
    const list = await keepPage(cache, shell);
    if (!list) return;
    for (const [, path] of (await list.text()).matchAll(/data-kept-form="([^"]+)"/g))
      if (!(await keepPage(cache, path))) return;
    await caches.open(`${pagesName}${mark}-whole`);
    for (const name of await caches.keys())
      if (name.startsWith(pagesName) && !name.startsWith(pagesName + mark)) await caches.delete(name);
  });
}

async function keepAssets() {
  const cache = await caches.open(assetsName + stamp);
  await cache.addAll(assets);
  return true;
}

async function hasAssets() {
  const cache = await caches.open(assetsName + stamp);
  return (await cache.keys()).length >= assets.length;
}

/** Those of just before stay: the pages that are kept are drawn with them until the new ones are here. */
async function dropOldAssets() {
  const others = (await caches.keys()).filter(
    (name) => name.startsWith(assetsName) && name !== assetsName + stamp,
  );
  for (const name of others.slice(0, -1)) await caches.delete(name);
}

async function keepPage(cache, path) {
  const kept = await cache.match(path);
  if (kept) return kept;
  const answer = await fetch(path, { redirect: 'error', cache: 'no-store' }).catch(() => undefined);
  if (!answer?.ok) return undefined;
  await cache.put(path, answer.clone());
  return answer;
}
