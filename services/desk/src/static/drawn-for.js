// Asks the desk for a form's screen as it would draw it now.

/** Unit: milliseconds. */
const answerWithin = 10_000;

/**
 * Posts a form in the background and gives the form that the desk draws for it, with its page and address.
 * `none` when the desk does not answer; `other` when it answers with another page: the session ended, the request is saved.
 */
export async function drawnFor(form, body) {
  try {
    const signal = AbortSignal.timeout(answerWithin);
    const answer = await fetch(form.action, { method: 'POST', body, signal });
    if (answer.status >= 500) return 'none';
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const drawn = page.querySelector('[data-enter-next]')?.closest('form');
    return drawn?.getAttribute('action') === form.getAttribute('action')
      ? { page, drawn, url: answer.url }
      : 'other';
  } catch {
    return 'none';
  }
}
