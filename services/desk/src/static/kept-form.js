// A form of the counter that was kept for want of network: it holds every question, and gets its number here, unless its address has one.
// An address that names a request that waits shows it as it was pressed, to be corrected.
import { fillAgain, lastHeld } from './fill-again.js';
import { currentHolder } from './kept-keys.js';
import { hear } from './kept-news.js';
import { newNumber, numberNamed } from './kept-number.js';
import { listKept, openRequest } from './kept-requests.js';

const form = document.querySelector('form[data-kept-form]');
const controlsOf = (root) => [...root.querySelectorAll('input:not([type="hidden"]), select, textarea')];
const blank = ({ type, checked, value }) =>
  type === 'radio' || type === 'checkbox' ? !checked : value.trim() === '';

const corrected = numberNamed();
const number = corrected ?? /\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(location.pathname)?.[1];
form.action = `${form.dataset.keptForm}/${number ?? newNumber()}`;
// Another entry is the desk's to draw: as many as fit are here, and those left blank are not sent.
for (const button of form.querySelectorAll('[name="_action"]:is([value^="add:"], [value^="remove:"])'))
  button.remove();
form.addEventListener('submit', (event) => {
  if (!isWarned && warn()) {
    event.preventDefault();
    return;
  }
  for (const count of form.querySelectorAll('[name^="_entries."]')) {
    const entries = [...count.closest('[data-question]').querySelectorAll('.entry')];
    const filled = entries.findLastIndex((entry) => controlsOf(entry).some((one) => !blank(one)));
    count.value = String(Math.max(filled, lastHeld(form, count.name.slice('_entries.'.length))) + 1);
  }
});

/** Of whom the request is with which this form was filled in. */
let filledFor;

/** Fills the form in as its request was pressed; one that waits no more is not corrected here. */
async function correct() {
  const item = (await listKept()).find((one) => one.number === number && one.state === 'waiting');
  const request = item && (await openRequest(item));
  if (!request) return location.replace('/counter/kept');
  filledFor = item.staff;
  fillAgain(form, request);
  await leaveWhenClosed();
}

/** What was kept is read by its clerk alone: it goes from the page when their key does. */
async function leaveWhenClosed() {
  if (filledFor !== undefined && (await currentHolder())?.staff !== filledFor)
    location.replace('/counter/kept');
}

/** Said once: what the person does not know now can be asked later. */
let isWarned = false;

/** Says which answers that everybody gives are blank, and goes to the first; false when there is none. */
function warn() {
  const blanks = form.dataset.required
    .split(' ')
    .map((key) => form.querySelector(`[data-question="${CSS.escape(key)}"]`))
    .filter((question) => question && controlsOf(question).every(blank));
  const line = form.querySelector('[data-missing]');
  const labels = blanks.map((question) => question.querySelector('.label')?.textContent.trim() ?? '');
  line.textContent =
    blanks.length === 0 ? '' : line.dataset.missing.replace('{questions}', labels.join(', '));
  line.hidden = blanks.length === 0;
  if (blanks.length > 0) controlsOf(blanks[0])[0].focus();
  isWarned = blanks.length > 0;
  return isWarned;
}

const holder = await currentHolder().catch(() => undefined);
hear(leaveWhenClosed);
window.addEventListener('pageshow', leaveWhenClosed);
if (corrected) await correct();
if (holder) {
  const line = document.querySelector('[data-kept-for]');
  line.textContent = line.dataset.keptFor.replace('{name}', holder.name);
  line.hidden = false;
} else {
  document.querySelector('[data-no-holder]').hidden = false;
  for (const button of form.querySelectorAll('button')) button.disabled = true;
}
form.querySelector('[data-start] :is(input:not([type="hidden"]), select, textarea)')?.focus();
