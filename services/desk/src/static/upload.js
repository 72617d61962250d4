// Says how far the sending of scanned files is. Without scripts the same form sends them, and the browser shows its own sign.

/** Told by tenths: a voice that counts every percent tells nothing else. */
const step = 10;

function openSign(form) {
  const [shown, button] = [form.querySelector('[data-sending]'), form.querySelector('.button')];
  const [line, bar] = [shown.querySelector('p'), shown.querySelector('progress')];
  const say = (text, percent) => {
    if (line.textContent !== text) line.textContent = text;
    if (percent === undefined) bar.removeAttribute('value');
    else bar.value = percent;
  };
  button.disabled = true;
  shown.hidden = false;
  return {
    sending: (percent) => say(shown.dataset.sending.replace('0', String(percent)), percent),
    sent: () => say(shown.dataset.sent),
    failed: () => {
      button.disabled = false;
      say(shown.dataset.failed, 0);
    },
  };
}

/** The answer is a page, as without scripts: another address is gone to, a refusal is drawn in place. */
function finish(request, sign) {
  if (request.status < 400) {
    location.assign(request.responseURL);
    return;
  }
  const page = new DOMParser().parseFromString(request.responseText, 'text/html');
  const fresh = page.querySelector('main');
  if (!fresh || request.status >= 500) {
    sign.failed();
    return;
  }
  document.title = page.title;
  document.querySelector('main').replaceWith(fresh);
  fresh.querySelector('[data-focus]')?.focus();
}

function send(form) {
  const sign = openSign(form);
  const request = new XMLHttpRequest();
  request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
    if (lengthComputable && loaded < total) sign.sending(Math.floor((100 * loaded) / total / step) * step);
  });
  request.upload.addEventListener('load', sign.sent);
  request.addEventListener('load', () => finish(request, sign));
  for (const end of ['error', 'abort', 'timeout']) request.addEventListener(end, sign.failed);
  request.open('POST', form.action);
  request.setRequestHeader('accept', 'text/html');
  request.send(new FormData(form));
}

// On the document: a form drawn anew after a refusal is listened to as well.
document.addEventListener('submit', (event) => {
  if (!event.target.querySelector('[data-sending]')) return;
  event.preventDefault();
  if (!event.target.querySelector('.button').disabled) send(event.target);
});
