import type { Answers } from '@guichet/catalogue';
import { FixedClock, minute } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import {
  lettersRead,
  offenceAnswers,
  readField,
  readForm,
} from '../../../../../tests/support/doors/keyed-letters.ts';
import { useDesk } from '../../../../../tests/support/test-desk.ts';
import { readCase } from '../../cases/read-case.ts';
import type { DeskContext } from '../../context.ts';
import { listLetters } from '../list-mailroom.ts';
import { readLetter } from '../read-letter.ts';
import { keyCheck } from './key-check.ts';
import { keyLetter, type KeyLetter } from './key-letter.ts';
import { listChecks } from './list-checks.ts';
import { openCheck } from './open-check.ts';
import { readOwnKeying } from './read-keying.ts';

const clock = new FixedClock('2026-11-24T15:00:00Z');
const desk = await useDesk({ clock });
const teams = ['cour-municipale', 'voirie'];
const [first, second, third] = await Promise.all(
  ['premiere', 'deuxieme', 'troisieme'].map((name) => desk.staff(name, ['clerk'], teams)),
);
if (!first || !second || !third) throw new Error('no staff');
const chief = await desk.staff('cheffe', ['supervisor'], teams);

const pothole = {
  place: { text: '245, rue des Érables' },
  size: 'large',
  danger: false,
  photo: { later: 'post' as const },
  'reply-way': 'none',
};
const doubted = () =>
  readForm('nid-de-poule', 1, pothole, [
    readField('place.text', '245, rue des Erables', { doubts: ['readings-differ'] }),
    readField('size', 'large'),
    readField('danger', 'no', { doubts: ['faint-mark'] }),
  ]);

const keyed = (letterId: KeyLetter['letterId'], more: Partial<KeyLetter> = {}): KeyLetter => ({
  letterId,
  service: 'nid-de-poule',
  version: 1,
  language: 'fr',
  answers: pothole,
  provenance: {},
  depositedOn: '2026-11-24',
  fields: [
    { path: 'place.text', how: 'corrected' },
    { path: 'size', how: 'left' },
    { path: 'danger', how: 'confirmed' },
  ],
  share: 0,
  ...more,
});

const reference = (answer: Awaited<ReturnType<typeof keyLetter>> | undefined): string => {
  if (answer?.kind !== 'accepted' && answer?.kind !== 'already') throw new Error(JSON.stringify(answer));
  return answer.case.reference;
};

describe('a letter keyed at the station', () => {
  it('becomes no case while a field in doubt has no key of a person, whatever the door says of the others', async () => {
    const [id] = await lettersRead(desk, [doubted()]);
    if (!id) throw new Error('no letter');
    const fields = [
      { path: 'danger', how: 'confirmed' },
      { path: 'place.text', how: 'left' },
    ] as const;
    expect(await keyLetter(first, keyed(id, { fields }))).toEqual({
      kind: 'unconfirmed',
      paths: ['place.text'],
    });
    expect(await keyLetter(first, keyed(id, { fields: [] }))).toEqual({
      kind: 'unconfirmed',
      paths: ['place.text', 'danger'],
    });
    expect((await readLetter(first, id)).settledAs).toBeNull();
    await keyLetter(first, keyed(id));
    expect((await readLetter(first, id)).settledAs).toBe('case');
  });

  it('is counted once, with the time since it was opened', async () => {
    const [id] = await lettersRead(desk, [doubted()]);
    if (!id) throw new Error('no letter');
    clock.advance(60 * minute);
    const before = await readOwnKeying(first);
    await readLetter(first, id);
    clock.advance(minute / 2);
    await readLetter(first, id);
    clock.advance(minute / 4);
    const made = reference(await keyLetter(first, keyed(id)));
    expect(reference(await keyLetter(first, keyed(id)))).toBe(made);
    const after = await readOwnKeying(first);
    expect(after.fields - before.fields).toBe(2);
    expect(after.corrected - before.corrected).toBe(1);
    expect(after.seconds - before.seconds).toBe(45);
  });
});

const offence = { 'statement-number': '123456789', amount: 17_500 } as const;

describe('what is critical', () => {
  const forms = {
    service: 'payer-constat',
    version: 2,
    answers: offenceAnswers,
    fields: [{ path: 'amount', how: 'confirmed' }],
  } as const;
  const letter = async () => {
    const [id] = await lettersRead(desk, [
      readForm('payer-constat', 2, offenceAnswers, [
        readField('amount', '175.00', { doubts: ['low-confidence'] }),
        readField('statement-number', '123456789'),
      ]),
    ]);
    if (!id) throw new Error('no letter');
    return id;
  };
  const waiting = async (ctx: DeskContext, letterId: string) => {
    const rows = (await listChecks(ctx)).mine;
    const found = await Promise.all(rows.map(async (row) => ({ row, check: await openCheck(ctx, row.id) })));
    return found.filter(({ check }) => check.letterId === letterId);
  };

  it('is keyed blind by a second person before the case is there, and the same twice makes it', async () => {
    const id = await letter();
    expect(await keyLetter(first, keyed(id, forms))).toEqual({ kind: 'waits', checks: 2 });
    expect((await listLetters(first)).map((row) => row.id)).not.toContain(id);
    expect(await waiting(first, id), 'not by who keyed it').toEqual([]);
    const mine = await waiting(second, id);
    expect(mine.map(({ row }) => [row.path, row.turn])).toEqual([
      ['statement-number', 'second'],
      ['amount', 'second'],
    ]);
    expect(JSON.stringify(mine), 'nothing of the first keying or of the reading').not.toMatch(
      /123456789|17500|175/,
    );
    const [number, amount] = mine;
    if (!number || !amount) throw new Error('no checks');
    await expect(keyCheck(first, number.row.id, offence['statement-number'])).rejects.toMatchObject({
      code: 'not-allowed',
    });
    expect(await keyCheck(second, number.row.id, offence['statement-number'])).toEqual({ kind: 'agrees' });
    expect((await readLetter(first, id)).settledAs).toBeNull();
    const done = await keyCheck(second, amount.row.id, offence.amount);
    const file = await readCase(first, { reference: reference(done.acceptance) });
    const how = Object.fromEntries(
      file.answers.map(({ question, provenance }) => [question, provenance.checked]),
    );
    expect(how).toMatchObject({ amount: 'twice', 'statement-number': 'twice' });
  });

  it('goes to a third where two differ, who alone sees both, and whose word stands', async () => {
    const id = await letter();
    await keyLetter(first, keyed(id, forms));
    for (const { row } of await waiting(second, id))
      await keyCheck(second, row.id, row.path === 'amount' ? 11_500 : offence['statement-number']);
    expect(await waiting(second, id)).toEqual([]);
    const [only] = await waiting(third, id);
    expect(only).toMatchObject({
      row: { path: 'amount', turn: 'third' },
      check: { keyed: { first: 17_500, second: 11_500 } },
    });
    const done = await keyCheck(third, only?.row.id ?? ('' as never), 17_900);
    const file = await readCase(first, { reference: reference(done.acceptance) });
    expect(file.answers.find(({ question }) => question === 'amount')?.value).toBe(17_900);
    const [row] = await desk.ctx.sql`
      select first_wrong, second_wrong, encode(sealed, 'escape') as sealed from field_check where letter_id = ${id} and path = 'amount'`;
    expect(row).toMatchObject({ firstWrong: true, secondWrong: true });
    expect(row?.['sealed'], 'sealed at rest').not.toMatch(/17500|11500|17900/);
  });

  it('is settled by a supervisor where two differ and nobody else is there, even of their own keying, and said so', async () => {
    const id = await letter();
    await keyLetter(first, keyed(id, forms));
    for (const { row } of await waiting(chief, id))
      await keyCheck(chief, row.id, row.path === 'amount' ? 11_500 : offence['statement-number']);
    const [only] = await waiting(chief, id);
    expect(only).toMatchObject({
      row: { path: 'amount', turn: 'third', isOwn: true },
      check: { isOwn: true, keyed: { first: 17_500, second: 11_500 } },
    });
    expect(only?.check.crops).toHaveLength(1);
    const check = only?.row.id ?? ('' as never);
    // The same keying sent twice decides nothing, and a clerk who keyed the letter never does.
    expect(await keyCheck(chief, check, 11_500)).toEqual({ kind: 'differs' });
    await expect(keyCheck(first, check, 17_500, { decides: true })).rejects.toMatchObject({
      publicKey: 'keyed-by-you',
    });
    const done = await keyCheck(chief, check, 17_500, { decides: true });
    expect(reference(done.acceptance)).toMatch(/^\d{10}$/);
    const [event] = await desk.database.adminSql`
      select data from event where subject_id = ${id} and kind = 'letter.check-decided'`;
    expect(event?.['data']).toMatchObject({ path: 'amount', keyedOne: true });
  });

  it('is one keying a person: sent twice, by two at once, or last by two at once, it makes one case and the first stands', async () => {
    const id = await letter();
    const form = keyed(id, forms);
    const both = await Promise.all([keyLetter(first, form), keyLetter(second, form)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['keyed-already', 'waits']);
    const other = both[0]?.kind === 'waits' ? second : first;
    const checks = await waiting(third, id);
    const value = (path: string) => (path === 'amount' ? offence.amount : offence['statement-number']);
    const twice = await Promise.all(
      [third, other, third].flatMap((ctx) => checks.map(({ row }) => keyCheck(ctx, row.id, value(row.path)))),
    );
    expect(new Set(twice.map(({ kind }) => kind))).toEqual(new Set(['agrees', 'already']));
    const seconds = await desk.ctx.sql`select 1 from keying where letter_id = ${id} and turn = 'second'`;
    expect(seconds, 'sent again, it is no keying more').toHaveLength(2);
    expect(twice.filter(({ acceptance }) => acceptance !== undefined)).toHaveLength(1);
    expect((await readLetter(first, id)).settledAs).toBe('case');
  });

  /** Has a second person key all that waits of a letter as the first did, but for these. */
  const secondKeys = async (id: string, values: Record<string, unknown>) => {
    let last: Awaited<ReturnType<typeof keyCheck>> | undefined;
    for (const { row } of await waiting(second, id))
      last = await keyCheck(second, row.id, values[row.path] ?? null);
    return last?.acceptance;
  };
  const without = (answers: Answers, ...keys: string[]): Answers =>
    Object.fromEntries(Object.entries(answers).filter(([key]) => !keys.includes(key)));

  it('that is taken away once the letter came back is asked anew, and never comes back by itself', async () => {
    const [id] = await lettersRead(desk, [readForm('payer-constat', 2, offenceAnswers, [])]);
    if (!id) throw new Error('no letter');
    const incomplete = { ...forms, fields: [], answers: without(offenceAnswers, 'phone') };
    expect(await keyLetter(first, keyed(id, incomplete))).toEqual({ kind: 'waits', checks: 2 });
    expect(await secondKeys(id, offence)).toMatchObject({ kind: 'incomplete' });
    const number = { 'statement-number': '987654321' };
    const again = { ...forms, fields: [], answers: { ...without(offenceAnswers, 'amount'), ...number } };
    expect(await keyLetter(first, keyed(id, again))).toEqual({ kind: 'waits', checks: 2 });
    const ended = await secondKeys(id, number);
    expect(ended, 'without an amount it is no case').toMatchObject({
      kind: 'incomplete',
      problems: [{ path: 'amount', code: 'required' }],
    });
  });

  it('is forgotten once its question holds no more', async () => {
    const review = { 'roll-number': '1234', 'roll-value': 30_000_000, 'contest-value': true };
    const of = (answers: Answers) =>
      ({ service: 'revision-evaluation', version: 2, answers, fields: [] }) as const;
    const [id] = await lettersRead(desk, [readForm('revision-evaluation', 2, {}, [])]);
    if (!id) throw new Error('no letter');
    const contested = { ...review, 'sought-value': 20_000_000 };
    expect(await keyLetter(first, keyed(id, of(contested)))).toMatchObject({ kind: 'waits' });
    expect(await secondKeys(id, contested)).toMatchObject({ kind: 'incomplete' });
    const again = { ...review, 'contest-value': false, 'roll-value': 31_000_000 };
    expect(await keyLetter(first, keyed(id, of(again)))).toEqual({ kind: 'waits', checks: 1 });
    const held = await desk.ctx.sql<{ path: string }[]>`
      select path from field_check where letter_id = ${id} and reason = 'double' order by path`;
    expect(held.map(({ path }) => path)).toEqual(['roll-number', 'roll-value']);
  });
});
