// Signing out takes the clerk's key off this workstation, and asks first when requests wait here to be sent. Where the desk does not
// answer, the workstation is left all the same: its own page says so, and the desk hears of it later.
import {
  closeAll,
  closeOthers,
  currentHolder,
  endLeaving,
  leavingNow,
  noteLeaving,
  tellLeft,
} from './kept-keys.js';
import { listKept } from './kept-requests.js';

const form = document.querySelector('form[data-staff]');
/** On a page that the workstation keeps, which the desk draws for nobody. */
const here = document.querySelector('[data-leave-here]');
const ask = document.querySelector('dialog[data-leave]');
/** Signing out waits no longer for what is kept here, nor for the desk. Unit: milliseconds. */
const [answerWithin, heardWithin] = [3_000, 5_000];
const ownPage = '/counter/kept';

if ('locks' in navigator && window.isSecureContext) {
  if (document.querySelector('[data-signed-out]')) closeAll().then(endLeaving);
  if (form) arrive();
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    leave(form.dataset.staff, proof());
  });
  if (here) offer();
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

function offer() {
  const look = async () => (here.hidden = (await currentHolder()) === undefined);
  look();
  document.addEventListener('kept-turned', look);
  here.querySelector('button').addEventListener('click', async () => {
    const holder = await currentHolder();
    if (holder) await leave(holder.staff, holder.proof ?? '');
    else here.hidden = true;
  });
}

/** Whatever goes wrong here, the clerk can sign out. */
async function leave(staff, own) {
  let stays = false;
  try {
    const all = (await soon(listKept())) ?? [];
    const kept = all.filter((one) => one.staff === staff && one.state !== 'sent');
    stays = kept.length > 0 && ask !== null && !(await agrees(kept));
    if (!stays) await soon(noteLeaving(own).then(closeAll));
  } finally {
    if (!stays) await part(own);
  }
}

/** Goes where the desk leads whoever signed out; without its answer, to the page that this workstation keeps, if it does. */
async function part(own) {
  if (await tellLeft(own, heardWithin)) return location.assign('/sign-in?told=out');
  const isKept = await soon(caches.match(ownPage)).catch(() => undefined);
  if (isKept) location.assign(ownPage);
  else form?.submit();
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
