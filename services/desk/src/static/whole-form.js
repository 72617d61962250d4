// Where the desk does not answer, a form gets every question of its kept page, each with its condition in words, and asks no more.
import { place, questionsIn } from './fit-questions.js';

/** Completes a form of the counter from its kept page; false where none is kept, or the form is of another kind. */
export async function completeForm(form, onCome) {
  document.dispatchEvent(new Event('desk-away'));
  const [, service] = /\/counter\/(?!resumed\/)([a-z0-9-]+)\/[0-9a-f-]{36}$/.exec(form.action) ?? [];
  const kept = service && 'caches' in window && (await caches.match(`/counter/kept/${service}`));
  if (!kept) return false;
  const page = new DOMParser().parseFromString(await kept.text(), 'text/html');
  const whole = page.querySelector('form[data-kept-form]');
  const named = (root, name) => root.querySelector(`[data-question="${CSS.escape(name)}"]`);
  for (const question of whole.querySelector('.counter-fields').children) {
    if (named(form, question.dataset.question)) continue;
    const fresh = document.importNode(question, true);
    for (const button of fresh.querySelectorAll('[name="_action"]')) button.remove();
    place(form, question, fresh);
    for (const one of [fresh, ...questionsIn(fresh)]) onCome(one);
  }
  for (const asked of whole.querySelectorAll('input[name="_asked"]'))
    form.elements['_asked'].value = asked.value;
  return true;
}
