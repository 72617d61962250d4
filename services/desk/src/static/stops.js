// Where the keyboard stops in a form, and what its keys do there.

export const isButton = (one) => one instanceof HTMLButtonElement || one.localName === 'summary';
export const isToggle = (one) => one.type === 'radio' || one.type === 'checkbox';

/** Tells whether Enter is the control's own: it presses buttons, ends lines and chooses files. */
export function ownsEnter(control) {
  return isButton(control) || control.type === 'file' || control.localName === 'textarea';
}

/** Lists the stops of a key in order: Tab stops at buttons too, Enter at fields alone; of radios, one. */
function stops(form, key, from) {
  return [...form.querySelectorAll('input, select, textarea, button, summary')].filter((one) => {
    if (one.disabled || one.type === 'hidden' || one.tabIndex < 0 || one.closest('.ahead')) return false;
    if (key === 'Enter' && (isButton(one) || one.matches('[data-confirms]'))) return false;
    if (one.type === 'radio' && (one.name === from.name || isOtherChecked(one))) return false;
    return one.checkVisibility();
  });
}

const isOtherChecked = (radio) =>
  !radio.checked && [...radio.form.elements].some((one) => one.name === radio.name && one.checked);

/** Gives the boxes that say a person looked at a field, each with whether a control is of its field. */
const confirmsOf = (form) =>
  [...form.querySelectorAll('[data-confirms]')].map((box) => ({
    box,
    holds: (one) =>
      one === box ||
      (box.dataset.alone === undefined &&
        (one.name === box.dataset.confirms || one.name?.startsWith(`${box.dataset.confirms}.`))),
  }));

/** Gives the box of the field in doubt that a control is of; undefined where the machine is sure. */
export function confirmOf(form, control) {
  return confirmsOf(form).find(({ holds }) => holds(control))?.box;
}

/** From a field in doubt, Enter goes to the next one that nobody confirmed, and then to the button that ends. */
function afterDoubt(form, from) {
  const all = stops(form, 'Enter', from);
  const left = confirmsOf(form).filter(({ box, holds }) => !box.checked && !holds(from));
  const isLater = ({ box }) => from.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING;
  const next = left.find(isLater) ?? left[0];
  return next ? (all.find((one) => next.holds(one)) ?? next.box) : form.querySelector('.button-primary');
}

/** Gives the stop after a place in the form. */
export function after(form, from, key) {
  const box = key === 'Enter' ? confirmOf(form, from) : undefined;
  // A field of several controls is left from its last one.
  if (box && isLastOf(form, from, box)) return afterDoubt(form, from);
  return stops(form, key, from).find(
    (one) => one.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_PRECEDING,
  );
}

function isLastOf(form, from, box) {
  if (from === box) return true;
  const { holds } = confirmsOf(form).find((one) => one.box === box);
  const own = stops(form, 'Enter', from).filter((one) => one !== box && holds(one));
  return own.indexOf(from) === own.length - 1;
}

/** Gives the stop before a place in the form. */
export function before(form, from, key) {
  return stops(form, key, from).findLast(
    (one) => one.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
}

/** Finds a control again that was drawn anew; the form itself where it is gone. */
export function placed(form, one) {
  if (one.isConnected) return one;
  const again = one.id
    ? document.getElementById(one.id)
    : [...form.elements].find((other) => other.name === one.name && other.value === one.value);
  return again ?? form;
}

/** Moves the focus to a stop, with its text chosen so that typing replaces it. */
export function land(on) {
  on.focus();
  if (on instanceof HTMLInputElement && !isToggle(on) && on.type !== 'file') on.select();
}

/** Does at a stop what typing this text there does. */
export function put(on, text) {
  if (text === '' || isButton(on) || on.type === 'file') return;
  if (isToggle(on)) {
    if (text.includes(' ')) on.click();
    return;
  }
  if (on instanceof HTMLSelectElement) {
    const wanted = text.toLocaleLowerCase();
    const option = [...on.options].find((one) => one.text.toLocaleLowerCase().startsWith(wanted));
    if (option) on.value = option.value;
  } else if (on instanceof HTMLTextAreaElement)
    on.setRangeText(text, on.selectionStart, on.selectionEnd, 'end');
  else {
    on.value = text;
    // The caret stands after it, as after typing; controls that can't say where it is put it there themselves.
    if (on.selectionEnd !== null) on.setSelectionRange(text.length, text.length);
  }
  on.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Does at a stop what an arrow key does there, and gives the stop it leads to. */
export function turn(at, key) {
  const step = key === 'ArrowDown' ? 1 : -1;
  if (at instanceof HTMLSelectElement) {
    at.selectedIndex = Math.min(at.options.length - 1, Math.max(0, at.selectedIndex + step));
  }
  if (at.type !== 'radio') return at;
  const all = [...at.form.elements].filter((one) => one.name === at.name);
  const to = all[(all.indexOf(at) + step + all.length) % all.length];
  to.click();
  return to;
}
