import type { Language } from '@guichet/kernel';
import type { QuestionOf } from '../definition.ts';
import { nbsp } from './writing.ts';

/** Writes a mark of a scale, with the words of its ends: `1 (pas du tout)`, `3`, `5 (tout à fait)`. */
export function scaleLabel(question: QuestionOf<'scale'>, mark: number, language: Language): string {
  if (mark === question.min) return `${mark}${nbsp}(${question.low[language]})`;
  return mark === question.max ? `${mark}${nbsp}(${question.high[language]})` : String(mark);
}

/** Lists the marks of a scale, from the lowest. */
export function scaleMarks({ min, max }: QuestionOf<'scale'>): number[] {
  return Array.from({ length: max - min + 1 }, (_, at) => min + at);
}
