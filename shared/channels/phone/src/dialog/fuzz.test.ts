import { describe, expect, it } from 'vitest';
import { type CallEnd, fuzzCall } from '../../../../../tests/support/call/fuzz-call.ts';
import { personas } from '../../../../../tests/support/call/personas.ts';
import { everyType } from '../../samples/every-type.ts';
import { shippedServices } from '../../samples/packs.ts';

const services = [everyType, ...shippedServices()];
/** A long service is seldom asked to its end by chance: half of the calls have short ones to choose from. */
const short = services.toSorted((a, b) => a.questions.length - b.questions.length).slice(0, 6);
const callsEach = 300;

/** Of a persona's calls, how many must end so at least, and may at most. Unit: hundredths of the calls. */
interface Share {
  ends: readonly CallEnd[];
  min?: number;
  max?: number;
}

const completed: readonly CallEnd[] = ['completed'];
/** Whoever calls has got somewhere: a reference, a person, or the number by which it goes on. */
const served: readonly CallEnd[] = ['completed', 'to a person', 'number told'];

/** What must come of each persona, or the walk has not taken their road and proves little. */
const shares: Readonly<Record<string, readonly Share[]>> = {
  willing: [
    { ends: completed, min: 50 },
    { ends: served, min: 90 },
  ],
  // Who does nothing is offered a person, and nothing is ever sent or kept in their name.
  silent: [
    { ends: ['completed', 'draft left', 'number told'], max: 0 },
    { ends: ['to a person'], min: 50 },
  ],
  masher: [
    { ends: ['to a person'], min: 75 },
    { ends: completed, max: 2 },
  ],
  'wrong-keys': [
    { ends: ['to a person'], min: 50 },
    { ends: served, min: 90 },
  ],
  impatient: [{ ends: ['to a person'], min: 80 }],
  'hangs-up': [
    { ends: ['draft left'], min: 40 },
    { ends: ['to a person'], max: 20 },
  ],
  twice: [
    { ends: completed, min: 40 },
    { ends: served, min: 90 },
  ],
  slow: [
    { ends: completed, min: 20 },
    { ends: served, min: 90 },
  ],
  corrects: [
    { ends: completed, min: 10 },
    { ends: served, min: 90 },
  ],
  'cannot-speak': [
    { ends: ['to a person'], min: 50 },
    { ends: served, min: 90 },
  ],
  speaks: [
    { ends: completed, min: 50 },
    { ends: served, min: 90 },
  ],
};

it('says of every persona what must come of their calls', () => {
  expect(Object.keys(shares).toSorted()).toEqual(personas.map(({ name }) => name).toSorted());
});

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
    for (const { ends: counted, min = 0, max = 100 } of shares[persona.name] ?? []) {
      const share = (100 * counted.reduce((sum, end) => sum + ends[end], 0)) / callsEach;
      const told = `${counted.join(' + ')} of ${JSON.stringify(ends)}`;
      expect(share, told).toBeGreaterThanOrEqual(min);
      expect(share, told).toBeLessThanOrEqual(max);
    }
  });
});
