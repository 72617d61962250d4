// What this counter keeps: the provisional receipt of the request just pressed, and the list of what waits, was recorded or is wrong.
import { currentHolder, leavingNow } from './kept-keys.js';
import { hear } from './kept-news.js';
import { numberNamed, provisionalOf } from './kept-number.js';
import { forget, listKept, openRequest, openTold } from './kept-requests.js';
import { wordsOf } from './typed-words.js';

const list = document.querySelector('[data-kept-list]');
const sheet = document.querySelector('[data-kept-receipt]');
const { dataset } = list;
/** Shown in the place of a receipt that the desk could not give: the request is recorded. */
const isRecorded = location.pathname.endsWith('/receipt');
/** Until the desk was asked once since the page opened. */
let isFirst = true;

/** The request whose receipt is shown. */
let numberAsked = numberNamed();
const at = (iso, language) =>
  new Intl.DateTimeFormat(`${language}-CA`, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: dataset.timeZone,
  }).format(new Date(iso));
/** The desk said, since this page opened, who is signed in. */
const isDeskHere = () => document.querySelector('[data-kept]').dataset.state === 'here';
const pageLanguage = document.documentElement.lang.slice(0, 2);

/** Copies a template and puts texts where it names them. */
function copy(name, texts) {
  const root = document.querySelector(`template[data-${name}]`).content.firstElementChild.cloneNode(true);
  for (const [part, text] of Object.entries(texts))
    root.querySelector(`[data-put="${part}"]`).textContent = text;
  return root;
}

/** Gives the name of a service in a language, as this page was drawn with it. */
function serviceName(code, language) {
  return document.querySelector(`[data-service="${CSS.escape(code)}"]`)?.dataset[language] ?? code;
}

let drawing = Promise.resolve();

/** Draws what is kept, one time after the other: what was read before a key went is not put back. */
function draw() {
  drawing = drawing.then(drawNow, drawNow);
  return drawing;
}

async function drawNow() {
  if (isRecorded) return;
  const holder = await currentHolder();
  const mine = (await listKept()).filter(({ staff }) => staff === holder?.staff);
  const [line, none] = [
    document.querySelector('[data-kept-for]'),
    document.querySelector('[data-kept-none]'),
  ];
  line.textContent = holder ? line.dataset.keptFor.replace('{name}', holder.name) : '';
  line.hidden = mine.length === 0;
  none.hidden = mine.length > 0 || !holder;
  const hasLeft = !holder && (await leavingNow()) !== undefined;
  document.querySelector('[data-left]').hidden = !hasLeft;
  document.querySelector('[data-no-holder]').hidden = holder !== undefined || hasLeft;
  await drawReceipt(mine.find(({ number }) => number === numberAsked));
  for (const row of list.querySelectorAll(':scope > li'))
    if (!mine.some(({ number }) => number === row.dataset.number)) row.remove();
  for (const item of mine) await drawRow(item);
}

/** Draws a row where there is none, or its request stands otherwise than it says: whoever is in another stays there. */
async function drawRow(item) {
  const stands = [item.state, item.pressedAt, item.told?.iv, isDeskHere()].join();
  const old = list.querySelector(`[data-number="${item.number}"]`);
  if (old?.dataset.stands === stands) return;
  const row = await rowOf(item);
  Object.assign(row.dataset, { number: item.number, stands });
  const hadFocus = old?.contains(document.activeElement);
  const now = list.querySelector(`[data-number="${item.number}"]`);
  if (now) now.replaceWith(row);
  else list.append(row);
  if (hadFocus) row.querySelector('a, button')?.focus();
}

async function rowOf(item) {
  const [request, told] = [await openRequest(item), await openTold(item)];
  const { state } = item;
  const isSent = state === 'sent';
  const row = copy('item', {
    provisional: provisionalOf(item.number),
    service: serviceName(request?.service ?? told.service ?? '', pageLanguage),
    at: at(item.keptAt, pageLanguage),
    state:
      told.why === 'unreadable'
        ? dataset.stateSealed
        : dataset[`state${state[0].toUpperCase()}${state.slice(1)}`],
    real: isSent ? (told.reference ?? '').replace(/^(\d{3})(\d{3})(\d{4})$/, '$1\u00a0$2\u00a0$3') : '',
  });
  row.dataset.state = state;
  row.querySelector('[data-real]').hidden = !isSent || told.reference === undefined;
  const wrong = row.querySelector('[data-put-problems]');
  const own = { unreadable: dataset.unreadable, failed: dataset.failed, 'too-large': dataset.tooLarge };
  const lines = [...(told.problems ?? []), told.message ?? own[told.why]].filter(Boolean);
  wrong.replaceChildren(
    ...lines.map((line) => Object.assign(document.createElement('li'), { textContent: line })),
  );
  wrong.hidden = lines.length === 0;
  link(row, 'receipt', isSent ? told.receipt : undefined);
  const correct = state === 'waiting' && request ? correctAt(item, request) : undefined;
  link(row, 'mend', state === 'incomplete' ? told.mend : correct);
  link(row, 'again', state === 'waiting' ? `#${item.number}` : undefined);
  const isRefused = state === 'conflict' || item.again !== undefined;
  press(row, 'read', isRefused && request && isDeskHere() ? () => read(row, request) : undefined);
  press(row, 'remove', state !== 'waiting' || isRefused ? () => remove(item) : undefined);
  return row;
}

/** Where a request that waits is corrected: its form, filled in as it was pressed. */
const correctAt = ({ number }, { service }) => `/counter/kept/${service}#${number}`;

function link(row, name, href) {
  const one = row.querySelector(`[data-${name}]`);
  if (href) one.href = href;
  else one.remove();
}

function press(row, name, act) {
  const one = row.querySelector(`[data-${name}]`);
  if (act) one.addEventListener('click', act);
  else one.remove();
}

async function remove(item) {
  if (item.state !== 'sent' && !window.confirm(dataset.removeAsk)) return;
  await forget(item.number);
  await draw();
  document.querySelector('h1').focus();
}

/** Shows what was entered, for a request that no page can take any more: only while the desk says that its clerk is signed in. */
function read(row, request) {
  const typed = row.querySelector('[data-typed]');
  const part = (name, content) => {
    const one = document.createElement(name);
    one.append(content);
    return one;
  };
  const documents = request.files.map(([name, file]) => {
    const way = Object.assign(document.createElement('a'), {
      href: URL.createObjectURL(file),
      download: file.name,
      textContent: file.name,
    });
    return [wordsOf(request.page, name, '').label, way];
  });
  const texts = request.fields
    .filter(([name, text]) => !name.startsWith('_') && text !== '')
    .map(([name, text]) => wordsOf(request.page, name, text))
    .map(({ label, words }) => [label, words]);
  typed
    .querySelector('dl')
    .replaceChildren(
      ...[...texts, ...documents].flatMap(([label, content]) => [part('dt', label), part('dd', content)]),
    );
  typed.hidden = false;
  typed.querySelector('h2').focus();
}

/** Draws the receipt once, and says its reference aloud; it goes when the desk has the request. */
async function drawReceipt(item) {
  const request = item?.state === 'waiting' ? await openRequest(item) : undefined;
  const said = document.querySelector('[data-kept-said]');
  if (!request) {
    const hadFocus = sheet.contains(document.activeElement);
    said.textContent = '';
    sheet.replaceChildren();
    delete sheet.dataset.number;
    if (hadFocus) document.querySelector('h1').focus();
    return;
  }
  if (sheet.dataset.number === item.number) return;
  sheet.dataset.number = item.number;
  const language = request.fields.find(([name]) => name === '_person-language')?.[1] === 'en' ? 'en' : 'fr';
  const receipt = copy(`receipt-${language}`, {
    provisional: provisionalOf(item.number),
    service: serviceName(request.service, language),
    at: at(item.keptAt, language),
  });
  const tools = copy('receipt-tools', {});
  tools.querySelector('[data-files-left]').hidden = !request.filesLeft;
  tools.querySelector('[data-correct]').href = correctAt(item, request);
  const print = tools.querySelector('[data-print-now]');
  print.addEventListener('click', () => window.print());
  sheet.replaceChildren(receipt, tools);
  said.textContent = `${said.dataset.keptSaid} ${provisionalOf(item.number)}`;
  print.focus();
}

if (isRecorded)
  for (const one of document.querySelectorAll('[data-recorded], [data-kept-here]'))
    one.hidden = !('recorded' in one.dataset);

window.addEventListener('hashchange', () => {
  // Another place in the page leaves the receipt where it is.
  numberAsked = location.hash === '' ? undefined : (numberNamed() ?? numberAsked);
  draw();
});
window.addEventListener('pageshow', ({ persisted }) => persisted && draw());
hear((news) => news === 'changed' && draw());
document.addEventListener('kept-turned', async ({ detail }) => {
  if (isRecorded) {
    // The receipt is at this very address.
    if (detail === 'here') location.reload();
    return;
  }
  const asked = (await listKept()).find(({ number }) => number === numberAsked);
  const told = asked && isFirst && asked.state !== 'conflict' ? await openTold(asked) : {};
  // The network was there after all: the person gets the real receipt at once.
  if (told.receipt ?? told.mend) location.replace(told.receipt ?? told.mend);
  else await draw();
  isFirst = false;
});
draw();
