import {
  type AnswerValue,
  isKeys,
  isPending,
  isSlot,
  type MemberQuestion,
  type Question,
  type Sensitivity,
} from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { sayDate } from './say-date.ts';
import { sayDigits, sayPhone } from './say-digits.ts';
import { sayMoney } from './say-money.ts';
import { sayTime } from './say-time.ts';
import { wordsOf } from './words-of.ts';

/**
 * Says one answer back to the caller.
 *
 * Guarantee: the value of a `sensitive` question is never said; a recording is named, not played.
 */
export function sayAnswer(
  question: Question | MemberQuestion,
  value: AnswerValue | undefined,
  language: Language,
  sensitivity: Sensitivity = question.sensitivity,
): string {
  const words = wordsOf(language);
  if (value === undefined) return words.none;
  if (isPending(value)) return words.pending;
  if (sensitivity === 'sensitive') return words.hidden;
  switch (question.type) {
    case 'choice':
      return question.options.find((option) => option.key === value)?.label[language] ?? String(value);
    case 'choices': {
      const picked = Array.isArray(value) ? (value as string[]) : [];
      const labels = question.options.filter((option) => picked.includes(option.key));
      return labels.length === 0 ? words.none : labels.map((option) => option.label[language]).join(', ');
    }
    case 'yes-no':
    case 'consent':
      return value === true ? words.yes : words.no;
    case 'date':
      return sayDate(String(value), language);
    case 'money':
      return sayMoney(Number(value), language);
    case 'number':
      return `${String(value).replace('.', language === 'fr' ? ',' : '.')}${question.unit ? ` ${question.unit[language]}` : ''}`;
    case 'phone':
      return sayPhone(String(value));
    case 'identifier':
      return sayDigits(String(value), [3, 3, 3, 3]);
    case 'group':
      return words.entries(Array.isArray(value) ? value.length : 0);
    case 'file':
      if (typeof value !== 'object' || value === null) return words.none;
      if ('later' in value) return words.later[value.later];
      return 'evidence' in value && Array.isArray(value.evidence)
        ? words.sentFiles(value.evidence.length)
        : words.none;
    case 'address':
      return typeof value === 'object' && 'postalCode' in value
        ? [value.street, value.unit, value.municipality, [...value.postalCode].join(' ')]
            .filter(Boolean)
            .join(', ')
        : words.none;
    case 'person':
      return typeof value === 'object' && 'family' in value ? `${value.given} ${value.family}` : words.none;
    case 'place':
      return typeof value === 'object' && 'text' in value ? value.text : words.none;
    case 'scale': {
      const { min, max, low, high } = question;
      const end = value === min ? low : value === max ? high : undefined;
      return end === undefined ? String(value) : `${String(value)}, ${end[language]}`;
    }
    case 'ranking': {
      const labelOf = (key: string) => question.options.find((option) => option.key === key)?.label[language];
      const ranked = isKeys(value) ? value.map((key, at) => words.ranked(at + 1, labelOf(key) ?? key)) : [];
      return ranked.length === 0 ? words.none : ranked.join('; ');
    }
    case 'slot': {
      if (!isSlot(value)) return words.none;
      const place = question.places.find(({ key }) => key === value.place)?.label[language] ?? value.place;
      return words.slot(place, sayDate(value.day, language), sayTime(value.time, language));
    }
    case 'text':
    case 'long-text':
    case 'email':
    case 'information':
      return String(value);
  }
}
