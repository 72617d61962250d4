// What stands in a hall: pages that follow the line by themselves, a sound at each call, a ticket that prints itself.

const root = document.querySelector('[data-hall]');
const stream = document.body.dataset.changes;
/** Without a stream, or while it is cut. Unit: milliseconds. */
const againMs = 15_000;
let isBusy = false;
let isStale = false;

const soundKept = 'guichet-sound';
let audio;

/** Two soft tones, made here: no file, no network. */
function chime() {
  if (audio?.state !== 'running') return;
  for (const [at, hertz] of [
    [0, 659.25],
    [0.35, 523.25],
  ]) {
    const [tone, gain] = [audio.createOscillator(), audio.createGain()];
    const from = audio.currentTime + at;
    tone.frequency.value = hertz;
    gain.gain.setValueAtTime(0.0001, from);
    gain.gain.exponentialRampToValueAtTime(0.4, from + 0.03);
    gain.gain.exponentialRampToValueAtTime(0.0001, from + 0.6);
    tone.connect(gain).connect(audio.destination);
    tone.start(from);
    tone.stop(from + 0.65);
  }
}

async function redraw() {
  if (isBusy) {
    isStale = true;
    return;
  }
  [isBusy, isStale] = [true, false];
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined);
  const text = answer?.ok ? await answer.text() : undefined;
  const fresh = text && new DOMParser().parseFromString(text, 'text/html').querySelector('[data-hall]');
  if (fresh) put(fresh);
  isBusy = false;
  if (isStale) redraw();
}

/** Puts what is new in place; a line that is told aloud and the button of the sound stay the elements they are. */
function put(fresh) {
  const before = root.dataset.called;
  for (const kept of root.querySelectorAll('[aria-live][id]')) {
    const next = fresh.querySelector(`#${kept.id}`);
    if (!next) continue;
    if (next.innerHTML !== kept.innerHTML) kept.innerHTML = next.innerHTML;
    next.replaceWith(kept);
  }
  const sound = root.querySelector('[data-sound]');
  if (sound) fresh.querySelector('[data-sound]')?.replaceWith(sound);
  root.className = fresh.className;
  root.replaceChildren(...fresh.childNodes);
  root.dataset.called = fresh.dataset.called ?? '';
  if (root.dataset.called && root.dataset.called !== before) chime();
}

function follow() {
  const source = new EventSource(stream);
  source.addEventListener('changed', redraw);
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(follow, againMs);
  });
}

if (root && stream) {
  follow();
  setInterval(redraw, againMs);
}

const sound = document.querySelector('[data-sound]');
if (sound && 'AudioContext' in window) {
  const isOn = () => audio?.state === 'running' && localStorage.getItem(soundKept) !== 'off';
  const say = () => {
    sound.textContent = isOn() ? sound.dataset.off : sound.dataset.on;
    sound.setAttribute('aria-pressed', String(isOn()));
  };
  const turn = async (on) => {
    localStorage.setItem(soundKept, on ? 'on' : 'off');
    if (on) {
      audio ??= new AudioContext();
      await audio.resume();
      chime();
    } else await audio?.suspend();
    say();
  };
  sound.hidden = false;
  sound.addEventListener('click', () => turn(!isOn()));
  say();
  // A browser set up to allow it goes on with the sound it had.
  if (localStorage.getItem(soundKept) === 'on') {
    audio = new AudioContext();
    audio.addEventListener('statechange', say);
  }
}

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
if (document.querySelector('[data-print-now]')) window.print();

// A ticket makes room for the next person, once nobody has touched the screen for a while.
const { next, nextAfter } = document.body.dataset;
if (next) {
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => location.assign(next), Number(nextAfter) * 1000);
  };
  for (const kind of ['pointerdown', 'keydown']) document.addEventListener(kind, wait, { passive: true });
  wait();
}
