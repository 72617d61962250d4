import { isDeepStrictEqual } from 'node:util';
import type { KeyedField, Letter } from '@guichet/casework';
import type { Answers, CompiledService, Provenance } from '@guichet/catalogue';
import { proposedAnswers } from './letter-values.ts';
import { isOf } from './station-field.ts';

/**
 * Tells of each answer how it came: read by the machine with how sure it was, and confirmed by a person where one had to look; or
 * typed by a person.
 */
export function letterProvenance(
  service: CompiledService,
  letter: Pick<Letter, 'answers' | 'fields' | 'signature'>,
  answers: Answers,
  today: string,
  keyed: readonly KeyedField[],
): Record<string, Provenance> {
  const proposed = proposedAnswers(service, letter, today);
  return Object.fromEntries(
    Object.entries(answers).map(([key, answer]): [string, Provenance] => {
      if (!isDeepStrictEqual(proposed[key], answer)) return [key, { how: 'typed-by-staff' }];
      const read = letter.fields.filter((field) => isOf(field, key));
      const isConsent = service.question(key)?.type === 'consent';
      const isConfirmed = keyed.some((field) => field.how === 'confirmed' && isOf(field, key));
      return [
        key,
        {
          how: 'read-by-machine',
          ...(read.length === 0 ? {} : { confidence: Math.min(...read.map(({ confidence }) => confidence)) }),
          ...(isConfirmed ? { checked: 'once' } : {}),
          ...(isConsent && letter.signature ? { signature: letter.signature } : {}),
        },
      ];
    }),
  );
}
