import { type CaseId, day, FixedClock, newId } from '@guichet/kernel';
import { expect, it } from 'vitest';
import { migrationFiles } from '../../../../../infra/database/migration-files.ts';
import { eventually } from '../../../../../tests/support/eventually.ts';
import { useDesk } from '../../../../../tests/support/test-desk.ts';
import type { DeskContext } from '../../context.ts';
import { listTasks } from '../../correspondence/list-tasks.ts';
import { acceptSubmission } from '../../intake/accept-submission.ts';
import { splitCase } from '../../intake/split/split-case.ts';
import { listQueue } from '../../queues/list-queue.ts';
import { takeNext } from '../../queues/take-next.ts';
import { transferCase } from '../../queues/transfer-case.ts';
import { closeCase } from '../closure/close-case.ts';
import { readCase } from '../read-case.ts';
import { linkCases, unlinkCases } from './link-cases.ts';
import { mergeCases } from './merge-cases.ts';
import { suggestDuplicates } from './suggest-duplicates.ts';
import { tellDuplicates } from './tell-duplicates.ts';

const clock = new FixedClock('2026-11-23T15:00:00Z');
const desk = await useDesk({ clock });
const agent = await desk.staff('agente', ['agent'], ['voirie']);
const neighbour = await desk.staff('voisin', ['agent'], ['greffe']);
const { adminSql, ownerSql } = desk.database;

const jeanne = 'jeanne@exemple.ca';
async function open(daysAgo: number, email = jeanne, place = 'Devant le 12, rue des Érables') {
  const accepted = await acceptSubmission(desk.public('web'), {
    service: 'nid-de-poule',
    channel: 'web',
    language: 'fr',
    depositedAt: new Date(clock.now().getTime() - daysAgo * day),
    answers: {
      place: { text: place },
      size: 'large',
      danger: false,
      'reply-way': 'email',
      'reply-email': email,
    },
    idempotency: { scope: 'test', key: newId() },
  });
  if (accepted.kind !== 'accepted') throw new Error(JSON.stringify(accepted));
  return accepted.case;
}
const kinds = async (id: string) =>
  (await adminSql<{ kind: string }[]>`select kind from event where subject_id = ${id} order by seq`).map(
    ({ kind }) => kind,
  );
/** As the relay and the worker do it, and once more, as after a lost answer. */
async function workOff() {
  const rows = await adminSql<{ id: string; ids: { caseId: CaseId } }[]>`
    select id, ids from outbox where job = 'casework.tell-duplicates'`;
  for (const { id, ids } of [...rows, ...rows]) await tellDuplicates(desk.ctx, id, ids.caseId);
}
/** As an upgrade does it, over what is there. */
async function joinChains() {
  const file = migrationFiles().find(({ name }) => name.includes('chains-of-duplicates'));
  await ownerSql.begin((sql) => sql.unsafe(file?.text ?? ''));
}
const decisions = async (ctx: DeskContext, reference: string) =>
  (await readCase(ctx, { reference })).replies.filter(({ purpose }) => purpose === 'decision');

it('suggests what answers to the same person or is about the same place, and nothing else', async () => {
  const first = await open(3);
  const place = await open(2, 'autre@exemple.ca', 'devant le 12 rue des erables');
  await open(2, 'tiers@exemple.ca', 'Rue du Port');
  const person = await open(1, jeanne, 'Chemin du Lac');
  const found = await suggestDuplicates(agent, first.reference);
  expect(found.map(({ reference, alike }) => [reference, alike])).toEqual([
    [place.reference, ['place']],
    [person.reference, ['person']],
  ]);
  await expect(suggestDuplicates(neighbour, first.reference)).rejects.toMatchObject({ code: 'not-found' });
});

it('links two cases once, whoever of the two asks, and undoes it', async () => {
  const [one, other] = [await open(3), await open(2)];
  const id = await linkCases(agent, { reference: one.reference, other: other.reference });
  expect(await linkCases(agent, { reference: other.reference, other: one.reference })).toBe(id);
  expect((await readCase(agent, other)).links).toMatchObject([
    { kind: 'related', other: { reference: one.reference } },
  ]);
  await unlinkCases(agent, one.reference, id);
  await unlinkCases(agent, one.reference, id);
  expect((await readCase(agent, one)).links).toEqual([]);
  expect((await kinds(one.id)).filter((kind) => kind.endsWith('linked'))).toEqual([
    'case.linked',
    'case.unlinked',
  ]);
});

it('the later of two is closed as the duplicate, tells the person once, and leaves the nearer promise to the first', async () => {
  const [first, later] = [await open(9), await open(1)];
  await adminSql`update cases set due_at = now() + interval '900 days' where id = ${first.id}`;
  await adminSql`update clock set due_at = now() + interval '900 days' where case_id = ${first.id}`;
  const pair = { reference: first.reference, other: later.reference };
  await expect(mergeCases(neighbour, pair)).rejects.toMatchObject({ code: 'not-found' });
  expect(await mergeCases(agent, pair)).toEqual({ kind: 'merged', first: first.reference });
  expect(await mergeCases(agent, pair)).toEqual({ kind: 'already', first: first.reference });
  const [kept, closed] = [await readCase(agent, first), await readCase(agent, later)];
  expect(kept.dueAt).toEqual(later.dueAt);
  expect(kept.clocks.find(({ kind }) => kind === 'decide')?.dueAt).toEqual(later.dueAt);
  expect(kept.joined).toMatchObject([{ reference: later.reference, contacts: [{ kind: 'request' }] }]);
  expect(closed.closure?.outcome).toBe('duplicate');
  expect(closed.replies.map(({ words }) => words)).toEqual([expect.stringContaining('double emploi')]);
  expect((await listQueue(agent)).rows.map(({ reference }) => reference)).not.toContain(later.reference);
  expect((await kinds(later.id)).filter((kind) => kind === 'case.merged')).toHaveLength(1);
});

it('another person who asked for the same hears of no number but theirs, and of the decision in the definition’s own words', async () => {
  const [first, later] = [await open(500), await open(1, 'autre@exemple.ca')];
  await mergeCases(agent, { reference: later.reference, other: first.reference });
  const told = (await readCase(agent, later)).replies;
  expect(told[0]?.words).not.toContain(first.reference.slice(0, 3));
  expect(await takeNext(agent)).toMatchObject({ reference: first.reference });
  await closeCase(agent, { reference: first.reference, outcome: 'repaired', words: 'Bonjour Jeanne' });
  await workOff();
  const decided = await decisions(agent, later.reference);
  expect(decided).toHaveLength(1);
  expect(decided[0]?.words).not.toContain('Jeanne');
  expect((await kinds(later.id)).filter((kind) => kind === 'case.told-decision')).toHaveLength(1);
});

it('another person who asked for the same is told once, though two jobs come at once', async () => {
  const [first, later] = [await open(501), await open(1, 'autre@exemple.ca')];
  await mergeCases(agent, { reference: later.reference, other: first.reference });
  expect(await takeNext(agent)).toMatchObject({ reference: first.reference });
  await closeCase(agent, { reference: first.reference, outcome: 'repaired' });
  let told: Promise<void[]> | undefined;
  await adminSql.begin(async (sql) => {
    // Nothing is written to anybody until both have looked whom to tell.
    await sql`lock table reply in share mode`;
    told = Promise.all([1, 2].map(() => tellDuplicates(desk.ctx, newId<'outbox'>(), first.id)));
    await eventually(async () => {
      const waiting = await adminSql`
        select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
      return waiting.length === 2;
    });
  });
  await told;
  expect(await decisions(agent, later.reference)).toHaveLength(1);
});

it('whoever asked for the same is told by a team that sees the first case only, and the duplicate of a duplicate too', async () => {
  const first = await open(520);
  const [second, third] = [await open(510, 'deux@exemple.ca'), await open(505, 'trois@exemple.ca')];
  await linkCases(agent, { reference: third.reference, other: first.reference });
  await mergeCases(agent, { reference: third.reference, other: second.reference });
  await mergeCases(agent, { reference: second.reference, other: first.reference });
  expect((await readCase(agent, third)).links).toMatchObject([
    { kind: 'duplicate', side: 'from', other: { reference: first.reference } },
  ]);
  expect((await kinds(third.id)).filter((kind) => kind === 'case.joined-further')).toHaveLength(1);
  await transferCase(agent, { reference: first.reference, team: 'greffe', reason: 'C’est une rue privée.' });
  expect(await takeNext(neighbour)).toMatchObject({ reference: first.reference });
  await closeCase(neighbour, { reference: first.reference, outcome: 'repaired' });
  await workOff();
  expect(await decisions(agent, second.reference)).toHaveLength(1);
  expect(await decisions(agent, third.reference)).toHaveLength(1);
});

it('a duplicate of a duplicate joined before they went on with the first is told once it does, and nobody twice', async () => {
  const chain = async () => {
    const [first, second] = [await open(530), await open(515, 'deux@exemple.ca')];
    const [third, fourth] = [await open(508, 'trois@exemple.ca'), await open(506, 'quatre@exemple.ca')];
    await mergeCases(agent, { reference: third.reference, other: second.reference });
    await mergeCases(agent, { reference: fourth.reference, other: second.reference });
    await mergeCases(agent, { reference: second.reference, other: first.reference });
    await adminSql`update case_link set other_id = ${second.id} where case_id = ${third.id}`;
    // Joined when the third was a duplicate already.
    await adminSql`update case_link set other_id = ${third.id}, tells = false where case_id = ${fourth.id}`;
    return [first, second, third, fourth] as const;
  };
  const [first, ...others] = await chain();
  const toldOf = async () =>
    Promise.all(others.map(async ({ reference }) => (await decisions(agent, reference)).length));
  expect(await takeNext(agent)).toMatchObject({ reference: first.reference });
  await closeCase(agent, { reference: first.reference, outcome: 'repaired' });
  await workOff();
  expect(await toldOf()).toEqual([1, 0, 0]);
  const [still, ...waiting] = await chain();
  await joinChains();
  await workOff();
  expect(await toldOf()).toEqual([1, 1, 1]);
  for (const { reference } of waiting)
    expect((await readCase(agent, { reference })).links).toMatchObject([
      { kind: 'duplicate', side: 'from', other: { reference: still.reference } },
    ]);
  expect(await decisions(agent, waiting[2].reference)).toEqual([]);
});

it('a circle of duplicates joined before they went on with the first is undone, its cases stay, and nobody is told of what was never decided', async () => {
  const [before, first, second] = [await open(560), await open(550), await open(545, 'deux@exemple.ca')];
  const [third, into, further] = [
    await open(540, 'trois@exemple.ca'),
    await open(535, 'quatre@exemple.ca'),
    await open(533, 'cinq@exemple.ca'),
  ];
  for (const { reference } of [second, third, into, further])
    await mergeCases(agent, { reference, other: first.reference });
  await mergeCases(agent, { reference: first.reference, other: before.reference });
  for (const [from, to] of [
    [first, second],
    [second, third],
    [third, first],
    [into, first],
    [further, into],
  ] as const)
    await adminSql`update case_link set other_id = ${to.id}, tells = true where case_id = ${from.id}`;
  await adminSql`delete from outbox where job = 'casework.tell-duplicates'`;
  await joinChains();
  const goesOnWith = async ({ reference }: { reference: string }) =>
    (await readCase(agent, { reference })).links
      .filter(({ side }) => side === 'from')
      .map(({ other }) => other?.reference);
  for (const round of [first, second, third]) {
    expect(await goesOnWith(round)).toEqual([]);
    expect((await readCase(agent, round)).closure?.outcome).toBe('duplicate');
  }
  for (const led of [into, further]) expect(await goesOnWith(led)).toEqual([first.reference]);
  // Nothing was decided that could be told.
  expect(await adminSql`select 1 from outbox where job = 'casework.tell-duplicates'`).toEqual([]);
});

it('nothing is joined to a case that is decided, since no answer would follow', async () => {
  const [first, later] = [await open(700), await open(1, 'autre@exemple.ca')];
  expect(await takeNext(agent)).toMatchObject({ reference: first.reference });
  await closeCase(agent, { reference: first.reference, outcome: 'repaired' });
  const pair = { reference: later.reference, other: first.reference };
  await expect(mergeCases(agent, pair)).rejects.toMatchObject({ publicKey: 'first-closed' });
  expect((await readCase(agent, later)).replies).toEqual([]);
});

it('a split request makes one sub-case with the answers chosen and clocks of its own from the same deposit', async () => {
  const whole = await open(4);
  const input = { reference: whole.reference, service: 'nid-de-poule', keep: ['size', 'danger'], key: 'k' };
  expect(await splitCase(agent, { ...input, typed: {} })).toMatchObject({
    kind: 'incomplete',
    problems: [{ path: 'place' }],
  });
  const typed = { place: { text: 'Rue du Port' } };
  const made = await splitCase(agent, { ...input, typed });
  if (made.kind === 'incomplete') throw new Error('incomplete');
  expect(await splitCase(agent, { ...input, typed })).toMatchObject({ case: { id: made.case.id } });
  const [part, file] = [await readCase(agent, made.case), await readCase(agent, whole)];
  expect(part.depositedAt).toEqual(file.depositedAt);
  expect(part.dueAt).toEqual(file.dueAt);
  expect(part.replyWay).toBe('email');
  expect(part.answers.find(({ question }) => question === 'place')).toMatchObject({
    value: typed.place,
    by: 'agente',
  });
  expect(part.links).toMatchObject([{ kind: 'part', side: 'from', other: { reference: whole.reference } }]);
  expect((await kinds(whole.id)).filter((kind) => kind === 'case.split')).toHaveLength(1);
});

it('a case given to another team keeps its promise and place, and is followed up by who gave it', async () => {
  const moved = await open(600);
  expect(await takeNext(agent)).toMatchObject({ reference: moved.reference });
  const input = {
    reference: moved.reference,
    team: 'greffe',
    reason: 'C’est une rue privée.',
    followUpOn: '2026-12-01',
  };
  await expect(transferCase(neighbour, input)).rejects.toMatchObject({ code: 'not-found' });
  await expect(transferCase(agent, { ...input, reason: '' })).rejects.toMatchObject({ code: 'invalid' });
  await expect(transferCase(agent, { ...input, team: 'nulle' })).rejects.toMatchObject({ code: 'invalid' });
  expect(await transferCase(agent, input)).toMatchObject({ kind: 'transferred' });
  await expect(readCase(agent, moved)).rejects.toMatchObject({ code: 'not-found' });
  const file = await readCase(neighbour, moved);
  expect(file).toMatchObject({ team: 'greffe', heldBy: null, dueAt: moved.dueAt });
  expect(file.transfers).toMatchObject([{ from: 'voirie', to: 'greffe', reason: input.reason }]);
  expect((await listQueue(neighbour)).rows.map(({ reference }) => reference)).toContain(moved.reference);
  const mine = (await listTasks(agent)).filter(({ kind }) => kind === 'follow-up');
  expect(mine).toMatchObject([{ reference: moved.reference, dueOn: '2026-12-01' }]);
  expect((await kinds(moved.id)).filter((kind) => kind === 'case.transferred')).toHaveLength(1);
  expect(await transferCase(neighbour, input)).toEqual({ kind: 'already' });
});
