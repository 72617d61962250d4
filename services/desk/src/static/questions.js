// A station's screen of questions. Enter goes on, and the questions follow the answers without leaving the page. The desk alone
// decides which hold: it is asked in the background, and what is typed until it answers waits in a field of its own.
import { drawnFor } from './drawn-for.js';
import { fit, noteShown, questionsIn } from './fit-questions.js';
import { completeForm } from './whole-form.js';
import { after, before, isButton, isToggle, land, ownsEnter, placed, put, turn } from './stops.js';

const form = document.querySelector('[data-enter-next]')?.closest('form');
const ahead = document.querySelector('template[data-ahead]')?.content.firstElementChild;
const typedAhead = ahead?.querySelector('input');

/** Unit: milliseconds. */
const againAfter = 2_000;

/** What the desk is still to be asked; `refresh` asks only which questions hold. */
const due = [];
let asking = false;
/** Every question is here, since no desk answered: which ones hold is then asked only when the form is sent. */
let isWhole = false;
/** The way on, known once the desk has answered: `from` where, by which `key`, with the pieces typed meanwhile. */
let way;
/** The button pressed while the desk was being asked. */
let pressed;
let composing = false;
/** The questions that came since the way was taken. */
let came = [];
/** The answers of deciding questions, as the desk heard them. */
const heard = new WeakMap();

if (form && ahead) {
  for (const hint of document.querySelectorAll('[data-enter-hint]')) hint.hidden = false;
  for (const question of questionsIn(form)) heard.set(question, answerIn(question));
  form.addEventListener('keydown', onKey);
  form.addEventListener('submit', onSubmit);
  for (const kind of ['change', 'focusout']) {
    form.addEventListener(kind, ({ target }) => {
      if (target !== typedAhead && changed(target)) ask('refresh');
    });
  }
  // The network is back: the desk decides again which questions hold.
  document.addEventListener('kept-turned', ({ detail }) => isWhole && detail === 'here' && ask('refresh'));
  typedAhead.addEventListener('compositionstart', () => (composing = true));
  typedAhead.addEventListener('compositionend', () => {
    composing = false;
    goOn();
  });
}

function answerIn(question) {
  const controls = 'input:not([type="hidden"], [data-confirms]), select, textarea';
  return [...question.querySelectorAll(controls)]
    .filter((one) => one !== typedAhead)
    .map((one) => (isToggle(one) ? one.checked : one.value))
    .join('\n');
}

/** Tells whether a control changed an answer that decides since the desk last heard of it. */
function changed(control) {
  if (isWhole) return false;
  const isTold = (one) => one.dataset.decides === undefined || heard.get(one) === answerIn(one);
  for (let one = control.closest('[data-question]'); one; one = one.parentElement.closest('[data-question]'))
    if (!isTold(one)) return true;
  return false;
}

// The keys

function onKey(event) {
  const { target: at, key } = event;
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (at === typedAhead) return onKeyAhead(event);
  const goes = (key === 'Enter' && !ownsEnter(at)) || (key === 'Tab' && !event.shiftKey);
  if (!goes) return;
  if (!event.shiftKey && (asking || changed(at)) && hold(at, key)) {
    event.preventDefault();
    if (changed(at)) ask('refresh');
  } else if (key === 'Enter') {
    event.preventDefault();
    const to = (event.shiftKey ? before : after)(form, at, key);
    if (to) land(to);
    else if (!event.shiftKey) send();
  }
}

function onKeyAhead(event) {
  const { key } = event;
  const turns = /^Arrow(Up|Down)$/.test(key) && typedAhead.value === '';
  if (key === 'Enter' || (key === 'Tab' && !event.shiftKey) || turns) {
    event.preventDefault();
    if (!way) return;
    way.pieces.push({ text: typedAhead.value, key });
    typedAhead.value = '';
  } else if (key === 'Backspace' && way && !isCaught()) {
    // Back at the answer just left, which this very key corrects.
    const { from } = way;
    close();
    from.focus();
  }
}

function onSubmit(event) {
  const button = event.submitter;
  const action = button?.name === '_action' ? button.value : '';
  if (/^(add|remove|refresh)\b/.test(action) && !isElsewhere()) {
    event.preventDefault();
    hold(button, action);
    ask(action);
  } else if (asking) {
    // First what the desk is being asked, then this: the later word stands.
    event.preventDefault();
    pressed = button;
  }
}

function send() {
  form.requestSubmit(form.querySelector('.button-primary'));
}

// What is typed ahead

const isCaught = () => way.pieces.length > 0 || typedAhead.value !== '';
const isElsewhere = () => ahead.isConnected && !ahead.querySelector('[data-elsewhere]').hidden;

/** Takes what is typed from here on; false while words typed before still wait for their place. */
function hold(from, key) {
  if (way ? isCaught() : isElsewhere()) return false;
  close();
  came = [];
  way = { from, key, pieces: [] };
  open(from);
  typedAhead.focus({ preventScroll: true });
  return true;
}

function open(beside) {
  ahead.firstElementChild.hidden = !way && typedAhead.value === '';
  if (ahead.isConnected) return;
  (beside.closest('[data-question]') ?? form.querySelector('.counter-buttons')).after(ahead);
}

function close() {
  way = undefined;
  typedAhead.value = '';
  ahead.remove();
  for (const word of ahead.querySelectorAll('[role="status"] > *')) word.hidden = true;
}

/** Goes on from where the clerk was, with all that was typed meanwhile. */
function goOn() {
  if (asking || composing) return;
  if (way) {
    // Whoever went elsewhere by hand stays there.
    const stands = document.activeElement === typedAhead;
    const { from, key, pieces } = way;
    const typed = [...pieces, { text: typedAhead.value, key: undefined }];
    const at = document.activeElement;
    close();
    type(placed(form, from), key, typed, stands);
    if (!stands) at.focus();
  } else if (ahead.isConnected && typedAhead.value === '') close();
  if (asking || !pressed) return;
  const button = pressed;
  pressed = undefined;
  form.requestSubmit(button);
}

/** Types the pieces from stop to stop, until one decides what follows. */
function type(from, by, [piece, ...rest], stands) {
  const to = stop(from, by);
  if (!to) {
    if (stands && by === 'Enter') send();
    else if (stands) from.focus();
    return;
  }
  const isPressed = isButton(to) && (piece.key === 'Enter' || piece.text.startsWith(' '));
  if (!isPressed && piece.key === undefined) {
    if (stands) land(to);
    put(to, piece.text);
    return;
  }
  if (!isPressed) put(to, piece.text);
  if (isPressed) {
    to.click();
    if (!way) {
      // A press that asks the desk nothing leaves the keyboard where it is.
      const [dropped, ...others] = rest;
      if (dropped?.key) type(to, dropped.key, others, stands);
      else if (stands) to.focus();
      return;
    }
  } else if (!asking && !changed(to)) return type(to, piece.key, rest, stands);
  else if (hold(to, piece.key) && changed(to)) ask('refresh');
  const left = isPressed && piece.key !== 'Enter' ? [{ ...piece, text: piece.text.slice(1) }, ...rest] : rest;
  way?.pieces.push(...left.slice(0, -1));
  typedAhead.value = left.at(-1)?.text ?? '';
}

/** Gives the stop that a key, or an action of a button, leads to. */
function stop(from, by) {
  if (by.startsWith('Arrow')) return turn(from, by);
  if (by === 'Enter' && from.localName === 'textarea') {
    put(from, '\n');
    return from;
  }
  if (by === 'Enter' || by === 'Tab') return after(form, from, by);
  const [action, group, index] = by.split(':');
  if (action === 'refresh') return (came[0] && firstIn(came[0])) ?? from;
  const entries = [...form.querySelectorAll(`[data-question="${CSS.escape(group)}"] .entry`)];
  const entry = action === 'add' ? entries.at(-1) : (entries[Number(index)] ?? entries.at(-1));
  return entry ? firstIn(entry) : form.querySelector(`button[value="add:${CSS.escape(group)}"]`);
}

const firstIn = (root) => root.querySelector('input:not([type="hidden"]), select, textarea');

// The desk

/** Asks the desk, one thing after the other, and fits its answers in. */
async function ask(action) {
  if (action !== 'refresh' || due.at(-1) !== 'refresh') due.push(action);
  if (asking) return;
  asking = true;
  let missed = 0;
  while (due.length > 0) {
    const next = due.shift();
    noteShown(form);
    const posted = new FormData(form);
    // Files are kept when the request is saved; asked each time, each would be kept again.
    for (const { name } of form.querySelectorAll('input[type="file"]')) posted.delete(name);
    posted.set('_action', next);
    for (const question of questionsIn(form)) heard.set(question, answerIn(question));
    const answer = await drawnFor(form, posted);
    missed = answer === 'none' ? missed + 1 : 0;
    // Once may be chance.
    if (missed > 1 && (await completed(next))) continue;
    if (answer === 'none') {
      due.unshift(next);
      say('unanswered');
      await new Promise((resolve) => setTimeout(resolve, againAfter));
    } else if (answer === 'other') {
      due.length = 0;
      asking = false;
      return stopAsking();
    } else take(answer, posted, next);
  }
  asking = false;
  goOn();
}

async function completed(action) {
  isWhole = action === 'refresh' && (await completeForm(form, (question) => came.push(question)));
  return isWhole;
}

function take({ page, drawn, url }, posted, action) {
  isWhole = false;
  if (way?.from.closest('[data-question]')) keepWay(drawn);
  const stays = fit(form, drawn, {
    posted,
    action,
    onCome(question, { isKnown }) {
      came.push(question);
      if (isKnown) heard.set(question, answerIn(question));
      else {
        heard.delete(question);
        if (question.dataset.decides !== undefined) due.push('refresh');
      }
    },
  });
  // Asked about again when whoever is in them goes on.
  for (const question of stays) {
    question.dataset.decides = '';
    heard.delete(question);
  }
  // The address and the other language now lead to what was kept.
  history.replaceState(history.state, '', url);
  const [language, kept] = [document, page].map((one) => one.querySelector('a[hreflang]'));
  if (language && kept) language.href = kept.getAttribute('href');
}

/** A way on from a question about to go starts at the stop before it. */
function keepWay(drawn) {
  const names = new Set(questionsIn(drawn).map((one) => one.dataset.question));
  const going = questionsIn(form).find((one) => one.contains(way.from) && !names.has(one.dataset.question));
  if (going) way = { ...way, from: before(form, going, 'Enter') ?? form, key: 'Enter' };
}

function say(word) {
  open(document.activeElement);
  for (const one of ahead.querySelectorAll('[role="status"] > *')) one.hidden = !(word in one.dataset);
}

/** Leaves what was typed ahead in sight: this page is no longer this request's. */
function stopAsking() {
  if (way) typedAhead.value = [...way.pieces.map(({ text }) => text), typedAhead.value].join(' ').trim();
  way = undefined;
  if (pressed && typedAhead.value === '') form.requestSubmit(pressed);
  pressed = undefined;
  say('elsewhere');
}
