// Fills a form in with a request that was made with it, to be corrected.

/** Puts back what was posted, documents too, and says in the form that it corrects the request. */
export function fillAgain(form, { fields, files }) {
  for (const [name, text] of fields) {
    if (/^_(?!entries\b|person-language$)/.test(name)) continue;
    for (const control of controlsOf(form, name)) put(control, text);
  }
  for (const name of new Set(files.map(([one]) => one))) {
    const given = new DataTransfer();
    for (const [one, file] of files) if (one === name) given.items.add(file);
    const [control] = controlsOf(form, name);
    if (control) control.files = given.files;
  }
  const mark = { type: 'hidden', name: '_corrects', value: 'yes' };
  form.append(Object.assign(document.createElement('input'), mark));
}

const controlsOf = (form, name) => [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)];

function put(control, text) {
  if (control.type !== 'radio' && control.type !== 'checkbox') control.value = text;
  else if (control.value === text) control.checked = true;
}
