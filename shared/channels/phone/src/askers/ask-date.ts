import type { QuestionOf } from '@guichet/catalogue';
import { addDays } from '../grammar/calendar-day.ts';
import { keyedDate } from '../grammar/keyed-date.ts';
import { keyedDigits } from '../grammar/keyed-digits.ts';
import { spokenDate } from '../grammar/spoken-date.ts';
import { type Asker, type Asking, gather, missOf, speechIn, spokenLabel } from './asker.ts';

/** Eight keys day first, or a plainly spoken date; always read back with its weekday. */
export const askDate: Asker<QuestionOf<'date'>> = {
  ask(asking) {
    const { words, misses } = asking;
    return {
      say: [
        spokenLabel(asking),
        words.dateKeys,
        ...(past(asking) ? [] : [words.dateWithoutYear]),
        ...(shortcuts(asking) ? [words.dateShortcuts] : []),
        ...(misses >= 1 ? [words.dateExample] : []),
      ],
      listen: gather('many', asking.speech ? dateHints[asking.language] : undefined),
    };
  },
  take(asking, input) {
    const reading = {
      today: asking.today,
      past: past(asking),
      shortcuts: shortcuts(asking),
      ...latest(asking),
    };
    if (input.kind === 'keys') {
      const date = keyedDate(keyedDigits(input.digits), reading);
      return date
        ? { kind: 'value', raw: date, how: 'keyed', check: 'read-back' }
        : { kind: 'miss', why: asking.words.noSuchDate };
    }
    const speech = speechIn(asking, input);
    const date = speech && spokenDate(speech.text, asking.language, reading);
    return speech && date
      ? { kind: 'value', raw: date, how: 'spoken', confidence: speech.confidence, check: 'read-back' }
      : missOf(asking, input);
  },
};

function past({ question: { range } }: Asking<QuestionOf<'date'>>): boolean {
  return range?.daysMax !== undefined && range.daysMax <= 0;
}

function latest({ today, question: { range } }: Asking<QuestionOf<'date'>>): { latest?: string } {
  const days = range?.daysMax === undefined ? [] : [addDays(today, range.daysMax)];
  const [first] = [...days, ...(range?.max === undefined ? [] : [range.max])].toSorted();
  return first === undefined ? {} : { latest: first };
}

function shortcuts({ question: { range } }: Asking<QuestionOf<'date'>>): boolean {
  return range?.daysMin === 0 && range.min === undefined;
}

/** Words the recogniser should expect for a date. */
export const dateHints = {
  fr: [
    'le premier juillet',
    "aujourd'hui",
    'demain',
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'July first',
    'today',
    'tomorrow',
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;
