import { fileURLToPath } from 'node:url';
import { type Answers, type CompiledService, isEntries } from '@guichet/catalogue';
import { loadCatalogue } from '@guichet/catalogue/load';
import { languages } from '@guichet/kernel';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyAnswers } from '../support/any-answers.ts';
import { byCounter, byWeb, today } from './doors.ts';

const pack = loadCatalogue(fileURLToPath(new URL('../../shared/catalogue/packs', import.meta.url)));

/** Complete answers only: what is not complete is refused alike, which each door's own tests show. */
const complete = (service: CompiledService): fc.Arbitrary<Answers> =>
  anyAnswers(service).filter((answers) => service.parse(answers, { today }).ok);

/** An optional box never ticked and a no are one answer; so are no entries and no group. */
const plain = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter(
      ([, value]) => value !== false && !(Array.isArray(value) && (value.length === 0 || isEmpty(value))),
    ),
  );
const isEmpty = (value: Answers[string]): boolean => isEntries(value) && value.length === 0;

const rows = pack.versions.flatMap((service) =>
  languages.map((language) => ({ service, language, name: service.definition.code })),
);

describe.each(rows)('$name ($language)', ({ service, language }) => {
  it('asks the same and keeps the same by web and at the counter', () => {
    fc.assert(
      fc.property(complete(service), (answers) => {
        const asked = service.visible(answers).map(({ key }) => key);
        const web = byWeb(service, answers, language);
        expect(web.asked).toEqual(asked);
        expect(plain(web.answers)).toEqual(plain(answers));
        const counter = byCounter(service, answers, language);
        expect(counter.asked).toEqual(asked);
        expect(plain(counter.answers)).toEqual(plain(answers));
      }),
      { numRuns: 50 },
    );
  });
});
