import { isDeepStrictEqual } from 'node:util';
import type { Letter } from '@guichet/casework';
import type { Answers, CompiledService, Provenance } from '@guichet/catalogue';
import { doubtsByQuestion } from './letter-doubts.ts';
import { proposedAnswers } from './letter-values.ts';

/** Tells of each answer whether the machine read it and a person left it so, or a person typed it. */
export function letterProvenance(
  service: CompiledService,
  letter: Pick<Letter, 'answers' | 'fields'>,
  answers: Answers,
  today: string,
): Record<string, Provenance> {
  const proposed = proposedAnswers(service, letter, today);
  const readings = doubtsByQuestion(letter.fields);
  return Object.fromEntries(
    Object.entries(answers).map(([key, answer]): [string, Provenance] => {
      const confidence = readings.get(key)?.confidence;
      if (!isDeepStrictEqual(proposed[key], answer)) return [key, { how: 'typed-by-staff' }];
      return [key, { how: 'read-by-machine', ...(confidence === undefined ? {} : { confidence }) }];
    }),
  );
}
