// Keeps what is being typed on a case, so that a closed tab loses nothing. Without scripts a button keeps it.

/** Unit: milliseconds after the last key. */
const after = 2000;

for (const form of document.querySelectorAll('form[data-autosave]')) {
  const sign = form.querySelector('[data-saved]');
  let timer;
  let isSent = false;
  const save = async () => {
    if (isSent) return;
    const answer = await fetch(form.dataset.autosave, {
      method: 'POST',
      body: new FormData(form),
      keepalive: true,
    }).catch(() => undefined);
    if (answer?.ok && sign) sign.textContent = sign.dataset.saved;
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    if (sign) sign.textContent = '';
    timer = setTimeout(save, after);
  });
  form.addEventListener('submit', () => {
    isSent = true;
    clearTimeout(timer);
  });
}
