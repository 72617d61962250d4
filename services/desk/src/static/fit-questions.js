// Fits the questions that now hold into the screen, around what is being typed in the others.

/** Questions that no longer hold, as they were filled in: they come back as they went. */
const parked = new Map();

export const questionsIn = (root) => [...root.querySelectorAll('[data-question]')];
const questionIn = (root, name) => root.querySelector(`[data-question="${CSS.escape(name)}"]`);
const named = (root, name) => root.querySelector(`[name="${CSS.escape(name)}"]`);

/**
 * Brings a form to the questions of the one the desk drew from what was posted; nothing typed since is undone.
 * `onCome` is told of each question that comes, as it was drawn, and whether the desk knows what it holds; gives those
 * that hold no more but stay, since somebody is in them.
 */
export function fit(form, drawn, { posted, action, onCome }) {
  for (const count of form.querySelectorAll('input[type="hidden"][name^="_entries."]')) {
    const was = count.closest('[data-question]');
    const now = questionIn(drawn, was.dataset.question);
    if (now && named(now, count.name)?.value !== count.value)
      setEntries(form, was, now, { posted, action, onCome });
  }
  for (const question of questionsIn(drawn)) {
    if (questionIn(form, question.dataset.question)) continue;
    const back = parked.get(question.dataset.question);
    parked.delete(question.dataset.question);
    const fresh = back ?? document.importNode(question, true);
    place(form, question, fresh);
    for (const one of [fresh, ...questionsIn(fresh)]) onCome(one, { isKnown: !back });
  }
  const stays = drop(form, drawn);
  for (const asked of drawn.querySelectorAll('input[type="hidden"][name^="_asked"]')) {
    const here = named(form, asked.name);
    if (here) here.value = asked.value;
  }
  return stays;
}

/**
 * Notes, where the form carries it, which questions hold something on this page: what is blank later was taken away, and not
 * answered elsewhere since the page was drawn.
 */
export function noteShown(form) {
  const shown = named(form, '_shown');
  if (!shown) return;
  const holding = questionsIn(form).filter((question) =>
    [...question.querySelectorAll('input:not([type="hidden"]), select, textarea')].some((one) =>
      one.matches('[type="radio"], [type="checkbox"]') ? one.checked : one.value !== '',
    ),
  );
  const keys = holding.map((question) => question.dataset.question.split('.')[0]);
  shown.value = [...new Set([...shown.value.split(' '), ...keys])].join(' ').trim();
}

/** Draws a group anew after entries came or went. */
function setEntries(form, was, now, { posted, action, onCome }) {
  const fresh = document.importNode(now, true);
  const since = [...was.querySelectorAll('input, select, textarea')].filter(
    (control) => control.type !== 'hidden' && control.name && control.value !== posted.get(control.name),
  );
  const inside = was.querySelector('.ahead');
  keepFocus(form, action, () => {
    if (inside) was.after(inside);
    was.replaceWith(fresh);
    for (const one of [fresh, ...questionsIn(fresh)]) onCome(one, { isKnown: true });
    for (const { name, value } of since) {
      const control = named(fresh, nameAfter(action, name) ?? '');
      if (control) control.value = value;
    }
  });
}

/** Gives the name of a control once an entry before its own is gone; undefined when it goes with it. */
function nameAfter(action, name) {
  const [, group, gone] = /^remove:(.+):(\d+)$/.exec(action) ?? [];
  if (!group || !name.startsWith(`${group}.`)) return name;
  const [index, ...rest] = name.slice(group.length + 1).split('.');
  if (index === gone) return undefined;
  return [group, Number(index) - (Number(index) > Number(gone) ? 1 : 0), ...rest].join('.');
}

/** Keeps the focus and the caret over a change that draws their control anew. */
function keepFocus(form, action, change) {
  const at = document.activeElement;
  const [start, end] = [at.selectionStart, at.selectionEnd];
  change();
  if (document.activeElement === at) return;
  if (!at.isConnected && !at.matches('input, select, textarea')) return;
  const to = at.isConnected ? at : named(form, nameAfter(action, at.name ?? '') ?? '');
  to?.focus();
  if (to && typeof start === 'number') to.setSelectionRange(start, end);
}

/** Puts a question where it was drawn: after the nearest one before it, else before the nearest one after it. */
export function place(form, drawn, fresh) {
  const near = (way) => {
    for (let at = drawn[way]; at; at = at[way]) {
      const here = at.dataset.question && questionIn(form, at.dataset.question);
      if (here) return here;
    }
  };
  const previous = near('previousElementSibling');
  const following = near('nextElementSibling');
  if (previous) previous.after(fresh);
  else if (following) following.before(fresh);
  else form.querySelector('[data-enter-next]').append(fresh);
}

/** Takes away the questions that hold no more, but for those with the focus. */
function drop(form, drawn) {
  const gone = questionsIn(form).filter((one) => !questionIn(drawn, one.dataset.question));
  const stays = gone.filter((one) => one.contains(document.activeElement));
  for (const one of gone) {
    if (stays.includes(one) || !one.isConnected) continue;
    parked.set(one.dataset.question, one);
    one.remove();
  }
  return stays;
}
