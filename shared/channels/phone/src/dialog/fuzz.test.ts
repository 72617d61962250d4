import { newId } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { checkTwiml } from '../../../../../tests/support/call/twiml-check.ts';
import { everyType } from '../../samples/every-type.ts';
import { shippedServices } from '../../samples/packs.ts';
import { inputFrom, type Player, player } from '../../samples/play.ts';
import type { Input } from './turn.ts';

const services = [everyType, ...shippedServices()];
/** A long service is seldom asked to its end by chance: a quarter of the calls have short ones to choose from. */
const short = services.toSorted((a, b) => a.questions.length - b.questions.length).slice(0, 6);
const calls = 3_000;
/** No call may last longer, whatever the caller does. */
const turnsMax = 400;

/** A small generator of repeatable chance. Source: mulberry32, public domain */
function chance(seed: number): () => number {
  let at = seed;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const words = [
  'oui',
  'non',
  'yes',
  'le premier juillet 2027',
  'demain',
  'genre a',
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
  '2018#',
  '13*14#',
  '*',
  '#',
  '99999999999999999999#',
  '0*',
];

/** Entries that may answer what is asked: of a long service nobody would reach the end by chance alone. */
function fitting({ said }: Player): readonly string[] {
  if (/Heures d'ouverture|Opening hours/.test(said)) return ['03122026#', '07122026#', '24122026#'];
  if (/quatre pour l'année|four for the year/.test(said)) return ['01072027#', '15121980#', '04122026#'];
  if (/numéro de dossier|file number/.test(said)) return ['1234567894#'];
  if (/code de suivi|follow-up code/.test(said)) return ['123456#', '4185550123#'];
  if (/code postal|postal code/.test(said)) return ['417479#', '411734749#'];
  if (/dix chiffres|ten digits/.test(said)) return ['5142345678#'];
  if (/Par exemple|For example/.test(said)) return ['1234567894#', '123456789012345#', ...entries];
  return ['1#', '2#', '12#', '00#', ...entries];
}

const made = {
  caseId: newId<'case'>(),
  code: 'permis-chien',
  service: { fr: 'Enregistrer un chien', en: 'Register a dog' },
  receivedOn: '2026-11-02',
};
/** What the desk may answer to who asks where a request stands. */
const found: Input[] = [
  { kind: 'found', found: { ...made, state: 'in-progress', dueOn: '2026-11-20' } },
  { kind: 'found', found: { ...made, state: 'closed', closedOn: '2026-11-20' } },
  { kind: 'not-found' },
  { kind: 'not-found' },
  { kind: 'too-many' },
  { kind: 'failed', effect: 'find-status' },
];

/** Half of the callers try to answer; the other half press anything. */
function anything(random: () => number, call: Player, willing: boolean): Input {
  const one = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)];
  const { listen } = call.result;
  if (listen.kind === 'effects') {
    if (call.state.place.at === 'finding') return one(found) ?? { kind: 'too-many' };
    const answers: Input[] = [
      { kind: 'accepted', reference: '1234567894', dueOn: '2026-12-24' },
      { kind: 'callback-kept' },
      { kind: 'failed', effect: 'submit' },
      { kind: 'incomplete', problems: [{ path: 'others.0.name', code: 'required' }] },
      { kind: 'incomplete', problems: [] },
    ];
    return one(answers) ?? { kind: 'silence' };
  }
  if (willing && random() < 0.95) {
    if (listen.kind === 'record') return inputFrom('r');
    if (listen.kind === 'gather' && listen.keys === 'many') return inputFrom(one(fitting(call)) ?? 's');
    const menu = /Que voulez-vous faire|What would you like/.test(call.said);
    return inputFrom(one(menu ? ['1', '2', '3', '4', '5'] : ['1', '1', '2', '1', '1', '9', '8', '3']) ?? 's');
  }
  const roll = random();
  if (roll < 0.2) return { kind: 'silence' };
  if (roll < 0.35) return { kind: 'speech', text: one(words) ?? '', confidence: random() };
  if (roll < 0.5)
    return {
      kind: 'recording',
      sid: 'RE',
      url: 'https://a',
      seconds: Math.floor(random() * 3),
      endedBy: one(['#', '*', '']) ?? '',
    };
  if (roll < 0.75) return { kind: 'keys', digits: String(1 + Math.floor(random() * 9)) };
  return { kind: 'keys', digits: one(entries) ?? '1' };
}

describe(`${calls} calls of people who press anything`, { timeout: 300_000 }, () => {
  it('never crash, always end, and always hear a document with a way on', () => {
    const ends: Record<string, number> = {};
    for (let seed = 1; seed <= calls; seed += 1) {
      const random = chance(seed);
      const willing = seed % 2 === 0;
      const call = player({
        services: seed % 4 === 0 ? short : services,
        ...(seed % 3 === 0 ? {} : { from: '+14185550123' }),
        ...(seed % 5 === 0 ? {} : { callBackDays: ['2026-11-25', '2026-11-26'] }),
      });
      let turns = 0;
      while (call.result.listen.kind !== 'none') {
        turns += 1;
        if (turns > turnsMax)
          throw new Error(`call ${seed} does not end: ${JSON.stringify(call.state.place)}`);
        if (turns % 10 === 0 || seed < 100) {
          const problems = call.result.listen.kind === 'effects' ? [] : checkTwiml(call.twiml());
          if (problems.length > 0) throw new Error(`call ${seed}: ${problems.join('; ')} in ${call.twiml()}`);
        }
        call.play(anything(random, call, willing));
      }
      expect(checkTwiml(call.twiml())).toEqual([]);
      const end = call.effects.some(({ kind }) => kind === 'submit') ? 'submitted' : 'not submitted';
      ends[end] = (ends[end] ?? 0) + 1;
    }
    // Chance must have taken both roads, or the walk proves little.
    expect(ends['submitted'], JSON.stringify(ends)).toBeGreaterThan(100);
    expect(ends['not submitted']).toBeGreaterThan(20);
  });

  it('reach a person by 0 in one turn from wherever they are', () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= 1_500; seed += 1) {
      const random = chance(seed);
      const call = player({ services, from: '+14185550123', callBackDays: ['2026-11-25'] });
      const stopAt = Math.floor(random() * 60);
      for (let turn = 0; turn < stopAt && call.result.listen.kind !== 'none'; turn += 1)
        call.play(anything(random, call, true));
      const { listen, state } = call.result;
      if (listen.kind === 'none' || listen.kind === 'effects' || state.place.at === 'last-word') continue;
      seen.add(state.place.at === 'ask' ? `ask ${state.place.sub.step}` : state.place.at);
      const zero: Input =
        listen.kind === 'record'
          ? { kind: 'recording', sid: 'RE', url: 'https://a', seconds: 0, endedBy: '0' }
          : { kind: 'keys', digits: '0' };
      call.play(zero);
      expect(call.state.place.at).toBe('person');
    }
    expect(seen.size).toBeGreaterThan(12);
    expect([...seen]).toEqual(
      expect.arrayContaining(['greeting', 'menu', 'made', 'found', 'summary', 'person']),
    );
  });
});
