/**
 * Names of form controls, the same wherever a question is drawn and read back.
 *
 * A control is named by its path: `key`, `key.part` (`birth.day`, `home.street`), `group.0.member`, `group.0.member.part`.
 * Names of ours start with `_`, which no question key may: `_action`, `_csrf`, `_entries.group`.
 */

/** Gives the name of a part of a question, or of a member of a group's entry. */
export function fieldName(...path: (string | number)[]): string {
  return path.join('.');
}

/**
 * Gives the id of the element that holds a control of this name, fit for links and selectors.
 *
 * Guarantee: different names give different ids, and no id collides with those of a page's frame.
 */
export function fieldId(name: string): string {
  return `q-${name.replaceAll('.', '_')}`;
}

/** Gives the name of the hidden control that tells how many entries of a group were shown. */
export function entriesName(group: string): string {
  return `_entries.${group}`;
}

/**
 * Gives the name of the hidden control that lists the keys of the questions a form shows, in the whole form or in an entry:
 * an answer missing from a question never shown is no mistake.
 */
export function askedName(group?: string, index?: number): string {
  return group === undefined ? '_asked' : `_asked.${group}.${index ?? 0}`;
}

/** The name of the buttons that say what to do with a posted form. */
export const actionName = '_action';

/** The name of the hidden control that proves a form came from our own page. */
export const csrfName = '_csrf';

/** What a button of a form asks for; `continue` is the plain submit, `refresh` draws again with what was typed. */
export type FormAction =
  | { do: 'continue' | 'refresh' | 'skip' | 'save' }
  | { do: 'add'; group: string }
  | { do: 'remove'; group: string; index: number };

/** Writes an action as the value of a button. */
export function actionValue(action: FormAction): string {
  if (action.do === 'add') return `add:${action.group}`;
  if (action.do === 'remove') return `remove:${action.group}:${action.index}`;
  return action.do;
}

/** Reads which button was pressed; anything else is `continue`. */
export function readAction(form: { readonly [name: string]: unknown }): FormAction {
  const value = form[actionName];
  if (typeof value !== 'string') return { do: 'continue' };
  const [verb, group, index] = value.split(':');
  if (verb === 'add' && group) return { do: 'add', group };
  if (verb === 'remove' && group && /^\d{1,2}$/.test(index ?? ''))
    return { do: 'remove', group, index: Number(index) };
  if (verb === 'refresh' || verb === 'skip' || verb === 'save') return { do: verb };
  return { do: 'continue' };
}
