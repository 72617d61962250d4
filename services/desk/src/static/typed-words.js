// What the names and codes of a form mean, read from the page that the form was.

let last = { html: undefined, page: undefined };

function pageOf(html) {
  if (last.html !== html) last = { html, page: new DOMParser().parseFromString(html, 'text/html') };
  return last.page;
}

const textOf = (one) => one?.textContent.replace(/\s+/g, ' ').trim();

/** Gives the label of a control and the words of its answer; the name and the text themselves where the page does not hold it. */
export function wordsOf(html, name, text) {
  const page = html && pageOf(html);
  const controls = page ? [...page.querySelectorAll(`[name="${CSS.escape(name)}"]`)] : [];
  const control = controls.find((one) => one.value === text && isToggle(one)) ?? controls[0];
  if (!control) return { label: name, words: text };
  const own = control.id && page.querySelector(`label[for="${CSS.escape(control.id)}"]`);
  const legend = textOf(control.closest('fieldset')?.querySelector('legend'));
  const parts = isToggle(control) ? [legend ?? textOf(own)] : [legend, textOf(own)];
  const label = [...new Set(parts.filter(Boolean))].join(' : ');
  return { label: label || name, words: answerOf(control, textOf(own), text) };
}

const isToggle = ({ type }) => type === 'radio' || type === 'checkbox';

/** Gives the words of an option: of a list, of a button, or of codes typed one after the other. */
function answerOf(control, label, text) {
  if (isToggle(control)) return label ?? text;
  if (control.localName === 'select')
    return textOf([...control.options].find(({ value }) => value === text)) ?? text;
  const codes = [...(control.closest('.coded')?.querySelectorAll('.codes li') ?? [])].map((one) => {
    const code = textOf(one.querySelector('kbd'));
    return [code.toLowerCase(), textOf(one).slice(code.length).trim()];
  });
  if (codes.length === 0) return text;
  const known = new Map(codes);
  const typed = text.split(/[\s,;]+/).filter(Boolean);
  return typed.map((one) => known.get(one.toLowerCase()) ?? one).join(', ');
}
