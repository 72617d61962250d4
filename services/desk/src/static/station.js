// The mailroom's station by keys alone. Enter confirms a field in doubt, other keys turn the pictures, and one undoes.
// Without scripts the boxes are checked by hand, and a picture opens by its link.

const root = document.querySelector('[data-station]');
const form = root?.querySelector('form');
const tools = document.querySelector('[data-tools]');
const pictures = root?.querySelector('[data-pictures]');
const frames = [...(pictures?.querySelectorAll('.page-frame') ?? [])];
const buttons = [...(tools?.querySelectorAll('[data-tool]') ?? [])];

/** Widths of a page in the panel, as shares of it; the second is the whole width. */
const zooms = [0.6, 1, 1.5, 2, 3];
let zoom = 1;
/** Where the field being looked at stands: a page's frame, and its place in the pixels of the picture. */
let here;

/** What was done last comes first: a control as it was, and whether its field was confirmed. */
const done = [];
/** The controls as they were when their field was entered. */
const entered = new Map();

const areOn = () => !/(?:^|; )guichet-keys=none(?:;|$)/.test(document.cookie);
const isBox = (one) => one.type === 'checkbox' || one.type === 'radio';
const stateOf = (one) => (isBox(one) ? one.checked : one.value);

function boxOf(control) {
  const name = control?.name ?? '';
  return [...form.querySelectorAll('[data-confirms]:not([data-alone])')].find(
    ({ dataset: { confirms } }) => name === confirms || name.startsWith(`${confirms}.`),
  );
}

const actions = {
  zoomIn: () => turn(zoom + 1),
  zoomOut: () => turn(zoom - 1),
  whole() {
    here = undefined;
    turn(1);
    (frameInSight() ?? frames[0])?.scrollIntoView({ block: 'nearest' });
  },
  next() {
    const at = frames.indexOf(here?.frame ?? frameInSight());
    here = undefined;
    mark();
    frames[(at + 1) % frames.length]?.scrollIntoView({ block: 'start', inline: 'nearest' });
  },
  undo,
};

// Keys

function pressed(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.getModifierState('AltGraph')) return undefined;
  const key = `${event.shiftKey ? 'Shift+' : ''}${event.key}`;
  return buttons.find((button) => button.dataset.key === key)?.dataset.tool;
}

function onKey(event) {
  if (event.isComposing) return;
  const tool = areOn() ? pressed(event) : undefined;
  if (tool) {
    event.preventDefault();
    event.stopPropagation();
    actions[tool]();
    return;
  }
  if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
  // A key held down confirms nothing: each field is looked at.
  if (event.repeat && form.contains(event.target)) {
    event.preventDefault();
    event.stopPropagation();
  } else confirmAt(event.target);
}

/** Enter leaves a field from its last control: only then was all of it looked at. */
function confirmAt(control) {
  if (!form.contains(control) || control.localName === 'textarea' || control.localName === 'button') return;
  const box = control.matches('[data-confirms]') ? control : boxOf(control);
  if (!box || box.checked || !isLast(control, box)) return;
  note(control);
  done.push({ control: box, was: false, focus: control });
  box.checked = true;
}

function isLast(control, box) {
  const own = [...form.elements].filter((one) => one !== box && boxOf(one) === box && one.type !== 'hidden');
  return control === box || own.indexOf(control) === own.length - 1;
}

// What was done, and back

/** Notes a control that is not as it was when it was entered. */
function note(control) {
  const was = entered.get(control);
  if (was === undefined || was === stateOf(control)) return;
  entered.set(control, stateOf(control));
  done.push({ control, was, focus: control });
}

function undo() {
  note(document.activeElement);
  let last = done.pop();
  while (last && (!last.control.isConnected || stateOf(last.control) === last.was)) last = done.pop();
  const said = tools.querySelector('[data-said]');
  said.textContent = last ? said.dataset.undone : said.dataset.nothing;
  if (!last) return;
  const { control, was, focus } = last;
  if (isBox(control)) control.checked = was;
  else control.value = was;
  entered.set(control, was);
  if (focus.isConnected) focus.focus();
  if (focus instanceof HTMLInputElement && !isBox(focus)) focus.select();
  control.dispatchEvent(new Event('change', { bubbles: true }));
  // A change takes a confirmation away; one that is undone was none.
  const before = done.at(-1);
  if (before?.control === boxOf(control) && before.by === control) {
    done.pop();
    before.control.checked = before.was;
  }
}

// Pictures

function frameInSight() {
  const top = pictures.getBoundingClientRect().top;
  return frames.find((frame) => frame.getBoundingClientRect().bottom > top + 40);
}

function turn(to) {
  zoom = Math.min(zooms.length - 1, Math.max(0, to));
  for (const frame of frames) frame.style.width = `${zooms[zoom] * 100}%`;
  mark();
}

/** Marks on its page where the field being looked at stands, and brings it into sight. */
function mark() {
  for (const frame of frames) frame.querySelector('.page-here')?.remove();
  const image = here?.frame.querySelector('img');
  if (!image?.naturalWidth) return;
  const [x, y, width, height] = here.at;
  const spot = document.createElement('span');
  spot.className = 'page-here';
  Object.assign(spot.style, {
    left: `${(x / image.naturalWidth) * 100}%`,
    top: `${(y / image.naturalHeight) * 100}%`,
    width: `${(width / image.naturalWidth) * 100}%`,
    height: `${(height / image.naturalHeight) * 100}%`,
  });
  here.frame.append(spot);
  // The panel alone moves: the page stays where the keyboard is.
  const [panel, place] = [pictures.getBoundingClientRect(), spot.getBoundingClientRect()];
  if (pictures.scrollHeight > pictures.clientHeight)
    pictures.scrollTop += place.top + place.height / 2 - (panel.top + panel.height / 2);
  if (pictures.scrollWidth > pictures.clientWidth)
    pictures.scrollLeft += place.left + place.width / 2 - (panel.left + panel.width / 2);
}

function look(control) {
  const name = control.dataset.confirms ?? control.name ?? '';
  const question = control.closest('[data-question]');
  const crops = [...(question?.querySelectorAll('[data-crop-of]') ?? [])];
  const crop =
    crops.find(({ dataset: { cropOf } }) => name === cropOf || name.startsWith(`${cropOf}.`)) ?? crops[0];
  if (!crop) return;
  const frame = document.getElementById(crop.dataset.page);
  if (!frame) return;
  here = { frame, at: crop.dataset.at.split(' ').map(Number) };
  mark();
}

/** The keyboard starts at the first field in doubt, unless the desk has something to say first. */
function start() {
  const box = form.querySelector('[data-start] [data-confirms]:not(:checked)');
  if (!box || document.activeElement !== document.body) return;
  const first = [...form.elements].find((one) => one.type !== 'hidden' && one !== box && boxOf(one) === box);
  (first ?? box).focus();
  if (first instanceof HTMLInputElement && !isBox(first)) first.select();
}

function showKeys() {
  const on = areOn();
  for (const button of buttons) {
    const { key } = button.dataset;
    if (on && key) button.setAttribute('aria-keyshortcuts', key);
    else button.removeAttribute('aria-keyshortcuts');
  }
  for (const one of tools.querySelectorAll('[data-keys="on"]')) one.hidden = !on;
  for (const one of tools.querySelectorAll('[data-keys="off"]')) one.hidden = on;
}

if (form && tools && pictures) {
  tools.hidden = false;
  for (const button of buttons) button.addEventListener('click', () => actions[button.dataset.tool]());
  // Before the questions' own keys, which lead on from what is confirmed here.
  document.addEventListener('keydown', onKey, { capture: true });
  form.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && 'value' in target) entered.set(target, stateOf(target));
    look(target);
  });
  form.addEventListener('focusout', ({ target }) => note(target));
  form.addEventListener('input', ({ target }) => {
    const box = boxOf(target);
    if (!box?.checked || target === box) return;
    done.push({ control: box, was: true, focus: target, by: target });
    box.checked = false;
  });
  form.addEventListener('click', ({ target }) => {
    if (target.matches?.('[data-confirms]'))
      done.push({ control: target, was: !target.checked, focus: target });
  });
  for (const image of pictures.querySelectorAll('img')) image.addEventListener('load', mark);
  document.addEventListener('guichet-keys', showKeys);
  showKeys();
  start();
}
