// The palette: the pages of the desk, what can be done on this one, and cases, by a few letters. The page it is drawn from lists the same.

const palette = document.getElementById('palette');
const field = palette?.querySelector('[role="combobox"]');
const list = palette?.querySelector('[role="listbox"]');
const count = palette?.querySelector('[role="status"]');

/** The pages, asked for when the palette is first opened. */
let places;
let acts = [];
let found = [];
let at = 0;

const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const textOf = (element) => element.textContent.replace(/\s+/g, ' ').trim();

async function fetchPlaces() {
  const answer = await fetch(palette.dataset.source, { headers: { accept: 'text/html' }, redirect: 'error' });
  if (!answer.ok) return [];
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return [...page.querySelectorAll('[data-place]')].map((link) => ({
    name: textOf(link),
    words: plain(`${link.textContent} ${link.dataset.place}`),
    run: () => location.assign(link.getAttribute('href')),
  }));
}

/** What the keys of the desk can do on this page, each under the name that the page gives it. */
function actsHere() {
  return [...document.querySelectorAll('#desk-keys [data-does]')].flatMap((key) => {
    const { does, pressed, also } = key.dataset;
    const target = document.querySelector(`[data-key="${does}"]`);
    if (does === 'palette' || !target?.checkVisibility()) return [];
    const said = textOf(key.closest('div').querySelector('dd'));
    const own = target.matches('a, button, summary') ? textOf(target) : '';
    const name = target.getAttribute('aria-label') || own || said;
    const run = () => document.dispatchEvent(new CustomEvent('desk-act', { detail: does }));
    return [{ name, key: pressed, words: plain(`${name} ${said} ${also}`), run }];
  });
}

function caseAsked(typed) {
  const digits = typed.replace(/\D/g, '');
  if (digits.length < 3 || /\p{L}/u.test(typed)) return [];
  const run = () => location.assign(`/cases?reference=${digits}`);
  return [{ name: field.dataset.case.replace('9', typed.trim()), words: '', run }];
}

function find() {
  const asked = plain(field.value).split(/\s+/).filter(Boolean);
  const all = [...acts, ...(places ?? [])].filter(({ words }) => asked.every((word) => words.includes(word)));
  const begins = ({ name }) => asked.length > 0 && plain(name).startsWith(asked[0]);
  found = [...caseAsked(field.value), ...all.filter(begins), ...all.filter((one) => !begins(one))];
  at = 0;
  list.replaceChildren(...found.map(option));
  const { none, one, many } = count.dataset;
  count.textContent = found.length === 0 ? none : found.length === 1 ? one : many.replace('9', found.length);
  choose(0);
}

function option({ name, key }, index) {
  const item = document.createElement('li');
  item.id = `palette-${index}`;
  item.setAttribute('role', 'option');
  item.append(name);
  if (key) {
    const shown = document.createElement('kbd');
    shown.textContent = key.toUpperCase();
    item.append(shown);
  }
  item.addEventListener('click', () => run(index));
  return item;
}

function choose(to) {
  at = found.length === 0 ? 0 : (to + found.length) % found.length;
  [...list.children].forEach((item, index) => item.setAttribute('aria-selected', String(index === at)));
  const item = list.children[at];
  if (item) field.setAttribute('aria-activedescendant', item.id);
  else field.removeAttribute('aria-activedescendant');
  item?.scrollIntoView({ block: 'nearest' });
}

/** Closed first, so that the focus is back where it was when the act begins. */
function run(index) {
  const one = found[index];
  if (!one) return;
  palette.close();
  one.run();
}

const moves = {
  ArrowDown: () => choose(at + 1),
  ArrowUp: () => choose(at - 1),
  Enter: () => run(at),
};

async function open() {
  if (palette.open) return;
  acts = actsHere();
  field.value = '';
  palette.showModal();
  field.focus();
  find();
  if (places) return;
  places = await fetchPlaces().catch(() => undefined);
  const kept = at;
  find();
  // What was chosen meanwhile stands before what came.
  if (kept < found.length) choose(kept);
}

if (palette) {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('[data-key="palette"]') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    open();
  });
  field.addEventListener('input', find);
  field.addEventListener('keydown', (event) => {
    const move = Object.hasOwn(moves, event.key) && !event.isComposing ? moves[event.key] : undefined;
    if (!move) return;
    event.preventDefault();
    move();
  });
}
