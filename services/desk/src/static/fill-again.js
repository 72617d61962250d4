// Fills a form in with a request that was made with it, to be corrected.

/**
 * Puts back what was posted, documents too, and says in the form that it corrects the request. What the form has no control for goes with
 * it as it was: documents that the desk has already, and entries beyond those that are shown.
 */
export function fillAgain(form, { fields, files }) {
  const more = [];
  for (const [name, text] of fields) {
    if (/^_(?!entries\b|person-language$)/.test(name)) continue;
    const controls = controlsOf(form, name);
    for (const control of controls) put(control, text);
    if (controls.length === 0 && text !== '' && !name.startsWith('_')) more.push(held(name, text));
  }
  for (const name of new Set(files.map(([one]) => one))) {
    const given = new DataTransfer();
    for (const [one, file] of files) if (one === name) given.items.add(file);
    const [control] = controlsOf(form, name);
    if (control) control.files = given.files;
  }
  form.append(...more, held('_corrects', 'yes'));
}

/** Gives the index of the last entry of a group that goes as it was, without being shown; -1 when there is none. */
export function lastHeld(form, group) {
  const indexes = [...form.querySelectorAll('[data-held]')]
    .filter(({ name }) => name.startsWith(`${group}.`))
    .map(({ name }) => Number(name.slice(group.length + 1).split('.')[0]))
    .filter(Number.isInteger);
  return Math.max(-1, ...indexes);
}

const controlsOf = (form, name) => [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)];

function held(name, value) {
  const input = Object.assign(document.createElement('input'), { type: 'hidden', name, value });
  input.dataset.held = '';
  return input;
}

function put(control, text) {
  if (control.type !== 'radio' && control.type !== 'checkbox') control.value = text;
  else if (control.value === text) control.checked = true;
}
