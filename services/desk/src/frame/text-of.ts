import type { PostedForm } from '@guichet/catalogue';

/** Gives the text of a control of a posted form, trimmed; empty when there is none. A browser sends line ends its own way: here they are one. */
export function textOf(form: PostedForm, name: string): string {
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' ? last.replaceAll('\r\n', '\n').trim() : '';
}

/** Gives the values of the boxes checked under a name in a posted form. */
export function checkedOf(form: PostedForm, name: string): string[] {
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one): one is string => typeof one === 'string' && one !== '');
}

/** Gives the files of a control of a posted form that hold something. */
export function filesOf(form: PostedForm, name: string): File[] {
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one): one is File => one instanceof File && one.size > 0);
}
