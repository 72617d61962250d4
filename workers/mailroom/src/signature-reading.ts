import type { DeskContext, LetterReading as Reading } from '@guichet/casework';
import type { LetterReading } from '@guichet/channels/mail';

type Service = NonNullable<ReturnType<DeskContext['catalogue']['find']>>;

/**
 * Gives the place to sign as a part of the consent that it is for, so that a person looks at it beside that answer unless it is signed.
 *
 * Guarantee: an unsigned form is in doubt, unless nothing at all is written on it. Shape: none where the form is not signed
 */
export function signatureReading(
  service: Service,
  { signature }: Pick<LetterReading, 'signature'>,
  fields: Reading['fields'],
): Reading['fields'] {
  const consent = fields.find(({ path }) => service.question(path)?.type === 'consent');
  const isBlank = fields.every(({ text }) => text === '');
  if (signature === undefined || consent === undefined || isBlank) return [];
  const { seen, crop = consent.crop } = signature;
  const doubts = { present: [], absent: ['unsigned'], doubtful: ['signature-unsure'] }[seen];
  const confidence = seen === 'present' ? 1 : 0.5;
  return [{ path: consent.path, text: '', confidence, doubts, crop }];
}
