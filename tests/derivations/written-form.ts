import type { Answers } from '@guichet/catalogue';
import * as fc from 'fast-check';
import { complete, isPrinted, type Narrow, type PackRow } from './whole-pack.ts';
import { writable } from './writable.ts';

/** Makes up what one person writes on the form of a service; the same seed makes the same. */
export function writtenForm({ service }: PackRow, seed: number, narrow: Narrow = writable): Answers {
  const [answers] = fc.sample(complete(service, narrow).filter(isPrinted), { seed, numRuns: 1 });
  return answers ?? {};
}
