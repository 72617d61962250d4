import type { Language } from '@guichet/kernel';
import { cardinalsAt } from './cardinal.ts';
import { fillersOf } from './fillers.ts';
import { phrases } from './phrases.ts';
import { type SpokenWord, spokenWords, withoutFillers, wordsText } from './spoken-words.ts';

const fillers = {
  fr: fillersOf('fr', [
    'a',
    'vers',
    'je prendrais',
    'je vais prendre',
    'je veux',
    'je voudrais',
    'celui de',
    'celle de',
    'pour',
    'pile',
    'juste',
  ]),
  en: fillersOf('en', [
    'at',
    'around',
    'i would like',
    'i d like',
    'i will take',
    'i ll take',
    'the one at',
    'for',
    'sharp',
    'o clock',
  ]),
};
const morning = new Set(['du matin', 'am', 'a m', 'avant midi', 'le matin', 'in the morning']);
const afternoon = new Set(
  phrases(`
    pm, p m, de l apres midi, du soir, apres midi, l apres midi, in the afternoon, in the evening
  `),
);

/** `quatre heures moins vingt-cinq minutes de l'après-midi`, and no more. */
const wordsMax = 14;

/**
 * Reads a time of day among those offered, `HH:MM`: `neuf heures et demie`, `14h30`, `midi`, `half past nine`.
 *
 * Guarantee: undefined when two of those offered fit, as `trois heures` where both 3:00 and 15:00 are.
 */
export function spokenTime(text: string, language: Language, times: readonly string[]): string | undefined {
  const words = withoutFillers(
    spokenWords(text),
    fillers[language],
    (phrase) => morning.has(phrase) || afternoon.has(phrase),
  );
  if (words.length > wordsMax) return undefined;
  const said = new Set(saidMinutes(words, language));
  const fitting = times.filter((time) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return said.has(hours * 60 + minutes);
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Minutes after midnight that the words can mean. */
function saidMinutes(words: readonly SpokenWord[], language: Language): number[] {
  for (let cut = words.length; cut > 0; cut -= 1) {
    const tail = wordsText(words, cut);
    const half = morning.has(tail) ? 0 : afternoon.has(tail) ? 12 : undefined;
    if (tail !== '' && half === undefined) continue;
    const clock = clockMinutes(words.slice(0, cut), language);
    if (clock === undefined) continue;
    const { minutes, exact } = clock;
    if (half === undefined)
      return exact || minutes >= 13 * 60 ? [minutes] : [minutes, (minutes + 720) % 1440];
    const hour = Math.floor(minutes / 60);
    if (hour > 12) return half === 12 ? [minutes] : [];
    return [((hour % 12) + half) * 60 + (minutes % 60)];
  }
  return [];
}

/** `exact` when the hour itself tells the half of the day. */
function clockMinutes(
  words: readonly SpokenWord[],
  language: Language,
): { minutes: number; exact: boolean } | undefined {
  const [first] = words;
  const round = { midi: 720, noon: 720, minuit: 0, midnight: 0 }[first?.word ?? ''];
  if (round !== undefined) {
    const part = partMinutes(wordsText(words, 1), words.slice(1), language);
    return part === undefined ? undefined : { minutes: (round + part + 1440) % 1440, exact: true };
  }
  if (language === 'en') {
    const past = /^(half|quarter|a quarter) (past|to) /.exec(wordsText(words));
    if (past !== null) {
      const hour = hourOf(words.slice(past[0].trim().split(' ').length), language);
      if (hour === undefined) return undefined;
      const shift = past[1] === 'half' ? 30 : past[2] === 'to' ? -15 : 15;
      return past[1] === 'half' && past[2] === 'to'
        ? undefined
        : { minutes: (hour * 60 + shift + 1440) % 1440, exact: false };
    }
  }
  for (const { value, length } of cardinalsAt(words, 0, language)) {
    if (value > 23) continue;
    const named = ['heure', 'heures', 'h', ':'].includes(words[length]?.word ?? '');
    const from = named ? length + 1 : length;
    if (language === 'fr' && !named && from < words.length) continue;
    const part = partMinutes(wordsText(words, from), words.slice(from), language);
    if (part !== undefined) return { minutes: (value * 60 + part + 1440) % 1440, exact: value === 0 };
  }
  return undefined;
}

function hourOf(words: readonly SpokenWord[], language: Language): number | undefined {
  const whole = cardinalsAt(words, 0, language).find(({ length }) => length === words.length);
  return whole !== undefined && whole.value >= 1 && whole.value <= 12 ? whole.value : undefined;
}

const named: Readonly<Record<string, number>> = {
  '': 0,
  '00': 0,
  'et demi': 30,
  'et demie': 30,
  'et quart': 15,
  'et un quart': 15,
  'moins quart': -15,
  'moins le quart': -15,
  'moins un quart': -15,
  'moins dix': -10,
  'moins vingt': -20,
  'moins cinq': -5,
};

function partMinutes(text: string, words: readonly SpokenWord[], language: Language): number | undefined {
  const known = named[text];
  if (known !== undefined) return known;
  const low = /^0(\d)$/.exec(text);
  if (low !== null) return Number(low[1]);
  const tail = words.at(-1)?.word;
  const minutes = tail === 'minutes' || tail === 'minute' ? words.slice(0, -1) : words;
  const whole = cardinalsAt(minutes, 0, language).find(({ length }) => length === minutes.length);
  return whole === undefined || whole.value > 59 || whole.value === 0 ? undefined : whole.value;
}
