import { dammDigit } from '@guichet/kernel';
import type { QuestionOf } from '../definition.ts';
import { bad, good, type Reader } from './parsed.ts';

const lengthMax = 60;

/** Reads an identifier in upper case without spaces or dashes, and checks its form and its check digit. */
export function identifierReader(question: QuestionOf<'identifier'>): Reader {
  const { key } = question;
  const form = new RegExp(`^(?:${question.pattern})$`, 'u');
  const passes = { luhn: luhnHolds, damm: (text: string) => dammDigit(text) === 0, none: () => true }[
    question.check
  ];
  return (raw) => {
    if (typeof raw !== 'string') return bad(key, 'wrong-type');
    if (raw.length > lengthMax * 2) return bad(key, 'too-long', { max: lengthMax });
    const text = normalisedIdentifier(raw);
    if (!form.test(text)) return bad(key, 'bad-identifier', { example: question.example });
    return passes(text) ? good(text) : bad(key, 'bad-check-digit', { example: question.example });
  };
}

/** Writes an identifier as it is stored and compared. */
export function normalisedIdentifier(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(/[\s\u200b\ufeff\u2010-\u2015\u2212-]/g, '')
    .toUpperCase();
}

/** Source: ISO/IEC 7812-1, annex B */
function luhnHolds(text: string): boolean {
  if (!/^\d+$/.test(text)) return false;
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = Number(text[text.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
