// What this counter keeps: the provisional receipt of the request just pressed, and the list of what waits, was recorded or is wrong.
import { currentHolder } from './kept-keys.js';
import { provisionalOf } from './kept-number.js';
import { forget, listKept, openRequest, openTold } from './kept-requests.js';

const list = document.querySelector('[data-kept-list]');
const sheet = document.querySelector('[data-kept-receipt]');
const { dataset } = list;
/** Until the desk was asked once since the page opened. */
let isFirst = true;

const numberAsked = () => location.hash.slice(1);
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

async function draw() {
  const own = (await currentHolder())?.staff;
  const mine = (await listKept()).filter(({ staff }) => staff === own);
  const rows = await Promise.all(mine.map(rowOf));
  list.replaceChildren(...rows);
  document.querySelector('[data-kept-none]').hidden = rows.length > 0;
  document.querySelector('[data-no-holder]').hidden = own !== undefined;
  const asked = mine.find(({ number }) => number === numberAsked());
  await drawReceipt(asked);
}

async function rowOf(item) {
  const [request, told] = [await openRequest(item), await openTold(item)];
  const { state } = item;
  const row = copy('item', {
    provisional: provisionalOf(item.number),
    service: serviceName(request?.service ?? told.service ?? '', pageLanguage),
    at: at(item.keptAt, pageLanguage),
    state: dataset[`state${state[0].toUpperCase()}${state.slice(1)}`],
    real: (told.reference ?? '').replace(/^(\d{3})(\d{3})(\d{4})$/, '$1\u00a0$2\u00a0$3'),
  });
  row.dataset.state = state;
  row.querySelector('[data-real]').hidden = told.reference === undefined;
  const wrong = row.querySelector('[data-put-problems]');
  const { why, message, problems = [] } = told;
  const lines = [...problems, message ?? (why === 'unreadable' ? dataset.unreadable : undefined)].filter(
    Boolean,
  );
  wrong.replaceChildren(
    ...lines.map((line) => Object.assign(document.createElement('li'), { textContent: line })),
  );
  wrong.hidden = lines.length === 0;
  link(row, 'receipt', told.receipt);
  link(row, 'mend', told.mend);
  link(row, 'again', state === 'waiting' ? `#${item.number}` : undefined);
  press(row, 'read', state === 'conflict' && request && isDeskHere() ? () => read(row, request) : undefined);
  const isOver = state === 'sent' || state === 'conflict';
  press(row, 'remove', isOver ? () => remove(item) : undefined);
  return row;
}

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
  if (item.state === 'sent' || window.confirm(dataset.removeAsk)) await forget(item.number);
  await draw();
  document.querySelector('h1').focus();
}

/** Shows what was typed, for a request that no page can take any more: only while the desk says that its clerk is signed in. */
async function read(row, { service, fields }) {
  const form = await (await caches.match(`/counter/kept/${service}`))?.text();
  const page = new DOMParser().parseFromString(form ?? '', 'text/html');
  const labelOf = (name) =>
    page
      .querySelector(`[name="${CSS.escape(name)}"]`)
      ?.closest('[data-question]')
      ?.querySelector('.label')?.textContent ?? name;
  const typed = row.querySelector('[data-typed]');
  const shown = fields.filter(([name, text]) => !name.startsWith('_') && text !== '');
  typed
    .querySelector('dl')
    .replaceChildren(
      ...shown.flatMap(([name, text]) => [
        Object.assign(document.createElement('dt'), { textContent: labelOf(name) }),
        Object.assign(document.createElement('dd'), { textContent: text }),
      ]),
    );
  typed.hidden = false;
  typed.querySelector('h3').focus();
}

async function drawReceipt(item) {
  const request = item?.state === 'waiting' ? await openRequest(item) : undefined;
  if (!request) return sheet.replaceChildren();
  const language = request.fields.find(([name]) => name === '_person-language')?.[1] === 'en' ? 'en' : 'fr';
  const receipt = copy(`receipt-${language}`, {
    provisional: provisionalOf(item.number),
    service: serviceName(request.service, language),
    at: at(item.keptAt, language),
  });
  const isDrawn = sheet.childElementCount > 0;
  const tools = copy('receipt-tools', {});
  tools.querySelector('[data-files-left]').hidden = !request.filesLeft;
  const print = tools.querySelector('[data-print-now]');
  print.addEventListener('click', () => window.print());
  sheet.replaceChildren(receipt, tools);
  if (!isDrawn) print.focus();
}

window.addEventListener('hashchange', draw);
new BroadcastChannel('guichet-kept').addEventListener('message', ({ data }) => data === 'changed' && draw());
document.addEventListener('kept-turned', async () => {
  const asked = (await listKept()).find(({ number }) => number === numberAsked());
  const told = asked && isFirst ? await openTold(asked) : {};
  // The network was there after all: the person gets the real receipt at once.
  if (told.receipt ?? told.mend) location.replace(told.receipt ?? told.mend);
  else await draw();
  isFirst = false;
});
draw();
