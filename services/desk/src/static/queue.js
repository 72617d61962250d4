// Who looks at which case, how many are chosen, and undoing within ten seconds. Nothing needs this script to work.

/** Writes who looks beside each case of a list. Example: { "1234567890": "Regardé par Anne" } */
document.addEventListener('lookers', ({ detail }) => {
  for (const cell of document.querySelectorAll('[data-lookers]')) {
    const text = detail[cell.dataset.lookers] ?? '';
    if (cell.textContent !== text) cell.textContent = text;
  }
});

// On the page of a case: says that it is open here, and who else has it open, while somebody can see it.
let looking;
let stream;
function stopLooking() {
  stream?.close();
  stream = undefined;
}
function look() {
  if (!looking) return;
  if (document.hidden || stream?.readyState === EventSource.CLOSED) stopLooking();
  if (!document.hidden && !stream) {
    stream = new EventSource(looking.dataset.looking);
    stream.addEventListener('lookers', ({ data }) => {
      const text = Object.values(JSON.parse(data))[0] ?? '';
      looking.hidden = text === '';
      if (looking.textContent !== text) looking.textContent = text;
    });
  }
}
function lookHere() {
  stopLooking();
  looking = document.querySelector('[data-looking]');
  look();
}
document.addEventListener('visibilitychange', look);
document.addEventListener('desk-page', lookHere);
window.addEventListener('pagehide', stopLooking);
setInterval(look, 15_000);
lookHere();

// The bar of what can be done comes forward once a case is chosen.
const acts = document.querySelector('[data-acts]');
if (acts) {
  const chosen = acts.querySelector('[data-chosen]');
  const count = () => {
    const many = document.querySelectorAll('.choose :checked').length;
    acts.classList.toggle('acts-ready', many > 0);
    const { none, one, many: several } = chosen?.dataset ?? {};
    if (chosen) chosen.textContent = many === 0 ? none : (many === 1 ? one : several).replace('9', many);
  };
  document.addEventListener('change', count);
  count();
}

// What was just done can be undone for ten seconds more; while somebody is on the notice, time stands still.
const notice = document.querySelector('[data-undo]');
if (notice) {
  notice.classList.add('toast');
  const left = notice.querySelector('[data-left]');
  let seconds = Number(notice.dataset.undo);
  const tick = () => {
    if (notice.matches(':hover') || notice.contains(document.activeElement)) return;
    seconds -= 1;
    if (left) left.textContent = left.dataset.left.replace('9', seconds);
    if (seconds > 0) return;
    clearInterval(clock);
    notice.remove();
  };
  const clock = setInterval(tick, 1000);
  if (left) left.textContent = left.dataset.left.replace('9', seconds);
  // Loading the page again does not tell it again.
  const here = new URL(location.href);
  for (const key of ['act', 'kind', 'done', 'already', 'refused', 'undone']) here.searchParams.delete(key);
  history.replaceState(null, '', here);
}
