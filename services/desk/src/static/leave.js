// Signing out takes the clerk's key off this workstation, and asks first when requests wait here to be sent.
import { closeAll, closeOthers } from './kept-keys.js';
import { listKept } from './kept-requests.js';

const form = document.querySelector('form[data-staff]');
const ask = document.querySelector('dialog[data-leave]');

if ('locks' in navigator && window.isSecureContext) {
  if (document.querySelector('[data-signed-out]')) closeAll();
  // Whoever signed in takes the place of who was here.
  if (form) closeOthers(form.dataset.staff);
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    leave();
  });
}

async function leave() {
  const waiting = (await listKept()).filter(
    ({ staff, sent }) => staff === form.dataset.staff && !sent,
  ).length;
  if (waiting > 0 && ask && !(await agrees(waiting))) return;
  await closeAll();
  form.submit();
}

function agrees(waiting) {
  const line = ask.querySelector('[data-waiting]');
  const { one, many } = line.dataset;
  line.textContent = waiting === 1 ? one : many.replace('{count}', waiting);
  ask.returnValue = '';
  ask.showModal();
  return new Promise((resolve) => {
    ask.addEventListener('close', () => resolve(ask.returnValue === 'go'), { once: true });
  });
}
