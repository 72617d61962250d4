// A list that draws itself again while somebody is at the desk. Without scripts, loading the page again does the same.

const list = document.querySelector('[data-poll]');
/** A page may ask to be drawn more often while a machine works on what it shows. */
const everyMs = () => Number(list.dataset.every) || 15_000;
/** Polling for ever would keep an empty seat signed in. */
const awayMs = 5 * 60_000;
/** Between two drawings at least, and longer when the desk is slow. */
const restMs = 100;
let lastTouch = Date.now();
let isStale = false;
let isBusy = false;
/** Tells that the list is no longer as drawn; absent where the page names no stream. */
let changes;

const isWatched = () => !document.hidden && Date.now() - lastTouch < awayMs;
/** Somebody is in the list, or chose rows of it: neither is taken from under their hands. */
const isHeld = () => list.contains(document.activeElement) || list.querySelector('.choose :checked') !== null;

async function redraw() {
  if (!isStale || isBusy || !isWatched() || isHeld()) return;
  [isStale, isBusy] = [false, true];
  const from = Date.now();
  const text = await fetchPage().catch(() => undefined);
  const fresh = text && new DOMParser().parseFromString(text, 'text/html').querySelector('[data-poll]');
  if (fresh?.dataset.every) list.dataset.every = fresh.dataset.every;
  else if (fresh) delete list.dataset.every;
  // A line that is told aloud stays the element it is: a new one would be told by no reader.
  for (const line of fresh ? list.querySelectorAll('[aria-live][id]') : []) {
    const next = fresh.querySelector(`#${line.id}`);
    if (next && next.innerHTML !== line.innerHTML) line.innerHTML = next.innerHTML;
  }
  if (fresh && isHeld()) isStale = true;
  else if (fresh && fresh.innerHTML !== list.innerHTML) list.innerHTML = fresh.innerHTML;
  setTimeout(
    () => {
      isBusy = false;
      redraw();
    },
    Math.max(restMs, 4 * (Date.now() - from)),
  );
}

async function fetchPage() {
  // A part of a page may have an address of its own, which costs less than the page.
  const answer = await fetch(list.dataset.source ?? location.href, {
    headers: { accept: 'text/html' },
    redirect: 'error',
  });
  return answer.ok ? answer.text() : undefined;
}

function makeStale() {
  isStale = true;
  redraw();
}

/** Keeps a stream open only while somebody looks: a browser has few connections to give. */
function follow() {
  if (changes && (!isWatched() || changes.readyState === EventSource.CLOSED)) {
    changes.close();
    changes = undefined;
  }
  if (!changes && isWatched() && list.dataset.changes) {
    changes = new EventSource(list.dataset.changes);
    changes.addEventListener('changed', makeStale);
    changes.addEventListener('lookers', ({ data }) =>
      document.dispatchEvent(new CustomEvent('lookers', { detail: JSON.parse(data) })),
    );
  }
}

function keepLooking() {
  setTimeout(() => {
    follow();
    makeStale();
    keepLooking();
  }, everyMs());
}

function touch() {
  const wasWatched = isWatched();
  lastTouch = Date.now();
  if (!wasWatched) follow();
}

if (list) {
  for (const kind of ['keydown', 'pointerdown', 'pointermove'])
    document.addEventListener(kind, touch, { passive: true });
  document.addEventListener('visibilitychange', () => (follow(), makeStale()));
  list.addEventListener('focusout', () => setTimeout(redraw));
  keepLooking();
  follow();
}
