// The player of a recording, by keys that work while its words are typed. The browser's own player needs none of this.

const root = document.querySelector('[data-pedals]');
const sound = root?.querySelector('audio');

/** Unit: seconds. */
const back = 3;
/** Whoever stops to type hears the last word again. Unit: seconds. */
const backAtPause = 1;
const speeds = [0.5, 0.6, 0.75, 0.9, 1, 1.25, 1.5, 2];

const pedals = {
  play() {
    if (sound.paused) return sound.play().catch(() => {});
    sound.pause();
    move(-backAtPause);
  },
  back: () => move(-back),
  slower: () => turn(-1),
  faster: () => turn(1),
};

const buttons = [...(root?.querySelectorAll('[data-pedal]') ?? [])];
/** Turned off on the page of keys, or by the desk's own switch. */
const areOn = () => !/(?:^|; )guichet-keys=none(?:;|$)/.test(document.cookie);
/** Kept while this tab is open: who types slowly types slowly all morning. */
const keptSpeed = 'guichet-speed';

/** The pedal that was pressed; with Ctrl, Alt or AltGr a key is the browser's or a letter's. */
function pressed(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.getModifierState('AltGraph')) return undefined;
  const key = `${event.shiftKey ? 'Shift+' : ''}${event.key}`;
  return buttons.find((button) => button.dataset.key === key)?.dataset.pedal;
}

function showKeys() {
  const on = areOn();
  for (const button of buttons) {
    const { key } = button.dataset;
    if (on && key) button.setAttribute('aria-keyshortcuts', key);
    else button.removeAttribute('aria-keyshortcuts');
  }
  for (const one of root.querySelectorAll('[data-keys="on"]')) one.hidden = !on;
  for (const one of root.querySelectorAll('[data-keys="off"]')) one.hidden = on;
}

function move(seconds) {
  sound.currentTime = Math.max(0, sound.currentTime + seconds);
}

function turn(step) {
  const now = sound.playbackRate;
  // The browser's own menu has other speeds. The pitch stays: a slow voice is still a voice.
  const to = step < 0 ? speeds.findLast((speed) => speed < now) : speeds.find((speed) => speed > now);
  if (to !== undefined) sound.playbackRate = to;
}

function say() {
  const number = new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: 2 });
  root.querySelector('[data-speed]').textContent = number.format(sound.playbackRate);
  sessionStorage.setItem(keptSpeed, String(sound.playbackRate));
}

if (sound) {
  for (const one of root.querySelectorAll('[data-with-script]')) one.hidden = false;
  for (const button of buttons) button.addEventListener('click', () => pedals[button.dataset.pedal]());
  document.addEventListener('keydown', (event) => {
    const pedal = event.isComposing || !areOn() ? undefined : pressed(event);
    if (!pedal) return;
    event.preventDefault();
    if (event.repeat && pedal === 'play') return;
    pedals[pedal]();
  });
  document.addEventListener('guichet-keys', showKeys);
  showKeys();
  const speed = Number(sessionStorage.getItem(keptSpeed));
  if (speeds.includes(speed)) sound.playbackRate = speed;
  sound.addEventListener('ratechange', say);
  say();
}

// A suggestion is put where the words go, as if it had been typed: it can be undone, and nothing is sent.
for (const button of document.querySelectorAll('[data-take]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const field = document.querySelector(
      '[data-start] :is(input[type="text"], input[type="email"], textarea)',
    );
    const text = document.querySelector('[data-suggestion]')?.textContent.trim();
    if (!field || !text) return;
    field.focus();
    field.select();
    if (!document.execCommand('insertText', false, text)) field.value = text;
  });
}
