// The trial telephone with a script: prompts said aloud, keys of the keyboard, parts of the page replaced in place.
// Nothing on the page needs this script to work.
const trial = document.getElementById('trial');
if (trial) startTelephone(trial);

function startTelephone(trial) {
  const kept = (name, before) => localStorage.getItem(`guichet-phone-${name}`) ?? before;
  const isOn = (name) => document.querySelector(`[data-switch="${name}"]`)?.checked === true;
  const defaults = { aloud: 'on', tones: 'off', shortcuts: 'on' };
  for (const box of document.querySelectorAll('[data-switch]')) {
    const name = box.dataset.switch;
    box.checked = kept(name, defaults[name]) === 'on';
    box.addEventListener('change', () => {
      localStorage.setItem(`guichet-phone-${name}`, box.checked ? 'on' : 'off');
      if (name !== 'aloud') return;
      if (box.checked) sayAloud();
      else hush();
    });
  }
  const speech = 'speechSynthesis' in window ? window.speechSynthesis : undefined;
  document.getElementById('switches').hidden = false;
  document.getElementById('again').addEventListener('click', () => sayAloud());

  function hush() {
    speech?.cancel();
  }

  /** The voice of the very language and country first; without one, any of the language; else the browser chooses. */
  function voiceOf(tongue) {
    const voices = speech.getVoices();
    const same = (voice) => voice.lang.replace('_', '-');
    return (
      voices.find((voice) => same(voice) === tongue) ??
      voices.find((voice) => same(voice).startsWith(tongue.slice(0, 2)))
    );
  }

  function sayAloud() {
    if (!speech) return;
    hush();
    const said = document.getElementById('said');
    for (const line of said.querySelectorAll('[data-say]')) {
      const utterance = new SpeechSynthesisUtterance(line.textContent);
      utterance.lang = line.lang;
      utterance.voice = voiceOf(line.lang) ?? null;
      utterance.rate = said.dataset.slow === 'yes' ? 0.85 : 1;
      speech.speak(utterance);
    }
  }

  // Acts follow each other in the order they were made, each on the page that the one before it left.
  let before = Promise.resolve();
  const after = (act) => {
    before = before.then(act).catch(cutOff);
    return before;
  };

  function cutOff() {
    const part = trial.querySelector('[data-part="notice"]');
    const notice = document.createElement('p');
    notice.className = 'notice notice-warning';
    notice.textContent = trial.dataset.lost;
    part.replaceChildren(notice);
  }

  async function show(response) {
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    // A page of another kind: the call is no longer there.
    if (!page.getElementById('trial')) return location.reload();
    const at = page.querySelector('input[name="at"]').getAttribute('value');
    for (const input of document.querySelectorAll('input[name="at"]')) input.setAttribute('value', at);
    const focused = document.activeElement;
    const heard = document.getElementById('said').innerHTML;
    const turns = document.getElementById('count-turns').textContent;
    for (const part of document.querySelectorAll('[data-part]')) {
      const next = page.querySelector(`[data-part="${part.dataset.part}"]`);
      if (!next || next.innerHTML === part.innerHTML) continue;
      if (part.id === 'said') part.dataset.slow = next.dataset.slow ?? '';
      part.replaceChildren(...next.childNodes);
    }
    keepFocus(focused);
    const isNew =
      heard !== document.getElementById('said').innerHTML ||
      turns !== document.getElementById('count-turns').textContent;
    if (isNew && isOn('aloud')) sayAloud();
  }

  /** What had the focus was replaced: its likeness has it, else the words that tell where the call is. */
  function keepFocus(focused) {
    if (!focused || focused === document.body || focused.isConnected) return;
    const alike = focused.id ? document.getElementById(focused.id) : null;
    (alike ?? document.getElementById('ended') ?? document.getElementById('now')).focus();
  }

  function post(form, chosen) {
    const body = new URLSearchParams(new FormData(form));
    if (chosen) body.set(chosen[0], chosen[1]);
    return after(async () => {
      hush();
      // The keys of an act made while another was on its way belong to the page as it is now.
      body.set('at', document.querySelector('input[name="at"]').getAttribute('value'));
      await show(await fetch(form.action, { method: 'POST', body }));
    });
  }

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!trial.contains(form)) return;
    event.preventDefault();
    const { submitter } = event;
    if (submitter?.name === 'key') press(submitter);
    post(form, submitter?.name ? [submitter.name, submitter.value] : undefined);
    for (const field of form.querySelectorAll('#text, #keys')) field.value = '';
  });

  // A key touched by finger or mouse does not take the focus, so that Enter stays the pound key.
  document.addEventListener('pointerdown', (event) => {
    if (event.target.closest?.('.phone-key')) event.preventDefault();
  });

  function press(button) {
    button.classList.add('pressed');
    setTimeout(() => button.classList.remove('pressed'), 150);
    if (isOn('tones')) sound(button.value);
  }

  const named = { Backspace: '*', Enter: '#' };
  const typing = 'input:not([type="checkbox"]), textarea, select, [contenteditable]';
  const pressable = 'a[href], button, summary, input[type="checkbox"]';

  document.addEventListener('keydown', (event) => {
    if (!isOn('shortcuts') || event.defaultPrevented || event.isComposing || event.repeat) return;
    // AltGr types signs on many keyboards, the pound and the star among them; the browser's own shortcuts come first.
    const isSign = event.key === '#' || event.key === '*';
    if (!isSign && (event.ctrlKey || event.metaKey || event.altKey || event.getModifierState('AltGraph')))
      return;
    if (event.target instanceof Element && event.target.closest(typing)) return;
    if (event.key === 'Enter' && event.target instanceof Element && event.target.closest(pressable)) return;
    const key = named[event.key] ?? event.key;
    const button = /^[0-9*#]$/.test(key)
      ? [...document.querySelectorAll('.phone-key')].find(({ value }) => value === key)
      : document.querySelector(
          { r: '[data-key="record"]', s: '[data-key="silence"]' }[key.toLowerCase()] ?? 'none',
        );
    if (!button) return;
    event.preventDefault();
    button.form.requestSubmit(button);
  });

  /** The two tones of a key. Unit: hertz. Source: ITU-T Q.23 */
  const rows = [697, 770, 852, 941];
  const columns = [1209, 1336, 1477];
  let audio;

  function sound(key) {
    const place = '123456789*0#'.indexOf(key);
    audio ??= new AudioContext();
    const volume = audio.createGain();
    volume.gain.value = 0.08;
    volume.connect(audio.destination);
    for (const hertz of [rows[Math.floor(place / 3)], columns[place % 3]]) {
      const tone = audio.createOscillator();
      tone.frequency.value = hertz;
      tone.connect(volume);
      tone.start();
      tone.stop(audio.currentTime + 0.14);
    }
  }

  // A definition was saved: the call says what became of it.
  new EventSource('/events').addEventListener('saved', () =>
    after(async () => show(await fetch(location.pathname + location.search))),
  );
  if (isOn('aloud')) sayAloud();
}
