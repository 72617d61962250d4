import type { Option } from '../definition.ts';
import type { AskedQuestion } from './asked-question.ts';

/** Gives the options that a question lists, and the key that holds them. */
export function listedOptions(question: AskedQuestion['question']): {
  name: string;
  options: readonly Option[];
} {
  if (question.type === 'slot') return { name: 'places', options: question.places };
  const listed = question.type === 'choice' || question.type === 'choices' || question.type === 'ranking';
  return { name: 'options', options: listed ? question.options : [] };
}
