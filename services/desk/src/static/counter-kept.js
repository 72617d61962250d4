// The counter goes on when the network drops: says so on one line, keeps its pages, and sends what it kept when the line returns.
import './kept-again.js';
import { currentHolder, lastStaff, openHolder } from './kept-keys.js';
import { hear } from './kept-news.js';
import { listKept } from './kept-requests.js';
import { askDesk, finishLeaving, sendKept } from './send-kept.js';

/** Pages are kept once nobody has gone on to another one for so long. Unit: milliseconds. */
const restMs = 2_000;
let resting;
const bar = document.querySelector('[data-kept]');
/** Unit: milliseconds, between two tries while something waits or the network is away. */
const [soon, slow] = [10_000, 5 * 60_000];
let wait = soon;
let again;
let isTurning = false;
let isDue = false;
/** The requests recorded that stood here when this page opened. */
let sentBefore;
/** How often this page began to say something: what takes longer to find out is not said over what came after it. */
let begun = 0;

if (bar && window.isSecureContext && 'serviceWorker' in navigator && 'locks' in navigator) start();

function start() {
  const worker = { type: 'module', scope: '/counter', updateViaCache: 'none' };
  navigator.serviceWorker.register('/counter-worker.js', worker).catch(() => {});
  // What waits here is asked to stay when the disk is full.
  navigator.storage?.persist?.().catch(() => {});
  window.addEventListener('online', atOnce);
  window.addEventListener('offline', atOnce);
  document.addEventListener('visibilitychange', () => document.hidden || again === undefined || atOnce());
  hear((news) => {
    if (news === 'changed') show();
    else if (news === 'not-kept') show({ desk: 'offline', word: bar.dataset.notKept });
    else if (news === 'late') show({ word: bar.dataset.late });
    if (news !== 'changed') later();
  });
  // A form in which the desk does not answer says so itself.
  document.addEventListener('desk-away', () => {
    show({ desk: 'offline' });
    later();
  });
  // A key whose session can last no more goes from a page that is left open too.
  setInterval(() => currentHolder().catch(() => {}), slow);
  turn();
}

function keepPages(mark) {
  clearTimeout(resting);
  resting = setTimeout(async () => {
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ keepPages: mark }, []);
  }, restMs);
}

function atOnce() {
  wait = soon;
  turn();
}

function later() {
  clearTimeout(again);
  // Many counters come back at one moment: they do not all ask at once.
  again = setTimeout(turn, wait * (0.75 + Math.random() / 2));
  wait = Math.min(wait * 2, slow);
}

async function turn() {
  if (isTurning) {
    isDue = true;
    return;
  }
  [isTurning, isDue] = [true, false];
  clearTimeout(again);
  again = undefined;
  let state = 'offline';
  let waits = false;
  try {
    state = await goRound();
    if (state === 'here') wait = soon;
    await show({ desk: state });
    document.dispatchEvent(new CustomEvent('kept-turned', { detail: state }));
    waits = (await listKept()).some(({ state }) => state === 'waiting');
  } catch {
    // What this browser keeps can't be opened now: the next turn tries again.
    waits = true;
  } finally {
    isTurning = false;
  }
  if (isDue) turn();
  else if (state === 'offline' || (state === 'here' && waits)) later();
}

/** Asks the desk who is signed in, keeps its pages and sends what waits; gives how the desk stood in the end. */
async function goRound() {
  if (!(await finishLeaving())) return 'offline';
  const desk = await askDesk();
  if (desk.kind !== 'here') return desk.kind;
  await openHolder(desk);
  keepPages(desk.pages);
  const outcome = await sendKept(desk, (at, count) =>
    show({ desk: 'here', word: put(bar.dataset.sending, { at, count }) }),
  );
  return outcome === 'offline' || outcome === 'signed-out' ? outcome : 'here';
}

/** Tells whether a form pressed now would be kept: by a worker that stands before this page, with all its pages, for a clerk. */
async function canKeep() {
  const names = 'caches' in window ? await caches.keys() : [];
  const isWhole = names.some((name) => /^guichet-counter-pages-.*-whole$/.test(name));
  return isWhole && navigator.serviceWorker.controller !== null && (await currentHolder()) !== undefined;
}

/** Says where things stand, in one line: the network, then what waits, what is wrong, what was recorded. */
async function show({ desk = bar.dataset.state ?? '', word } = {}) {
  bar.dataset.state = desk;
  begun += 1;
  const since = begun;
  const all = await listKept();
  const own = await lastStaff();
  const mine = all.filter(({ staff }) => staff === own);
  const count = (test) => mine.filter(test).length;
  const sent = count(({ state }) => state === 'sent');
  const wrong = count(({ state }) => state === 'incomplete' || state === 'conflict');
  const waiting = count(({ state }) => state === 'waiting');
  sentBefore ??= sent;
  const fresh = Math.max(0, sent - sentBefore);
  const { dataset } = bar;
  const parts = word
    ? [word]
    : [
        desk === 'offline' ? ((await canKeep()) ? dataset.offline : dataset.offlineNone) : '',
        desk === 'signed-out' ? ofCount(waiting, dataset.signInOne, dataset.signInMany) : '',
        desk === 'signed-out' ? '' : ofCount(waiting, dataset.waitingOne, dataset.waitingMany),
        ofCount(wrong, dataset.wrongOne, dataset.wrongMany),
        ofCount(fresh, dataset.sentOne, dataset.sentMany),
        ...othersOf(all, own).map(({ name, count }) =>
          ofCount(count, dataset.othersOne, dataset.othersMany, { name }),
        ),
      ];
  if (since !== begun) return;
  const line = bar.querySelector('[role="status"]');
  const text = parts.filter(Boolean).join(' ');
  if (line.textContent !== text) line.textContent = text;
  const isListed = document.querySelector('[data-kept-list]') !== null;
  bar.querySelector('a').hidden = mine.length === 0 || isListed;
}

/** Counts what waits of each other clerk. */
function othersOf(all, own) {
  const byName = new Map();
  for (const { staff, name, state } of all)
    if (staff !== own && state !== 'sent') byName.set(name, (byName.get(name) ?? 0) + 1);
  return [...byName].map(([name, count]) => ({ name, count }));
}

function ofCount(count, one, many, more = {}) {
  return count === 0 ? '' : put(count === 1 ? one : many, { count, ...more });
}

function put(text, values) {
  return Object.entries(values).reduce((said, [name, value]) => said.replaceAll(`{${name}}`, value), text);
}
