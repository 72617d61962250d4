import { type Answers, isEntries, isPending } from '@guichet/catalogue';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asRecorded, byPhone } from './by-phone.ts';
import { complete, packRows, plain, withinCanada } from './whole-pack.ts';

const rows = packRows().filter(({ service }) => service.definition.channels.phone === undefined);

describe.each(rows)('$name ($language)', ({ service, language }) => {
  it('asks the same and keeps the same by telephone, by keys and recordings alone', async () => {
    await fc.assert(
      fc.asyncProperty(complete(service, withinCanada), async (answers) => {
        const { asked, answers: given } = await byPhone(service, answers, language);
        expect(asked).toEqual(service.visible(answers).map(({ key }) => key));
        expect(plain(service, asRecorded(service, given))).toEqual(
          plain(service, asRecorded(service, answers)),
        );
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
