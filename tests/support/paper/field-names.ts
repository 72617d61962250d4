import type { FieldReading, LayoutField } from '@guichet/channels/mail';

/** Names a field of a form, printed or read; check boxes of one question by their option. */
export const idOf = (field: LayoutField | FieldReading): string =>
  'option' in field ? `${field.path}=${field.option}` : field.path;

/** Says what kind of field it is: `check`, `comb date`, `line prose`… */
export function typeOf(field: LayoutField): string {
  if (field.kind === 'check') return 'check';
  return `${field.kind} ${field.kind === 'comb' ? field.shape : field.content}`;
}
