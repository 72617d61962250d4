import type { CompiledService } from '../compiled.ts';
import type { MemberQuestion, Question } from '../definition.ts';
import { ranksOf } from '../parse/ranking.ts';
import { slotTimes } from '../slot-times.ts';

/** How many times the line speaks and waits, at least and at most. */
export interface PromptSpan {
  least: number;
  most: number;
}

/** How many choices, or answers read back, the line says at once. */
const saidAtOnce = 5;
const pages = (count: number): number => Math.max(1, Math.ceil(count / saidAtOnce));
const span = (least: number, most: number = least): PromptSpan => ({ least, most });
const add = (spans: readonly PromptSpan[]): PromptSpan =>
  spans.reduce((sum, { least, most }) => span(sum.least + least, sum.most + most), span(0));

/**
 * Estimates the prompts of a whole request by telephone, from the greeting to the reference, by keys and recordings.
 *
 * Guarantee: counts a caller who is never misunderstood and names the fewest entries of each list; `least` leaves out all that is
 *   asked on a condition and passes what is optional, `most` asks everything.
 */
export function estimatePrompts({ definition, questions }: CompiledService): PromptSpan {
  const answered = questions.filter(({ type }) => type !== 'information');
  const always = answered.filter(({ when }) => when === undefined);
  // What follows is read back after the answers: amounts, fee, bodies told.
  const follows = [definition.computed, definition.fee, definition.referrals].filter(Boolean).length;
  const frame = span(2 + pages(always.length), 2 + pages(answered.length) + follows);
  return add([frame, ...questions.map(asked)]);
}

function asked(question: Question | MemberQuestion): PromptSpan {
  const { least, most } = ofType(question);
  if (question.type === 'information') return span(0);
  const gate = question.required ? 0 : 1;
  if (question.when !== undefined) return span(0, most + gate);
  return span(question.required ? least : 1, most + gate);
}

function ofType(question: Question | MemberQuestion): PromptSpan {
  switch (question.type) {
    case 'information':
      return span(0);
    case 'text':
    case 'long-text':
    case 'email':
    case 'place':
    case 'yes-no':
    case 'consent':
    case 'file':
    case 'scale':
      return span(1);
    case 'choice':
      return span(1, pages(question.options.length));
    case 'choices':
      // Each option is a yes or no of its own, then all are read back.
      return span(2, question.options.length + 1);
    case 'number':
      return question.decimals > 0 ? span(2, 3) : span(1);
    case 'money':
      return span(2, 3);
    case 'date':
      return span(2);
    case 'phone':
      return span(1, 2);
    case 'identifier':
      return question.check === 'none' && question.alphabet === 'digits' ? span(2) : span(1);
    case 'person':
      return question.birthDate ? span(2, 3) : span(1);
    case 'address':
      // Postal code, its letters one by one, civic number, street; or the whole in one recording.
      return span(2, 6);
    case 'ranking': {
      const ranks = ranksOf(question);
      return span(ranks + 1, ranks * pages(question.options.length) + 1);
    }
    case 'slot': {
      const several = question.places.length > 1;
      return span(
        several ? 4 : 3,
        (several ? pages(question.places.length) : 0) + 2 + pages(slotTimes(question).length),
      );
    }
    case 'group': {
      const entries = Math.max(1, question.min);
      const one = add(question.questions.map(asked));
      const more = entries < question.max ? 1 : 0;
      return span(entries * one.least + more, entries * (one.most + 1));
    }
  }
}
