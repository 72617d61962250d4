import { fileURLToPath } from 'node:url';
import { type Answers, isEntries, isPending } from '@guichet/catalogue';
import { loadCatalogue } from '@guichet/catalogue/load';
import { languages } from '@guichet/kernel';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyAnswers } from '../support/any-answers.ts';
import { asRecorded, byPhone } from './by-phone.ts';
import { today } from './doors.ts';

const pack = loadCatalogue(fileURLToPath(new URL('../../shared/catalogue/packs', import.meta.url)));

/** What a keypad can carry: numbers and postal codes of Canada, documents by post or at a counter. */
const byKeys: Parameters<typeof anyAnswers>[1] = (question) => {
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
    default:
      return undefined;
  }
};

/** An optional consent refused and one passed are one answer; so are no entries and no group. */
const plain = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter(
      ([, value]) => value !== false && !(Array.isArray(value) && value.length === 0),
    ),
  );

const rows = pack.versions
  .filter(({ definition }) => definition.channels.phone === undefined)
  .flatMap((service) =>
    languages.map((language) => ({
      service,
      language,
      name: `${service.definition.code} v${service.definition.version}`,
    })),
  );

describe.each(rows)('$name ($language)', ({ service, language }) => {
  it('asks the same and keeps the same by telephone, by keys and recordings alone', async () => {
    const complete = anyAnswers(service, byKeys).filter((answers) => service.parse(answers, { today }).ok);
    await fc.assert(
      fc.asyncProperty(complete, async (answers) => {
        const { asked, answers: given } = await byPhone(service, answers, language);
        expect(asked).toEqual(service.visible(answers).map(({ key }) => key));
        expect(plain(asRecorded(service, given))).toEqual(plain(asRecorded(service, answers)));
        expect(recordings(given)).toBe(true);
      }),
      { numRuns: 10 },
    );
  });
});

/** Tells whether all that is marked as recorded is a recording. */
function recordings(answers: Answers): boolean {
  return Object.values(answers).every((value) =>
    isEntries(value) ||
    typeof value !== 'object' ||
    Array.isArray(value) ||
    'later' in value ||
    'time' in value
      ? true
      : isPending(value),
  );
}
