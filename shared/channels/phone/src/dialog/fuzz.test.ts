import { describe, expect, it } from 'vitest';
import { type CallEnd, fuzzCall } from '../../../../../tests/support/call/fuzz-call.ts';
import { personas } from '../../../../../tests/support/call/personas.ts';
import { everyType } from '../../samples/every-type.ts';
import { shippedServices } from '../../samples/packs.ts';

const services = [everyType, ...shippedServices()];
/** A long service is seldom asked to its end by chance: half of the calls have short ones to choose from. */
const short = services.toSorted((a, b) => a.questions.length - b.questions.length).slice(0, 6);
const callsEach = 300;

/** The road that a persona must have taken, and how often at least. */
const roads: Readonly<Record<string, [(ends: Record<CallEnd, number>) => number, atLeast: number]>> = {
  willing: [({ completed }) => completed, callsEach / 2],
  'hangs-up': [(ends) => ends['draft left'], callsEach / 10],
  impatient: [(ends) => ends['to a person'], callsEach / 3],
  'cannot-speak': [(ends) => ends.completed + ends['to a person'] + ends['number told'], callsEach * 0.9],
};

describe(`${callsEach} calls of each persona`, { timeout: 300_000 }, () => {
  it.each(personas)('$name ($about): no crash, an end, a way on, 0 for a person, answers kept', (persona) => {
    const ends: Record<CallEnd, number> = {
      completed: 0,
      'to a person': 0,
      'number told': 0,
      'draft left': 0,
      'nothing asked': 0,
    };
    for (let seed = 1; seed <= callsEach; seed += 1)
      ends[fuzzCall(seed % 2 === 0 ? short : services, persona, seed).end] += 1;
    // Chance must have taken the roads of the persona, or the walk proves little.
    const [road, atLeast] = roads[persona.name] ?? [() => callsEach, callsEach];
    expect(road(ends), JSON.stringify(ends)).toBeGreaterThanOrEqual(atLeast);
  });
});
