// What makes the desk quicker where scripts run. Nothing needs it to work.

import './redraw.js';

// A station's screen is ready to type in, unless something else has the focus already.
const start = document.querySelector('[data-start] :is(input:not([type="hidden"]), select, textarea)');
if (start instanceof HTMLElement && document.activeElement === document.body) start.focus();

// The picture follows the field that is being checked.
document.addEventListener('focusin', (event) => {
  const row = event.target instanceof Element ? event.target.closest('[data-shows]') : null;
  if (!row) return;
  const page = document.getElementById(row.dataset.shows ?? '');
  page?.scrollIntoView({ block: 'nearest' });
});

// Printing is a button only where it can be one.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// Documents take a while to go: what is under way is said, and told aloud.
document.addEventListener('submit', (event) => {
  const sign = event.target.querySelector('[data-files-sending]');
  const files = [...event.target.querySelectorAll('input[type="file"]')];
  if (!sign || event.defaultPrevented || !files.some((input) => input.files.length > 0)) return;
  for (const part of sign.children) part.hidden = false;
});
