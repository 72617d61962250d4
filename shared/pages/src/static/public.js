// Moves the focus to what must be read first. Nothing on the page needs this script to work.
const first = document.querySelector('[data-focus]');
if (first instanceof HTMLElement) first.focus();

// A second press of the same button while the first is on its way sends nothing more.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.dataset.sent === 'yes') event.preventDefault();
  form.dataset.sent = 'yes';
});
// Coming back to a kept page makes its buttons work again.
window.addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent;
});
