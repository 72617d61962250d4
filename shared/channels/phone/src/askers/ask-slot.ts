import { type Option, openingHours, type QuestionOf, readSlotDay, slotTimes } from '@guichet/catalogue';
import type { Input } from '../dialog/turn.ts';
import { keyedDate } from '../grammar/keyed-date.ts';
import { keyedDigits } from '../grammar/keyed-digits.ts';
import { optionPhrases, spokenChoice } from '../grammar/spoken-choice.ts';
import { spokenDate } from '../grammar/spoken-date.ts';
import { spokenTime } from '../grammar/spoken-time.ts';
import { timeOption } from '../grammar/time-option.ts';
import { sayDate } from '../words/say-date.ts';
import { sayProblems } from '../words/say-problems.ts';
import { sayHours } from '../words/say-time.ts';
import { dateHints } from './ask-date.ts';
import {
  type Asked,
  type Asker,
  type Asking,
  gather,
  missOf,
  speechIn,
  spokenLabel,
  type Taken,
} from './asker.ts';
import { lowest } from './lowest.ts';
import { type MenuPage, menuPage } from './menu-page.ts';

type Slot = Asking<QuestionOf<'slot'>>;
/** How surely the parts said by voice were heard; undefined when all was keyed. */
type Heard = number | undefined;

/** The place where there are several, the day by keys, then a time among those of that day; the whole is read back. */
export const askSlot: Asker<QuestionOf<'slot'>> = {
  ask(asking) {
    const { words, question, misses } = asking;
    const now = at(asking);
    const first = now.step === 'place' || (now.step === 'day' && question.places.length === 1);
    const opening = first || misses >= 2 ? [spokenLabel(asking)] : [];
    switch (now.step) {
      case 'place':
        return menu(asking, [...opening, words.slotPlace], question.places, now);
      case 'day':
        return askDay(asking, opening);
      case 'time': {
        const asked = words.slotTime(sayDate(now.day, asking.language));
        return menu(asking, [...opening, asked], slotTimes(question, now.day).map(timeOption), now);
      }
    }
  },
  take(asking, input) {
    const { question } = asking;
    const now = at(asking);
    switch (now.step) {
      case 'place': {
        const next = (page: number): Taken => ({ kind: 'on', sub: { step: 'ask', page } });
        return pick(asking, input, question.places, now, next, (place, heard) => ({
          kind: 'on',
          sub: { step: 'slot-day', place, heard },
        }));
      }
      case 'day':
        return takeDay(asking, now, input);
      case 'time': {
        const { place, day, heard } = now;
        const next = (page: number): Taken => ({
          kind: 'on',
          sub: { step: 'slot-time', place, day, page, heard },
        });
        const times = slotTimes(question, day).map(timeOption);
        return pick(asking, input, times, now, next, (time, said) => ({
          kind: 'value',
          raw: { place, day, time },
          ...(said === undefined ? { how: 'keyed' } : { how: 'spoken', confidence: said }),
          check: 'read-back',
        }));
      }
    }
  },
};

type At = { page: number; heard?: Heard } & (
  | { step: 'place' }
  | { step: 'day'; place: string }
  | { step: 'time'; place: string; day: string }
);

function at({ sub, question }: Slot): At {
  if (sub.step === 'slot-time') return { ...sub, step: 'time' };
  if (sub.step === 'slot-day') return { ...sub, step: 'day', page: 0 };
  const [only, ...others] = question.places;
  if (only !== undefined && others.length === 0) return { step: 'day', place: only.key, page: 0 };
  return { step: 'place', page: sub.step === 'ask' ? (sub.page ?? 0) : 0 };
}

function menu(
  { words, language, speech }: Slot,
  opening: string[],
  options: readonly Option[],
  { page }: At,
): Asked {
  const { items, more }: MenuPage<Option> = menuPage(options, page);
  return {
    say: [
      ...opening,
      ...items.map((option, index) => words.option(option.label[language], index + 1)),
      ...(more ? [words.more] : []),
    ],
    listen: gather('one', speech ? options.flatMap((option) => optionPhrases(option, language)) : undefined),
  };
}

function pick(
  asking: Slot,
  input: Input,
  options: readonly Option[],
  now: At,
  turn: (page: number) => Taken,
  picked: (key: string, heard: Heard) => Taken,
): Taken {
  const { items, page, more } = menuPage(options, now.page);
  if (input.kind === 'keys') {
    const option = items[Number(input.digits) - 1];
    if (option) return picked(option.key, now.heard);
    if (more && input.digits === '9') return turn(page + 1);
  }
  const speech = speechIn(asking, input);
  if (speech !== undefined) {
    const said =
      now.step === 'time'
        ? spokenTime(
            speech.text,
            asking.language,
            options.map(({ key }) => key),
          )
        : spokenChoice(options, speech.text, asking.language)?.key;
    if (said !== undefined) return picked(said, lowest(now.heard, speech.confidence));
  }
  return missOf(asking, input);
}

function askDay(asking: Slot, opening: string[]): Asked {
  const { words, question, language, misses } = asking;
  return {
    say: [
      ...opening,
      words.slotDay,
      words.slotHours(
        openingHours(question, language)
          .map((line) => sayHours(line, language))
          .join('; '),
      ),
      words.dateKeys,
      ...(shortcuts(question) ? [words.dateShortcuts] : []),
      ...(misses >= 1 ? [words.dateExample] : []),
    ],
    listen: gather('many', asking.speech ? dateHints[language] : undefined),
  };
}

function takeDay(asking: Slot, now: Extract<At, { step: 'day' }>, input: Input): Taken {
  const { words, question, language, today } = asking;
  const reading = { today, past: false, shortcuts: shortcuts(question) };
  const keyed = input.kind === 'keys' ? keyedDate(keyedDigits(input.digits), reading) : undefined;
  const speech = speechIn(asking, input);
  const date = speech === undefined ? keyed : spokenDate(speech.text, language, reading);
  if (date === undefined) {
    return input.kind === 'keys' ? { kind: 'miss', why: words.noSuchDate } : missOf(asking, input);
  }
  const read = readSlotDay(question, date, { today });
  if (!read.ok) return { kind: 'miss', why: sayProblems(read.problems, question, language) };
  const heard = speech === undefined ? now.heard : lowest(now.heard, speech.confidence);
  return {
    kind: 'on',
    sub: { step: 'slot-time', place: now.place, day: read.value, page: 0, heard },
  };
}

function shortcuts({ range }: QuestionOf<'slot'>): boolean {
  return range?.daysMin === 0 && range.min === undefined;
}
