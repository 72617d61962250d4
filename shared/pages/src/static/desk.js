// Keyboard shortcuts of the desk. Every one has a link or a button: nothing needs this script to work.
// The page of keys keeps the same cookie: `all`, `pedals` for those of recordings alone, or `none`.
const kept = 'guichet-keys';
const mode = () => /(?:^|; )guichet-keys=(\w+)/.exec(document.cookie)?.[1] ?? 'all';
const aYear = 365 * 24 * 60 * 60;

/** What a page begins with: the list of what is wrong in a form, if there is one. */
function begin() {
  document.querySelector('[data-focus]')?.focus();
}
begin();

/** Which key does what, as the page's own help lists it: the person may have chosen others. Example: { j: 'down' } */
const chosen = Object.fromEntries(
  [...document.querySelectorAll('#desk-keys [data-does]')].map(({ dataset }) => [
    dataset.pressed,
    dataset.does,
  ]),
);

/** A row is what can be gone to in a list: it is marked, or it is a line of a table with something to press. */
const rows = () =>
  [...document.querySelectorAll('[data-row], main tbody tr:has(a[href], button)')].filter((row) =>
    row.checkVisibility(),
  );
const linkOf = (row) => row?.querySelector('a[href]');
const rowHere = () => rows().find((row) => row.contains(document.activeElement));

function move(step) {
  const list = rows();
  if (list.length === 0) return;
  const at = list.indexOf(rowHere());
  const to = at < 0 ? (step > 0 ? 0 : list.length - 1) : Math.min(list.length - 1, Math.max(0, at + step));
  (linkOf(list[to]) ?? list[to].querySelector('button'))?.focus();
  list[to].scrollIntoView({ block: 'nearest' });
}

/** Presses what the page marks as an act's: a button or a link; a field takes the focus, and what is folded opens before. */
function press(act) {
  const target = document.querySelector(`[data-key="${act}"]`);
  if (!target || (target.closest('[data-acts]') && !hasChosen())) return;
  if (target.localName === 'summary') {
    target.parentElement.open = true;
    target.parentElement.querySelector('select, textarea, input:not([type="hidden"])')?.focus();
  } else if (target.matches('input, select, textarea')) target.focus();
  else if (missing(target)) missing(target).focus();
  else target.click();
}

/** Rows are acted on by their boxes: with none checked, it is the row that has the focus. */
function hasChosen() {
  if (!document.querySelector('.choose :checked')) checkHere();
  return document.querySelector('.choose :checked') !== null;
}

function checkHere() {
  rowHere()?.querySelector('.choose input')?.click();
}

/** What is to be chosen before a button can be pressed, if it is not. */
function missing({ dataset, form }) {
  const choices = dataset.needs ? [...form.querySelectorAll(`[name="${dataset.needs}"]`)] : [];
  return choices.some(({ checked }) => checked) ? undefined : choices[0];
}

let before;
function help() {
  const keys = document.getElementById('desk-keys');
  if (!keys) return;
  keys.open = !keys.open;
  if (!keys.open) return before?.focus();
  before = document.activeElement;
  keys.querySelector('summary')?.focus();
}

const own = {
  down: () => move(1),
  up: () => move(-1),
  open: () => linkOf(rowHere())?.click(),
  choose: checkHere,
  help,
};

const typing = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]';
/** A box or a choice takes no letters. Elsewhere than in lists and decisions, though, letters are meant for the next field. */
const takesNoLetter = '.choose input, [data-keyed] [type="radio"]';
const isTyping = (target) =>
  target instanceof Element && target.closest(typing) !== null && !target.matches(takesNoLetter);

function act(what) {
  if (Object.hasOwn(own, what)) own[what]();
  else press(what);
}

document.addEventListener('desk-act', ({ detail }) => act(detail));

document.addEventListener('keydown', (event) => {
  if (mode() !== 'all' || event.defaultPrevented || event.isComposing) return;
  // AltGr types letters on many keyboards, and the browser's own shortcuts come first.
  if (event.ctrlKey || event.metaKey || event.altKey || event.getModifierState('AltGraph')) return;
  if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
  const key = event.shiftKey ? event.key : event.key.toLowerCase();
  if (!Object.hasOwn(chosen, key)) return;
  event.preventDefault();
  act(chosen[key]);
});

/** Says to screen readers which key presses what, while keys are on. */
function sayKeys() {
  for (const [key, what] of Object.entries(chosen))
    for (const target of document.querySelectorAll(`[data-key="${what}"]`)) {
      if (mode() === 'all') target.setAttribute('aria-keyshortcuts', key === '+' ? 'Plus' : key);
      else target.removeAttribute('aria-keyshortcuts');
    }
}
sayKeys();
document.addEventListener(kept, sayKeys);
document.addEventListener('desk-page', () => {
  begin();
  sayKeys();
});

const keySwitch = document.querySelector('[data-keys-switch]');
if (keySwitch instanceof HTMLElement) {
  const say = () => {
    keySwitch.textContent = mode() === 'none' ? keySwitch.dataset.on : keySwitch.dataset.off;
  };
  keySwitch.hidden = false;
  keySwitch.addEventListener('click', () => {
    const turned = mode() === 'none' ? 'all' : 'none';
    const secure = location.protocol.startsWith('https') ? '; secure' : '';
    document.cookie = `${kept}=${turned}; path=/; max-age=${aYear}; samesite=strict${secure}`;
    document.dispatchEvent(new Event(kept));
    say();
  });
  say();
}
