import { fileURLToPath } from 'node:url';
import { type Answers, type CompiledService, isEntries } from '@guichet/catalogue';
import { loadCatalogue } from '@guichet/catalogue/load';
import { languages } from '@guichet/kernel';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyAnswers } from '../support/any-answers.ts';
import { byCounter, byWeb, paperOf, today } from './doors.ts';

const pack = loadCatalogue(fileURLToPath(new URL('../../shared/catalogue/packs', import.meta.url)));

/** Complete answers only: what is not complete is refused alike, which each door's own tests show. */
const complete = (
  service: CompiledService,
  narrow?: Parameters<typeof anyAnswers>[1],
): fc.Arbitrary<Answers> =>
  anyAnswers(service, narrow).filter((answers) => service.parse(answers, { today }).ok);

/** What paper can carry: documents in the envelope or at the counter, addresses and numbers of Canada, as many entries as are printed. */
const onPaper: Parameters<typeof anyAnswers>[1] = (question) => {
  switch (question.type) {
    case 'file':
      return fc.constantFrom(...question.later.map((later) => ({ later })));
    case 'phone':
      return fc.constantFrom('+14185550123', '+15145550199');
    case 'address':
      return fc.constantFrom(
        { street: '12, rue Saint-Jean', municipality: 'Québec', province: 'QC', postalCode: 'G1R 4S9' },
        { street: '3 Main St', unit: '4', municipality: 'Ottawa', province: 'ON', postalCode: 'K1A 0B1' },
      );
    case 'place':
      return fc.constantFrom('Devant le 12, rue des Érables', 'Parc Victoria');
    default:
      return undefined;
  }
};

/** More entries than are printed go on a sheet of the person's own, which a clerk types. */
const isPrinted = (answers: Answers): boolean =>
  Object.values(answers).every((value) => !isEntries(value) || value.length <= 4);

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
      { numRuns: 12 },
    );
  });

  it('asks the same and keeps the same on paper', () => {
    const byPaper = paperOf(service, language);
    fc.assert(
      fc.property(complete(service, onPaper).filter(isPrinted), (answers) => {
        const paper = byPaper(answers);
        expect(paper.asked).toEqual(service.visible(answers).map(({ key }) => key));
        expect(plain(paper.answers)).toEqual(plain(answers));
      }),
      { numRuns: 12 },
    );
  });
});
