// What makes the desk quicker where scripts run. Nothing needs it to work.

// A station's screen is ready to type in, unless something else has the focus already.
const start = document.querySelector('[data-start] :is(input:not([type="hidden"]), select, textarea)');
if (start instanceof HTMLElement && document.activeElement === document.body) start.focus();

// The picture follows the field that is being checked.
document.addEventListener('focusin', (event) => {
  const row = event.target instanceof Element ? event.target.closest('[data-shows]') : null;
  if (!row) return;
  const page = document.getElementById(row.dataset.shows ?? '');
  page?.scrollIntoView({ block: 'nearest' });
});

// Printing is a button only where it can be one.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// The queue draws itself again while somebody is at the desk: polling for ever would keep an empty seat signed in.
const polled = document.querySelector('[data-poll]');
const everyMs = 15_000;
const awayMs = 5 * 60_000;
let lastTouch = Date.now();
for (const kind of ['keydown', 'pointerdown', 'pointermove']) {
  document.addEventListener(kind, () => (lastTouch = Date.now()), { passive: true });
}
async function poll(section) {
  if (document.hidden || Date.now() - lastTouch > awayMs || section.contains(document.activeElement)) return;
  const answer = await fetch(location.href, { headers: { accept: 'text/html' }, redirect: 'error' });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector('[data-poll]');
  if (fresh && fresh.innerHTML !== section.innerHTML && !section.contains(document.activeElement)) {
    section.innerHTML = fresh.innerHTML;
  }
}
if (polled) setInterval(() => poll(polled).catch(() => {}), everyMs);
