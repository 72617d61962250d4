// Keeps what is being typed on a case, so that a closed tab loses nothing. Without scripts a button keeps it.

/** Unit: milliseconds after the last key. */
const after = 2000;

/** What each form waits for; one that was sent waits for nothing more. */
const timers = new WeakMap();
const sent = new WeakSet();

async function save(form) {
  const sign = form.querySelector('[data-saved]');
  const answer = await fetch(form.dataset.autosave, {
    method: 'POST',
    body: new FormData(form),
    keepalive: true,
  }).catch(() => undefined);
  if (answer?.ok && sign) sign.textContent = sign.dataset.saved;
}

document.addEventListener('input', ({ target }) => {
  const form = target.form;
  if (form?.dataset.autosave === undefined || sent.has(form)) return;
  clearTimeout(timers.get(form));
  const sign = form.querySelector('[data-saved]');
  if (sign) sign.textContent = '';
  timers.set(
    form,
    setTimeout(() => save(form), after),
  );
});
document.addEventListener('submit', ({ target: form }) => {
  sent.add(form);
  clearTimeout(timers.get(form));
});
