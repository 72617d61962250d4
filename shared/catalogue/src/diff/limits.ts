import type { Bilingual } from '@guichet/kernel';
import type { MemberQuestion, Question } from '../definition.ts';
import { openingHours } from '../words/opening-hours.ts';
import { writeDate, writeList, writeMoney, writeNumber } from '../words/writing.ts';
import { spanWords } from '../words/span-words.ts';

/** A bound of a question: what it is called, and what it is set to. */
export interface Limit {
  name: Bilingual;
  value: Bilingual;
}

type Asked = Question | MemberQuestion;
type Row = [id: string, fr: string, en: string, value: Bilingual | undefined];

/** Lists the bounds of a question by a stable name: those that decide which answers it takes. */
export function limitsOf(question: Asked): Map<string, Limit> {
  const set = rows(question).flatMap(([id, fr, en, value]): [string, Limit][] =>
    value === undefined ? [] : [[id, { name: { fr, en }, value }]],
  );
  return new Map(set);
}

function rows(question: Asked): Row[] {
  switch (question.type) {
    case 'text':
    case 'long-text':
      return [
        [
          'maxLength',
          'longueur maximale en caractères',
          'longest length in characters',
          num(question.maxLength),
        ],
      ];
    case 'choices':
      return [
        ['min', 'choix au moins', 'options at least', num(question.min)],
        ['max', 'choix au plus', 'options at most', num(question.max)],
      ];
    case 'number':
      return [
        ['min', 'minimum', 'minimum', num(question.min)],
        ['max', 'maximum', 'maximum', num(question.max)],
        ['decimals', 'décimales permises', 'decimals allowed', num(question.decimals)],
        ['unit', 'unité', 'unit', question.unit],
      ];
    case 'scale':
      return [
        ['min', 'bas de l’échelle', 'low end of the scale', num(question.min)],
        ['max', 'haut de l’échelle', 'high end of the scale', num(question.max)],
      ];
    case 'group':
      return [
        ['min', 'entrées au moins', 'entries at least', num(question.min)],
        ['max', 'entrées au plus', 'entries at most', num(question.max)],
      ];
    case 'money':
      return [
        ['minCents', 'minimum', 'minimum', cents(question.minCents)],
        ['maxCents', 'maximum', 'maximum', cents(question.maxCents)],
      ];
    case 'date':
      return rangeRows(question.range);
    case 'file':
      return [
        ['filesMax', 'fichiers au plus', 'files at most', num(question.filesMax)],
        ['later', 'façons de le faire parvenir ensuite', 'ways to send it later', ways(question.later)],
      ];
    case 'identifier':
      return [
        ['pattern', 'forme du numéro', 'form of the number', plain(question.pattern)],
        ['check', 'chiffre de contrôle', 'check digit', plain(question.check)],
      ];
    case 'person':
      return [['birthDate', 'date de naissance', 'date of birth', question.birthDate ? asked : undefined]];
    case 'ranking':
      return [['top', 'rangs demandés', 'ranks asked', num(question.top ?? question.options.length)]];
    case 'slot':
      return [
        [
          'hours',
          'heures',
          'hours',
          { fr: openingHours(question, 'fr').join('; '), en: openingHours(question, 'en').join('; ') },
        ],
        ['minutes', 'durée en minutes', 'length in minutes', num(question.minutes)],
        ['capacity', 'personnes à la même heure', 'people at the same time', num(question.capacity)],
        ...rangeRows(question.range),
      ];
    default:
      return [];
  }
}

type Range = Extract<Asked, { type: 'date' }>['range'];

function rangeRows(range: Range): Row[] {
  return [
    ['range.min', 'première date', 'first date', day(range?.min)],
    ['range.max', 'dernière date', 'last date', day(range?.max)],
    ['range.daysMin', 'au plus tôt', 'at the earliest', fromToday(range?.daysMin)],
    ['range.daysMax', 'au plus tard', 'at the latest', fromToday(range?.daysMax)],
  ];
}

const asked: Bilingual = { fr: 'demandée', en: 'asked' };
const plain = (text: string): Bilingual => ({ fr: text, en: text });
const num = (value: number | undefined): Bilingual | undefined =>
  value === undefined ? undefined : { fr: writeNumber(value, 'fr'), en: writeNumber(value, 'en') };
const cents = (value: number | undefined): Bilingual | undefined =>
  value === undefined ? undefined : { fr: writeMoney(value, 'fr'), en: writeMoney(value, 'en') };
const day = (iso: string | undefined): Bilingual | undefined =>
  iso === undefined ? undefined : { fr: writeDate(iso, 'fr'), en: writeDate(iso, 'en') };

function ways(later: readonly ('post' | 'counter')[]): Bilingual {
  const names = { post: { fr: 'la poste', en: 'mail' }, counter: { fr: 'le comptoir', en: 'the counter' } };
  const said = (language: 'fr' | 'en'): string =>
    writeList(
      later.map((way) => names[way][language]),
      language,
    );
  return later.length === 0 ? { fr: 'aucune', en: 'none' } : { fr: said('fr'), en: said('en') };
}

function fromToday(days: number | undefined): Bilingual | undefined {
  if (days === undefined) return undefined;
  if (days === 0) return { fr: 'le jour même', en: 'the same day' };
  const { fr, en } = spanWords({ amount: Math.abs(days), unit: 'calendar-days' });
  return days > 0 ? { fr: `${fr} après`, en: `${en} after` } : { fr: `${fr} avant`, en: `${en} before` };
}
