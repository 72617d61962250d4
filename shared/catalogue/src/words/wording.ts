import type { Channel, Language } from '@guichet/kernel';
import type { MemberQuestion, Question } from '../definition.ts';

/** The words of a question on one channel: its own where the definition gives them, else the common ones. */
export function wording(
  question: Question | MemberQuestion,
  channel: Channel,
  language: Language,
): { label: string; help?: string } {
  const label = question.ask?.[channel]?.[language] ?? question.label[language];
  const help = question.helpFor?.[channel]?.[language] ?? question.help?.[language];
  return help === undefined ? { label } : { label, help };
}
