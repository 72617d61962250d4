// Signing out takes the clerk's key off this workstation, and asks first when requests wait here to be sent.
import { closeAll, closeOthers, endLeaving, leavingNow, noteLeaving } from './kept-keys.js';
import { listKept } from './kept-requests.js';

const form = document.querySelector('form[data-staff]');
const ask = document.querySelector('dialog[data-leave]');
/** Signing out waits no longer for what is kept here. Unit: milliseconds. */
const answerWithin = 3_000;

if ('locks' in navigator && window.isSecureContext) {
  if (document.querySelector('[data-signed-out]')) closeAll().then(endLeaving);
  if (form) arrive();
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    leave();
  });
}

const proof = () => form.elements['_csrf']?.value;
const soon = (promise) =>
  Promise.race([promise, new Promise((resolve) => setTimeout(resolve, answerWithin))]);

async function arrive() {
  const left = await leavingNow();
  // Left while the desk did not answer: now it hears of it.
  if (left !== undefined && left === proof()) return form.submit();
  // Whoever signed in takes the place of who was here.
  if (left !== undefined) await endLeaving();
  await closeOthers(form.dataset.staff);
}

/** Whatever goes wrong here, the clerk can sign out. */
async function leave() {
  let stays = false;
  try {
    const all = (await soon(listKept())) ?? [];
    const own = all.filter(({ staff, state }) => staff === form.dataset.staff && state !== 'sent');
    stays = own.length > 0 && ask !== null && !(await agrees(own));
    if (!stays) await soon(noteLeaving(proof()).then(closeAll));
  } finally {
    if (!stays) form.submit();
  }
}

function agrees(own) {
  const waiting = own.filter(({ state }) => state === 'waiting').length;
  fill('waiting', waiting);
  fill('wrong', own.length - waiting);
  ask.returnValue = '';
  ask.showModal();
  return new Promise((resolve) => {
    ask.addEventListener('close', () => resolve(ask.returnValue === 'go'), { once: true });
  });
}

function fill(what, count) {
  const line = ask.querySelector(`[data-${what}]`);
  const { one, many } = line.dataset;
  line.textContent = count === 1 ? one : many.replace('{count}', count);
  line.hidden = count === 0;
}
