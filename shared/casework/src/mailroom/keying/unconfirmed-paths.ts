import type { Answers, CompiledService } from '@guichet/catalogue';
import type { FieldReading } from '../letter-reading.ts';
import type { KeyedField } from './keyed-letter.ts';

/**
 * Lists the fields that a person has still to confirm or change before the letter becomes a case: those in doubt, and those of the sample.
 *
 * Shape: paths in the order read, each once; of questions that hold for these answers
 */
export function unconfirmedPaths(
  service: CompiledService,
  letter: { fields: readonly FieldReading[] },
  sampled: readonly string[],
  answers: Answers,
  fields: readonly KeyedField[],
): string[] {
  const held = new Set(service.visible(answers).map(({ key }) => key));
  const seen = new Set(fields.filter(({ how }) => how !== 'left').map(({ path }) => path));
  const asked = letter.fields.filter(
    ({ path, doubts }) =>
      held.has(path.split('.')[0] ?? '') && (doubts.length > 0 || sampled.includes(path)) && !seen.has(path),
  );
  return [...new Set(asked.map(({ path }) => path))];
}
