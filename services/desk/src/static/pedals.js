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

/** The pedal under each key; with Ctrl, Alt or AltGr a key is the browser's or a letter's. */
const keys = { F2: () => 'play', F4: () => 'back', F8: (event) => (event.shiftKey ? 'faster' : 'slower') };

function move(seconds) {
  sound.currentTime = Math.max(0, sound.currentTime + seconds);
}

function turn(step) {
  const at = speeds.indexOf(sound.playbackRate);
  // The pitch stays: a slow voice is still a voice.
  sound.playbackRate = speeds[Math.min(speeds.length - 1, Math.max(0, at + step))];
}

function say() {
  const number = new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: 2 });
  root.querySelector('[data-speed]').textContent = number.format(sound.playbackRate);
}

if (sound) {
  for (const one of root.querySelectorAll('[data-with-script]')) one.hidden = false;
  for (const button of root.querySelectorAll('[data-pedal]'))
    button.addEventListener('click', () => pedals[button.dataset.pedal]());
  document.addEventListener('keydown', (event) => {
    const pedal = keys[event.key]?.(event);
    if (!pedal || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.shiftKey && pedal !== 'faster') return;
    event.preventDefault();
    if (event.repeat && pedal === 'play') return;
    pedals[pedal]();
  });
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
