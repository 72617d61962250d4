// A form whose request waits on this workstation, pressed again with other words: the clerk says whether it corrects that request, which it
// then replaces, or is another one, which gets a number of its own.
import { currentHolder } from './kept-keys.js';
import { newNumber, provisionalOf } from './kept-number.js';
import { listKept, markKept, markOf } from './kept-requests.js';

const ask = document.querySelector('dialog[data-kept-again]');
const form = document.querySelector('[data-enter-next]')?.closest('form');
const ofForm = /^(\/counter\/(?!kept\/|resumed\/)[a-z0-9-]+\/)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
/** What waits of the clerk, by the number of its form. */
let waiting = new Map();

const [, path, drawn] = ofForm.exec((form && new URL(form.action, location.href).pathname) ?? '') ?? [];
const formOfKept = form?.dataset.keptForm;

if (ask && form && (drawn || formOfKept) && 'locks' in navigator && window.isSecureContext) {
  // Once every script of the page has given the form its number.
  window.addEventListener('DOMContentLoaded', settle);
  // Come back to as it was left: what was chosen then was about that press.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    form.querySelector('[name="_corrects"]')?.remove();
    look();
  });
  new BroadcastChannel('guichet-kept').addEventListener('message', () => look());
  document.addEventListener('submit', onSubmit, true);
}

const numberNow = () => ofForm.exec(new URL(form.action).pathname)?.[2];

async function look() {
  const staff = (await currentHolder())?.staff;
  const all = await listKept();
  const own = all.filter((one) => one.staff === staff && one.state === 'waiting');
  waiting = new Map(own.map((one) => [one.number, one]));
}

/** Gives a page that is come back to the number under which its request waits, though it was drawn with another. */
async function settle() {
  await look();
  const before = history.state?.form;
  if (waiting.has(before)) useNumber(before);
  else noteNumber();
}

function useNumber(number) {
  form.action = `${path ?? `${formOfKept}/`}${number}`;
  noteNumber();
}

function noteNumber() {
  history.replaceState({ ...history.state, form: numberNow() }, '');
}

function onSubmit(event) {
  const item = event.target === form && waiting.get(numberNow());
  const { submitter } = event;
  const action = submitter?.name === '_action' ? submitter.value : 'continue';
  if (!item || action !== 'continue' || form.querySelector('[name="_corrects"]')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  decide(item, submitter);
}

/** The same words again are the same request: nobody is asked. */
async function decide(item, submitter) {
  const isSame = (await markOf(new FormData(form))) === (await markKept(item));
  const choice = isSame ? 'same' : await chosen(item);
  if (choice === '') return;
  if (choice === 'corrects') form.append(hidden('_corrects', 'yes'));
  else if (choice === 'other') useNumber(newNumber());
  else waiting.delete(item.number);
  form.requestSubmit(submitter);
}

function chosen(item) {
  for (const one of ask.querySelectorAll('[data-again-code]')) one.textContent = provisionalOf(item.number);
  ask.returnValue = '';
  ask.showModal();
  return new Promise((resolve) => {
    ask.addEventListener('close', () => resolve(ask.returnValue), { once: true });
  });
}

function hidden(name, value) {
  return Object.assign(document.createElement('input'), { type: 'hidden', name, value });
}
