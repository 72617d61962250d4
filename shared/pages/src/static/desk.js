// Keyboard shortcuts of the desk. Every one has a link or a button: nothing needs this script to work.
// The page of keys keeps the same cookie: `all`, `pedals` for those of recordings alone, or `none`.
const kept = 'guichet-keys';
const mode = () => /(?:^|; )guichet-keys=(\w+)/.exec(document.cookie)?.[1] ?? 'all';
const aYear = 365 * 24 * 60 * 60;

const errors = document.querySelector('[data-focus]');
if (errors instanceof HTMLElement) errors.focus();

const rows = () => [...document.querySelectorAll('[data-row]')];
const linkOf = (row) => row?.querySelector('a[href]');

function move(step) {
  const list = rows();
  if (list.length === 0) return;
  const at = list.findIndex((row) => row.contains(document.activeElement));
  const to = at < 0 ? (step > 0 ? 0 : list.length - 1) : Math.min(list.length - 1, Math.max(0, at + step));
  linkOf(list[to])?.focus();
  list[to].scrollIntoView({ block: 'nearest' });
}

const actions = {
  j: () => move(1),
  k: () => move(-1),
  o: () => linkOf(rows().find((row) => row.contains(document.activeElement)))?.click(),
  '/': () => document.querySelector('[data-key="search"]')?.focus(),
  n: () => document.querySelector('[data-key="next"]')?.click(),
  p: () => document.querySelector('[data-key="previous"]')?.click(),
  q: () => document.querySelector('[data-key="quick"]')?.click(),
  r: () => document.querySelector('[data-key="turn"]')?.click(),
  '+': () => document.querySelector('[data-key="larger"]')?.click(),
  '-': () => document.querySelector('[data-key="smaller"]')?.click(),
  '?': () => {
    const help = document.getElementById('desk-keys');
    if (!help) return;
    help.open = !help.open;
    if (help.open) help.querySelector('summary')?.focus();
  },
};

const typing = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]';

document.addEventListener('keydown', (event) => {
  if (mode() !== 'all' || event.defaultPrevented || event.isComposing) return;
  // AltGr types letters on many keyboards, and the browser's own shortcuts come first.
  if (event.ctrlKey || event.metaKey || event.altKey || event.getModifierState('AltGraph')) return;
  if (event.target instanceof Element && event.target.closest(typing)) return;
  const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
  if (!action) return;
  event.preventDefault();
  action();
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
