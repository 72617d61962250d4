// What follows a decision comes in place: the bar of the desk stays as it is, so a case is there sooner than a page would be.
// Without this script, and wherever it is in doubt, the browser goes there as to any page.

const main = document.querySelector('#main');
/** What a page brings along beside what it shows: it is here already. */
const stays = 'link, script, dialog';
let shownAt = location.pathname;

document.addEventListener('submit', (event) => {
  const { target: form, submitter } = event;
  if (event.defaultPrevented || submitter?.dataset.inPlace === undefined || form.dataset.asUsual) return;
  event.preventDefault();
  // Pressed twice is pressed once.
  if (form.dataset.sent) return;
  form.dataset.sent = 'yes';
  send(form, submitter);
});

async function send(form, submitter) {
  // The line is gone, for one: the browser tells it in its own words, and keeps what was typed.
  const isThere = await ask(form, submitter).catch(() => false);
  if (isThere) return;
  form.dataset.asUsual = 'yes';
  form.requestSubmit(submitter);
}

/** Posts a form and goes where the answer leads. Gives false for an answer that the browser must get itself. */
async function ask(form, submitter) {
  const answer = await fetch(form.action, {
    method: 'POST',
    body: new URLSearchParams(new FormData(form, submitter)),
    headers: { accept: 'text/html' },
  });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (fitsHere(page)) show(page, answer.redirected ? new URL(answer.url) : location);
  else if (answer.redirected) location.assign(answer.url);
  // A refusal on a page of another kind: asked again, it is the same, for nothing was done.
  else return false;
  return true;
}

/** Tells whether a page is of the kind that can stand here, and needs no script that is not here. */
function fitsHere(page) {
  const here = new Set([...document.scripts].map(({ src }) => src));
  return (
    page.querySelector('#main [data-fits]') !== null && [...page.scripts].every(({ src }) => here.has(src))
  );
}

function show(page, { pathname, search }) {
  if (pathname !== location.pathname) history.pushState(null, '', pathname + search);
  shownAt = pathname;
  document.title = page.title;
  for (const link of page.querySelectorAll('.desk-bar a[hreflang]'))
    document.querySelector('.desk-bar a[hreflang]')?.setAttribute('href', link.getAttribute('href'));
  for (const old of main.querySelectorAll(`:scope > :not(${stays})`)) old.remove();
  main.prepend(...page.querySelectorAll(`#main > :not(${stays})`));
  scrollTo(0, 0);
  // Told aloud as a page that opens is; no ring is drawn, for nothing can be done there.
  const title = main.querySelector('h1');
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
  document.dispatchEvent(new Event('desk-page'));
}

// Back leads to what stood here before; a link within the page leads nowhere else.
addEventListener('popstate', () => {
  if (location.pathname !== shownAt) location.reload();
});
