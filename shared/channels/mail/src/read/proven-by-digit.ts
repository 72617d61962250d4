import type { CompiledService } from '@guichet/catalogue';
import type { FieldReading } from './field-reading.ts';
import type { QuestionReading } from './read-questions.ts';

/**
 * Lifts the doubt of a hand from identifiers whose own check digit holds and about whose characters the readers agree.
 *
 * Guarantee: no other doubt is lifted, and nothing else written by hand.
 */
export function liftByCheckDigit(
  compiled: CompiledService,
  questions: readonly QuestionReading[],
  fields: readonly FieldReading[],
): void {
  for (const reading of questions) {
    const question = compiled.question(reading.key);
    if (question?.type !== 'identifier' || question.check === 'none' || reading.raw === undefined) continue;
    const own = fields.filter(({ path }) => path === reading.key);
    const isOnlyByHand = [reading, ...own].every(({ doubts }) =>
      doubts.every((doubt) => doubt === 'by-hand'),
    );
    if (!isOnlyByHand || reading.problems.length > 0) continue;
    for (const one of [reading, ...own]) one.doubts = [];
  }
}
