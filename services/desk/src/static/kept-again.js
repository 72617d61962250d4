// A form whose request waits on this workstation, pressed again with other words: the clerk says whether it corrects that request, which it
// then replaces, or is another one, which gets a number of its own.
import { currentHolder } from './kept-keys.js';
import { hear } from './kept-news.js';
import { newNumber, provisionalOf } from './kept-number.js';
import { listKept, markKept, markOf } from './kept-requests.js';

const ask = document.querySelector('dialog[data-kept-again]');
const form = document.querySelector('[data-enter-next]')?.closest('form');
const ofForm = /^(\/counter\/(?!kept\/|resumed\/)[a-z0-9-]+\/)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
/** What waits of the clerk, by the number of its form; what waited as this page looked, and was sent since, stays among it. */
let waiting = new Map();
/** Until it is known what waits, no press goes on. */
let isSettled = false;
let settling;

const [, path, drawn] = ofForm.exec((form && new URL(form.action, location.href).pathname) ?? '') ?? [];
const formOfKept = form?.dataset.keptForm;

if (ask && form && (drawn || formOfKept) && 'locks' in navigator && window.isSecureContext) {
  // Once every script of the page has given the form its number.
  settling = new Promise((resolve) => window.addEventListener('DOMContentLoaded', resolve))
    .then(settle)
    .catch(() => {})
    .finally(() => (isSettled = true));
  // Come back to as it was left: what was chosen then was about that press.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    leaveCorrecting();
    look();
  });
  hear(onNews);
  document.addEventListener('submit', onSubmit, true);
}

const numberNow = () => ofForm.exec(new URL(form.action).pathname)?.[2];

async function look() {
  const staff = (await currentHolder())?.staff;
  const all = await listKept();
  const isOfForm = ({ number }) => waiting.has(number) || number === numberNow();
  const own = all.filter(
    (one) => one.staff === staff && (one.state === 'waiting' || (one.state === 'sent' && isOfForm(one))),
  );
  waiting = new Map(own.map((one) => [one.number, one]));
}

async function onNews(news) {
  await look();
  // Too late to correct: pressed again, the form asks anew.
  if (news === 'late' && waiting.get(numberNow())?.state !== 'waiting') leaveCorrecting();
}

function leaveCorrecting() {
  form.querySelector('[name="_corrects"]')?.remove();
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
  const { target, submitter } = event;
  const action = submitter?.name === '_action' ? submitter.value : 'continue';
  if (target !== form || action !== 'continue' || form.querySelector('[name="_corrects"]')) return;
  const item = waiting.get(numberNow());
  if (isSettled && !item) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (isSettled) decide(item, submitter);
  else settling.then(() => form.requestSubmit(submitter));
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
