import { loadCatalogue } from '@guichet/catalogue/load';
import type { FormLetter, PageSubject } from '@guichet/channels/mail';
import { systemClock } from '@guichet/kernel';
import { openDatabase } from '@guichet/platform';
import { afterAll, describe, expect, it } from 'vitest';
import { packsDir } from '../../../tests/support/test-desk.ts';
import type { ReadingContext } from './mailroom-context.ts';
import { readAhead } from './read-ahead.ts';

/** Nothing listens on port 1. */
const nowhere = openDatabase({ url: 'postgres://guichet@127.0.0.1:1/guichet', max: 1, name: 'away' });
afterAll(() => nowhere.end({ timeout: 1 }));
const catalogue = loadCatalogue(packsDir);
const ctx = {
  sql: nowhere,
  clock: systemClock,
  actor: { kind: 'system', name: 'tests' },
  catalogue,
} as unknown as ReadingContext;

const letterAbout = (about: PageSubject, service = 'nid-de-poule'): FormLetter => ({
  kind: 'form',
  service,
  version: 1,
  language: 'fr',
  serial: 'SERIE0001',
  geometry: 'AB12CD34',
  paper: 'letter',
  print: 'normal',
  about,
  pageCount: 1,
  pages: [
    {
      index: 0,
      doubts: [],
      blank: false,
      trust: 'none',
      marks: 0,
      picture: async () => Buffer.alloc(0),
      width: 0,
      height: 0,
    },
  ],
  missing: [],
  duplicates: [],
});
const ofCase = { kind: 'case', reference: '1234567890' } as const;
const ofDraft = { kind: 'draft', number: '9876543210' } as const;

describe('a form that can’t be read', () => {
  it('waits for the database while it is away, and is never taken for unreadable', async () => {
    const failures: unknown[] = [];
    const ahead = readAhead(ctx, (error) => failures.push(error));
    await expect(ahead.read(letterAbout(ofCase))).rejects.toMatchObject({ code: 'not-now' });
    expect(failures).toEqual([]);
  });

  it.each([
    ['case', ofCase, { reference: '1234567890' }],
    ['draft', ofDraft, { draft: '9876543210' }],
  ] as const)(
    'for a fault of ours goes to a person with the %s that its code names',
    async (_what, about, said) => {
      const broken = () => {
        throw new Error('a fault of ours');
      };
      const faulty = { ...ctx, catalogue: { ...catalogue, find: broken } } as ReadingContext;
      const failures: unknown[] = [];
      const read = await readAhead(faulty, (error) => failures.push(error)).read(letterAbout(about));
      expect(failures).toHaveLength(1);
      expect(read.pages[0]?.reasons).toEqual(['reading-failed']);
      expect(read).toMatchObject(said);
    },
  );

  it('because its service left the shelf keeps the case that its code names', async () => {
    const read = await readAhead(ctx, () => undefined).read(letterAbout(ofCase, 'plus-la'));
    expect(read.pages[0]?.reasons).toEqual(['unknown-form']);
    expect(read).toMatchObject({ form: undefined, reference: '1234567890' });
  });
});
