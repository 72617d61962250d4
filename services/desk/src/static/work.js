// What makes the desk quicker where scripts run. Nothing needs it to work.

// A station's screen is ready to type in, unless something else has the focus already.
const start = document.querySelector('[data-start] input:not([type="hidden"])');
if (start instanceof HTMLElement && document.activeElement === document.body) start.focus();

// Enter goes to the next field of a station's form; on the last one it sends.
for (const hint of document.querySelectorAll('[data-enter-hint]')) hint.hidden = false;
document.addEventListener('keydown', (event) => {
  const control = event.target;
  if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement)) return;
  const form = control.form;
  if (!form?.matches('[data-enter-next], :has([data-enter-next])') || control.type === 'file') return;
  const controls = [...form.elements].filter(isField);
  const next = controls[controls.indexOf(control) + (event.shiftKey ? -1 : 1)];
  event.preventDefault();
  // The change is told first: an answer that decides may draw the screen again, and the focus goes on from there.
  if (control.dataset.decides !== undefined && control.value !== control.defaultValue) {
    control.blur();
    return;
  }
  if (next) {
    next.focus();
    if (next instanceof HTMLInputElement && next.type === 'text') next.select();
  } else if (!event.shiftKey) {
    form.requestSubmit(form.querySelector('.button-primary'));
  }
});

function isField(one) {
  if (one.disabled || one.type === 'hidden' || one.tabIndex < 0) return false;
  if (one instanceof HTMLInputElement && one.type === 'radio')
    return one.checked || !one.form.elements[one.name]?.value;
  return (
    one instanceof HTMLInputElement || one instanceof HTMLSelectElement || one instanceof HTMLTextAreaElement
  );
}

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
