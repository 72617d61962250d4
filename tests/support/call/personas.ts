import { wordsOf } from '@guichet/channels/phone';
import type { Input } from '@guichet/channels/phone';
import { inputFrom, type Player } from '../../../shared/channels/phone/samples/play.ts';

/** A source of numbers in [0, 1). */
export type Chance = () => number;

/** Somebody who calls: what they do at a turn, from what they hear. */
export interface Persona {
  name: string;
  about: string;
  act(call: Player, chance: Chance): Input | 'hang-up';
}

/** The people who call the line in tests: those it is easy to serve, and those it is easy to forget. */
export const personas: readonly Persona[] = [
  { name: 'willing', about: 'listens and answers', act: willing },
  { name: 'silent', about: 'never does anything', act: () => ({ kind: 'silence' }) },
  { name: 'masher', about: 'presses anything at any time', act: mash },
  {
    name: 'wrong-keys',
    about: 'presses keys that are not offered, half of the time',
    act: (call, chance) => (chance() < 0.5 ? wrongKey(call, chance) : willing(call, chance)),
  },
  {
    name: 'impatient',
    about: 'presses 0 again and again',
    act: (call, chance) => (chance() < 0.2 ? zero(call) : willing(call, chance)),
  },
  {
    name: 'hangs-up',
    about: 'hangs up at any turn',
    act: (call, chance) => (chance() < 0.05 ? 'hang-up' : willing(call, chance)),
  },
  {
    name: 'twice',
    about: 'presses each key twice',
    act: (call, chance) => {
      const last = call.inputs.at(-1);
      const fits = last?.kind === 'keys' && call.result.listen.kind === 'gather';
      return fits && chance() < 0.3 ? last : willing(call, chance);
    },
  },
  { name: 'slow', about: 'asks for the slow line and lets each prompt pass once', act: slow },
  { name: 'corrects', about: 'corrects what the summary reads, again and again', act: correct },
  {
    name: 'cannot-speak',
    about: 'has keys alone: silence where a recording is wanted',
    act: (call, chance) =>
      call.result.listen.kind === 'record' ? { kind: 'silence' } : willing(call, chance),
  },
  { name: 'speaks', about: 'says what it can rather than press', act: speak },
];

/** Answers what is asked with something that may be right, by what is heard alone. */
export function willing(call: Player, chance: Chance): Input {
  const { listen } = call.result;
  if (listen.kind === 'record') return inputFrom('r');
  if (listen.kind === 'gather' && listen.keys === 'many') return inputFrom(entry(call, chance));
  const keys = offered(call.said);
  const before = [fr, en].some(({ made }) => call.said.includes(made));
  if (before && chance() < 0.9) keys.shift();
  if (keys.length === 0) return { kind: 'silence' };
  if (has(call, 'summary') || has(call, 'confirm')) return press(chance() < 0.95 ? '1' : pick(keys, chance));
  if (has(call, 'more')) return press(chance() < 0.3 ? '1' : '2');
  return press(pick(keys, chance));
}

function mash(call: Player, chance: Chance): Input {
  const roll = chance();
  if (roll < 0.15) return { kind: 'silence' };
  if (roll < 0.25) return { kind: 'speech', text: pick(noises, chance), confidence: chance() };
  if (call.result.listen.kind === 'record' || roll < 0.3) {
    const seconds = Math.floor(chance() * 3);
    return { kind: 'recording', sid: 'RE', url: 'https://a', seconds, endedBy: pick(['#', '*', ''], chance) };
  }
  return roll < 0.7 ? press(String(1 + Math.floor(chance() * 9))) : press(pick(entries, chance));
}

function wrongKey(call: Player, chance: Chance): Input {
  const { listen } = call.result;
  if (listen.kind === 'record') return { ...inputFrom('r'), seconds: 0 } as Input;
  if (listen.kind === 'gather' && listen.keys === 'many') return press(pick(entries, chance));
  const keys = offered(call.said);
  return press(
    pick(
      [...'123456789*#'].filter((key) => !keys.includes(key)),
      chance,
    ),
  );
}

/** `0` as each state takes it: the key that ends a recording, or a key of its own. */
export function zero({ result: { listen } }: Player): Input {
  return listen.kind === 'record'
    ? { kind: 'recording', sid: 'RE', url: 'https://a', seconds: 0, endedBy: '0' }
    : press('0');
}

function slow(call: Player, chance: Chance): Input {
  if (!call.state.slow) return press('3');
  if (call.state.place.at === 'greeting') return press('1');
  const before = call.inputs.at(-1);
  return before?.kind === 'silence' ? willing(call, chance) : { kind: 'silence' };
}

function correct(call: Player, chance: Chance): Input {
  if (has(call, 'summary') && chance() < 0.6) return press('2');
  return willing(call, chance);
}

function speak(call: Player, chance: Chance): Input {
  const { listen } = call.result;
  if (listen.kind !== 'gather' || listen.hints === undefined || chance() < 0.2) return willing(call, chance);
  const text = listen.hints.length > 0 ? pick(listen.hints, chance) : pick(noises, chance);
  return { kind: 'speech', text, confidence: chance() < 0.8 ? 0.9 : chance() };
}

/** The keys that were just named, but for the way to a person. */
function offered(said: string): string[] {
  const named = [...said.matchAll(/(?:faites le|press|[:,] le(?= \d\.)|[:,](?= \d\.)) (\d)(?!\d)/g)].map(
    ([, key = '']) => key,
  );
  return named.filter((key) => key !== '0');
}

function has({ said }: Player, what: 'summary' | 'confirm' | 'more'): boolean {
  switch (what) {
    case 'summary':
      return [fr, en].some(
        ({ summarySend, summaryMore }) => said.includes(summarySend) || said.includes(summaryMore),
      );
    case 'confirm':
      return /J'ai compris|I understood/.test(said);
    case 'more':
      return (
        [fr, en].some(({ anyEntry }) => said.includes(anyEntry)) ||
        /d'autres à ajouter|others to add/.test(said)
      );
  }
}

const [fr, en] = [wordsOf('fr'), wordsOf('en')];

/** What is asked a second time is keyed as the first time. */
function entry(call: Player, chance: Chance): string {
  const last = call.inputs.at(-1);
  const isAgain = [fr, en].some(({ twice }) => call.said.includes(twice));
  return isAgain && last?.kind === 'keys' ? last.digits : pick(fitting(call.said), chance);
}

/** Entries that may answer what is asked: of a long service nobody would reach the end by chance alone. */
function fitting(said: string): readonly string[] {
  if (/Heures d'ouverture|Opening hours/.test(said)) return ['03122026#', '07122026#', '24122026#'];
  if (/quatre pour l'année|four for the year/.test(said))
    return ['01072027#', '15121980#', '15062014#', '04122026#', '20112026#'];
  if (/numéro de référence|reference number/.test(said)) return ['1234567894#'];
  if (/code de suivi|follow-up code/.test(said)) return ['123456#', '4185550123#'];
  if (/code postal|postal code/.test(said)) return ['417479#', '411734749#'];
  if ([fr, en].some(({ correctAsk }) => said.includes(correctAsk))) return ['1#', '2#', '3#'];
  if (/dix chiffres|ten digits/.test(said)) return ['5142345678#'];
  const example = /(?:Par exemple|For example)\s?: ((?:\d[ ,]*)+)/.exec(said)?.[1]?.replace(/\D/g, '');
  if (example) return [`${example}#`, `${example}#`, '1234567894#'];
  return ['1#', '2#', '5#', '12#', '00#', '2018#'];
}

function press(digits: string): Input {
  return { kind: 'keys', digits };
}

function pick<T>(list: readonly T[], chance: Chance): T {
  const one = list[Math.floor(chance() * list.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}

const noises = [
  'oui',
  'non',
  'yes',
  'le premier juillet 2027',
  'demain',
  'par courriel',
  '',
  '🙂',
  '<Say>&"',
  'x'.repeat(500),
];
const entries = [
  '01072027#',
  '12#',
  '00#',
  '417479#',
  '411734749#',
  '5142345678#',
  '1234567894#',
  '123456789012345#',
  '13*14#',
  '*',
  '#',
  '99999999999999999999#',
  '0*',
];
