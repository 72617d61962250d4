import {
  type MemberQuestion,
  openingHours,
  type Question,
  type QuestionOf,
  ranksOf,
} from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { formWords } from './words.ts';

/** Says how a question is answered on paper, a line for each thing to know; nothing where its boxes say it. */
export function howToAnswer(question: Question | MemberQuestion, language: Language): string[] {
  const words = formWords[language];
  switch (question.type) {
    case 'choice':
    case 'scale':
      return [words.one];
    case 'choices':
      return [words.several];
    case 'ranking': {
      const ranks = ranksOf(question);
      return [words.rank(ranks, ranks === question.options.length)];
    }
    case 'slot':
      return slotLines(question, language);
    default:
      return [];
  }
}

function slotLines(question: QuestionOf<'slot'>, language: Language): string[] {
  const words = formWords[language];
  const [only, other] = question.places;
  // English hours end in `p.m.`, whose point also ends the sentence.
  const hours = openingHours(question, language).join('; ').replace(/\.$/, '');
  const place =
    only === undefined || other !== undefined
      ? words.onePlace
      : `${words.place}${words.colon} ${only.label[language]}.`;
  return [place, `${words.slotHours}${words.colon} ${hours}. ${words.slotLasts(duration(question.minutes))}`];
}

/** Writes a length of time: `30 min`, `2 h`, `1 h 30 min`. */
function duration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours}\u00a0h` : '', rest > 0 ? `${rest}\u00a0min` : '']
    .filter((part) => part !== '')
    .join('\u00a0');
}
