import { day, type FieldCheckId, FixedClock } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { lettersRead, readField, readForm } from '../../../../../tests/support/doors/keyed-letters.ts';
import { seeded } from '../../../../../tests/support/paper/random.ts';
import { useDesk } from '../../../../../tests/support/test-desk.ts';
import { listChecks } from './list-checks.ts';
import { readLetter } from '../read-letter.ts';
import { chanceOfAtLeast, errorInterval } from './binomial.ts';
import { keyCheck } from './key-check.ts';
import { keyLetter } from './key-letter.ts';
import { readKeying } from './read-keying.ts';
import { resetThreshold } from './reset-threshold.ts';
import { sampledPaths } from './sampled-paths.ts';
import { readThresholds } from './thresholds.ts';

const clock = new FixedClock('2026-11-24T15:00:00Z');
const desk = await useDesk({ clock });
const [clerk, other] = await Promise.all(
  ['commis', 'autre'].map((name) => desk.staff(name, ['clerk'], ['voirie'])),
);
const supervisor = await desk.staff('chef', ['supervisor'], ['voirie']);
if (!clerk || !other) throw new Error('no staff');

const answers = {
  place: { text: 'Rue des Pins' },
  size: 'large',
  danger: false,
  photo: { later: 'post' as const },
  'reply-way': 'none',
};
const text = (wrong: boolean) => (wrong ? 'Rue des Pius' : 'Rue des Pins');

/** A letter whose place the machine is sure of, at a confidence; whether it is wrong, only paper tells. */
const sureOf = (wrong: boolean, confidence: number) =>
  readForm('nid-de-poule', 1, answers, [readField('place.text', text(wrong), { confidence })]);

/** Plays a clerk who keys what is asked and leaves the rest; tells how many fields were asked and how many letters had one. */
async function play(letters: { wrong: boolean; confidence: number }[], share: number): Promise<number> {
  const service = desk.ctx.catalogue.find('nid-de-poule', 1);
  if (!service || !clerk) throw new Error('nothing to play with');
  const ids = await lettersRead(
    desk,
    letters.map(({ wrong, confidence }) => sureOf(wrong, confidence)),
  );
  let asked = 0;
  for (const [at, letterId] of ids.entries()) {
    const letter = await readLetter(clerk, letterId);
    const [sample] = sampledPaths(clerk, letter, service, share);
    const isDoubted = letter.fields.some(({ doubts }) => doubts.length > 0);
    asked += sample === undefined ? 0 : 1;
    const wrong = letters[at]?.wrong ?? false;
    const how = sample === undefined && !isDoubted ? 'left' : wrong ? 'corrected' : 'confirmed';
    const done = await keyLetter(clerk, {
      letterId,
      service: 'nid-de-poule',
      version: 1,
      language: 'fr',
      answers,
      provenance: {},
      depositedOn: '2026-11-24',
      fields: [{ path: 'place.text', how, ...(sample === undefined ? {} : { sample: { wrong } }) }],
      share,
    });
    expect(done.kind).toBe('accepted');
  }
  return asked;
}

const sure = (wrong: boolean) => ({ wrong, confidence: 0.97 });
const thresholdOfText = async () => (await readThresholds(desk.ctx)).get('text');
const contentOfText = async () =>
  (await readKeying(supervisor, { days: 90 })).contents.find(({ content }) => content === 'text');

describe('a sample of what the machine is sure of', () => {
  it('is the same for a letter each time, about its share of all, and a field of it passes with no key of nobody', async () => {
    const service = desk.ctx.catalogue.find('nid-de-poule', 1);
    if (!service) throw new Error('no service');
    const ids = Array.from({ length: 5_000 }, (_, at) => `letter-${at}` as never);
    const fields = [readField('place.text', 'Rue des Pins')];
    const drawn = ids.map((id) => sampledPaths(desk.ctx, { id, fields }, service, 0.02).length);
    expect(ids.map((id) => sampledPaths(desk.ctx, { id, fields }, service, 0.02).length)).toEqual(drawn);
    const share = drawn.filter(Boolean).length / ids.length;
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.03);
    const doubted = [readField('place.text', 'Rue des Pins', { doubts: ['faint-mark'] })];
    expect(sampledPaths(desk.ctx, { id: ids[0] ?? ('' as never), fields: doubted }, service, 1)).toEqual([]);

    const [letterId] = await lettersRead(desk, [sureOf(false, 0.9)]);
    if (!letterId) throw new Error('no letter');
    const left = {
      letterId,
      service: 'nid-de-poule',
      version: 1,
      language: 'fr',
      answers,
      provenance: {},
    } as const;
    expect(
      await keyLetter(clerk, {
        ...left,
        depositedOn: '2026-11-24',
        fields: [{ path: 'place.text', how: 'left' }],
        share: 1,
      }),
    ).toEqual({ kind: 'unconfirmed', paths: ['place.text'] });
  });

  it('of a good reader leaves the thresholds alone; of one that drifts it raises them until a person looks', async () => {
    const random = seeded(7);
    const good = Array.from({ length: 60 }, () => ({ wrong: false, confidence: 0.82 + random() * 0.17 }));
    expect(await play(good, 1)).toBe(60);
    expect(await thresholdOfText()).toBeUndefined();
    expect(await contentOfText()).toMatchObject({ asked: 60, wrong: 0, confidenceMin: 0, raisedAt: null });

    // A new scanner's glass is dirty: under 0.93 one reading in two is wrong.
    clock.advance(day);
    const drifting = Array.from({ length: 40 }, () => {
      const confidence = 0.82 + random() * 0.17;
      return { wrong: confidence < 0.93 && random() < 0.5, confidence };
    });
    const asked = await play(drifting, 1);
    expect(asked, 'once it is raised, a person sees them before they are sampled').toBeLessThan(40);
    const wrongest = Math.max(...drifting.filter(({ wrong }) => wrong).map(({ confidence }) => confidence));
    const raised = (await thresholdOfText()) ?? 0;
    expect(raised).toBeGreaterThanOrEqual(0.85);
    const shown = await contentOfText();
    expect(shown).toMatchObject({ asked: 60 + asked, confidenceMin: raised });
    expect(shown?.raisedAt).not.toBeNull();
    expect(shown?.wrong).toBeGreaterThan(1);

    // What waits already is in doubt too, and so passes no more without a key.
    const [waits] = await lettersRead(desk, [sureOf(true, Math.min(wrongest, raised - 0.001))]);
    if (!waits) throw new Error('no letter');
    expect((await readLetter(clerk, waits)).fields[0]?.doubts).toEqual(['under-threshold']);
  }, 120_000);

  it('counts no more from before a supervisor took the threshold back', async () => {
    clock.advance(day);
    await expect(resetThreshold(clerk, 'text')).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(resetThreshold(supervisor, 'poem')).rejects.toMatchObject({ code: 'not-found' });
    await resetThreshold(supervisor, 'text');
    await resetThreshold(supervisor, 'text');
    clock.advance(day);
    await play([{ wrong: true, confidence: 0.97 }], 1);
    expect(await thresholdOfText(), 'one error alone is no drift').toBe(0);
    await play([...Array.from({ length: 6 }, () => sure(false)), sure(true)], 1);
    expect(await thresholdOfText(), 'two in eight are more than chance explains').toBeGreaterThan(0.97);
    const events = await desk.ctx
      .sql`select kind from event where kind like 'reading.threshold-%' order by at, seq`;
    expect(events.map(({ kind }) => kind)).toContain('reading.threshold-reset');
    expect(events.map(({ kind }) => kind)).toContain('reading.threshold-raised');
  });
});

it('a sample of what a person confirmed is keyed by another, whose case is there already, and errors are counted', async () => {
  const [letterId] = await lettersRead(desk, [
    readForm('nid-de-poule', 1, answers, [readField('size', 'large', { doubts: ['several-marks'] })]),
  ]);
  if (!letterId) throw new Error('no letter');
  const before = (await readKeying(supervisor, { days: 7 })).clerks.find(({ name }) => name === 'commis');
  const done = await keyLetter(clerk, {
    letterId,
    service: 'nid-de-poule',
    version: 1,
    language: 'fr',
    answers,
    provenance: {},
    depositedOn: '2026-11-24',
    fields: [{ path: 'size', how: 'confirmed' }],
    share: 1,
  });
  expect(done.kind, 'the case does not wait for it').toBe('accepted');
  const rows = await desk.ctx.sql<{ id: FieldCheckId; path: string; reason: string }[]>`
    select id, path, reason from field_check where letter_id = ${letterId}`;
  expect(rows).toMatchObject([{ path: 'size', reason: 'sample' }]);
  const id = rows[0]?.id ?? ('' as FieldCheckId);
  expect(
    (await listChecks(clerk)).mine.map((row) => row.id),
    'not by who keyed it',
  ).not.toContain(id);
  expect(await keyCheck(other, id, 'small')).toEqual({ kind: 'differs' });
  await keyCheck(supervisor, id, 'small');
  const report = await readKeying(supervisor, { days: 7 });
  const after = report.clerks.find(({ name }) => name === 'commis');
  expect((after?.wrong ?? 0) - (before?.wrong ?? 0)).toBe(1);
  expect((after?.differed ?? 0) - (before?.differed ?? 0)).toBe(1);
  expect(report.batches[0]).toMatchObject({ fields: 3, checked: 1, differed: 1, wrong: 1 });
  expect(report.mistakes.map(({ path }) => path)).toEqual(['size']);
  await expect(readKeying(clerk, { days: 7 })).rejects.toMatchObject({ code: 'not-allowed' });
});

describe('how often something is wrong', () => {
  it.each([
    [0, 100, 0, 0.0362],
    [1, 100, 0.0003, 0.0545],
    [5, 100, 0.0164, 0.1128],
    [10, 10, 0.6915, 1],
    [0, 0, 0, 1],
  ])('%i of %i lies between %f and %f', (wrong, asked, low, high) => {
    const interval = errorInterval(wrong, asked);
    expect(interval.low).toBeCloseTo(low, 3);
    expect(interval.high).toBeCloseTo(high, 3);
  });

  it('by chance is told for thousands too', () => {
    expect(chanceOfAtLeast(1, 60, 0.005)).toBeCloseTo(1 - 0.995 ** 60, 12);
    expect(chanceOfAtLeast(0, 60, 0.005)).toBe(1);
    expect(chanceOfAtLeast(40, 5_000, 0.005)).toBeLessThan(0.01);
    expect(chanceOfAtLeast(20, 5_000, 0.005)).toBeGreaterThan(0.8);
  });
});
