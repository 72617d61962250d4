// A form of the counter that was kept for want of network: it gets its number here, and holds every question.
import { currentHolder } from './kept-keys.js';
import { newNumber } from './kept-number.js';

const form = document.querySelector('form[data-kept-form]');
const blank = ({ type, checked, value }) =>
  type === 'radio' || type === 'checkbox' ? !checked : value.trim() === '';

form.action = `${form.dataset.keptForm}/${newNumber()}`;
// Another entry is the desk's to draw: as many as fit are here, and those left blank are not sent.
for (const button of form.querySelectorAll('[name="_action"]:is([value^="add:"], [value^="remove:"])'))
  button.remove();
form.addEventListener('submit', () => {
  for (const count of form.querySelectorAll('[name^="_entries."]')) {
    const entries = [...count.closest('[data-question]').querySelectorAll('.entry')];
    const filled = entries.findLastIndex((entry) =>
      [...entry.querySelectorAll('input:not([type="hidden"]), select, textarea')].some((one) => !blank(one)),
    );
    count.value = String(filled + 1);
  }
});
if (!(await currentHolder())) {
  document.querySelector('[data-no-holder]').hidden = false;
  for (const button of form.querySelectorAll('button')) button.disabled = true;
}
form.querySelector('[data-start] :is(input:not([type="hidden"]), select, textarea)')?.focus();
