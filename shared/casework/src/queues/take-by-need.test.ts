import { day, FixedClock, newId } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { paperAnswers } from '../../../../tests/support/paper/index.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import type { DeskContext } from '../context.ts';
import { pauseCase } from '../cases/pause-case.ts';
import { acceptSubmission } from '../intake/accept-submission.ts';
import type { Abilities } from '../supervision/staff/abilities.ts';
import { addStaff } from '../supervision/staff/add-staff.ts';
import { changeTeam } from '../supervision/staff/add-team.ts';
import { disableStaff } from '../supervision/staff/disable-staff.ts';
import { cancelAbsence, planAbsence } from '../supervision/staff/plan-absence.ts';
import { readStaff } from '../supervision/staff/list-staff.ts';
import { explainTake } from './explain-take.ts';
import { listTakes } from './list-takes.ts';
import { returnHeld } from './return-held.ts';
import { returnUntouched } from './return-untouched.ts';
import { returnCase } from './return-case.ts';
import { skipCase } from './skip-case.ts';
import { listNotices, putNoticesAway } from './staff-notices.ts';
import { takeNext } from './take-next.ts';

// A Monday morning.
const clock = new FixedClock('2026-11-23T15:00:00Z');
const desk = await useDesk({ clock });
const { adminSql } = desk.database;
const teams = ['voirie', 'animaux'];
const chief = await desk.staff('cheffe', ['supervisor'], [...teams, 'greffe']);
let count = 0;

async function agent(abilities: Partial<Abilities> = {}): Promise<DeskContext & { id: string }> {
  const signIn = `agent-${(count += 1)}`;
  const staffId = await addStaff(desk.ctx, {
    signIn,
    name: signIn,
    password: 'un mot de passe de test',
    language: 'fr',
    roles: ['agent'],
    teams,
    abilities,
  });
  return { ...desk.door, actor: { kind: 'staff', staffId, roles: ['agent'], teams }, id: staffId };
}

/** Opens a case so long ago; the older, the sooner promised. */
async function open(service: string, daysAgo: number, language: 'fr' | 'en' = 'fr') {
  const answer = await acceptSubmission(desk.public('web'), {
    service,
    channel: 'web',
    language,
    depositedAt: new Date(clock.now().getTime() - daysAgo * day),
    idempotency: { scope: 'test', key: newId() },
    answers: { ...paperAnswers[service] },
  });
  if (answer.kind !== 'accepted') throw new Error(JSON.stringify(answer));
  return answer.case;
}

async function take(as: DeskContext): Promise<string> {
  const next = await takeNext(as);
  return next.kind === 'taken' ? next.reference : next.kind;
}
const kinds = async (id: string) =>
  (await adminSql<{ kind: string }[]>`select kind from event where subject_id = ${id} order by seq`).map(
    ({ kind }) => kind,
  );
const emptied = async () => {
  await adminSql`delete from queue_entry`;
  await adminSql`update assignment set ended_at = now(), ended_why = 'closed' where ended_at is null`;
};

describe('a case goes to somebody who can do it', () => {
  it('by skill, service, language and clearance, and it is written down what stood before', async () => {
    await emptied();
    const [english, dog, hole] = [
      await open('nid-de-poule', 50, 'en'),
      await open('permis-chien', 40),
      await open('nid-de-poule', 30),
    ];
    const skilled = await agent({
      every: false,
      skills: ['chaussee'],
      languages: ['fr'],
      clearance: 'personal',
    });
    expect(await take(skilled)).toBe(hole.reference);
    const { takes } = await explainTake(chief, hole.reference);
    expect(takes[0]?.reason).toMatchObject({
      passedLanguage: 1,
      passedClearance: 1,
      passedSkill: 0,
      passedBusy: 0,
      held: 0,
      capacity: 25,
    });
    const unskilled = await agent({ every: false, skills: ['deneigement'], services: ['permis-chien'] });
    expect(await take(unskilled)).toBe(dog.reference);
    expect((await explainTake(chief, dog.reference)).takes[0]?.reason).toMatchObject({ passedSkill: 1 });
    expect(await take(unskilled)).toBe('empty');
    expect(await take(await agent())).toBe(english.reference);
  });

  it('and a supervisor sees what nobody can take, until somebody can', async () => {
    await emptied();
    const before = await adminSql`update staff set languages = '{fr}' where languages @> '{en}' returning id`;
    await open('nid-de-poule', 1, 'en');
    const stranded = async () => (await listTakes(chief)).stranded;
    expect(await stranded()).toMatchObject([{ serviceCode: 'nid-de-poule', language: 'en', waiting: 1 }]);
    await adminSql`update staff set languages = '{fr,en}' where id = any (${before.map(({ id }) => id)})`;
    expect(await stranded()).toEqual([]);
  });
});

describe('a person holds no more than they can', () => {
  it('by their own number, else their team’s; what waits for the person does not count', async () => {
    await emptied();
    for (const ago of [5, 4, 3]) await open('nid-de-poule', ago);
    const busy = await agent({ capacity: 1 });
    const held = await take(busy);
    expect(await takeNext(busy)).toEqual({ kind: 'full', held: 1, capacity: 1 });
    await pauseCase(busy, { reference: held, question: 'De quel côté de la rue?' });
    expect(await take(busy)).toMatch(/^\d{10}$/);
    const usual = await agent();
    await changeTeam(chief, { code: 'voirie', name: { fr: 'V', en: 'R' }, capacity: 1, untouchedDays: 1 });
    await changeTeam(chief, { code: 'animaux', name: { fr: 'A', en: 'A' }, capacity: 1, untouchedDays: 1 });
    await take(usual);
    expect(await takeNext(usual)).toMatchObject({ kind: 'full', capacity: 1 });
    await adminSql`update team set capacity = 25`;
  });

  it('even when they ask many times at once', async () => {
    await emptied();
    await Promise.all([1, 2, 3, 4, 5, 6].map((ago) => open('nid-de-poule', ago)));
    const hasty = await agent({ capacity: 2 });
    const taken = await Promise.all(Array.from({ length: 6 }, () => takeNext(hasty)));
    expect(taken.filter(({ kind }) => kind === 'taken')).toHaveLength(2);
  });
});

describe('a case passed on', () => {
  it('goes to others, and back to the same person a worked day later', async () => {
    await emptied();
    const { id, reference } = await open('nid-de-poule', 9);
    const [first, second] = [await agent(), await agent()];
    expect(await take(first)).toBe(reference);
    await expect(skipCase(first, { reference, why: '' })).rejects.toMatchObject({
      publicKey: 'skip-why-missing',
    });
    await expect(skipCase(first, { reference, why: 'other' })).rejects.toMatchObject({
      publicKey: 'skip-words-missing',
    });
    await expect(skipCase(second, { reference, why: 'no-time' })).rejects.toMatchObject({
      publicKey: 'not-held',
    });
    const words = 'Le voisin de ma mère';
    expect(await skipCase(first, { reference, why: 'other', words })).toBe(true);
    expect(await skipCase(first, { reference, why: 'other', words })).toBe(false);
    expect((await kinds(id)).filter((kind) => kind === 'case.skipped')).toHaveLength(1);
    const stored = await adminSql`select row_to_json(s)::text as row from case_skip s where case_id = ${id}`;
    expect(JSON.stringify(stored)).not.toContain('voisin');
    expect(await take(first)).toBe('empty');
    const { reference: later } = await open('nid-de-poule', 1);
    expect(await take(first)).toBe(later);
    expect((await explainTake(chief, later)).takes[0]?.reason).toMatchObject({ passedSkipped: 1 });
    await returnCase(first, later);
    clock.advance(2 * day);
    expect(await take(first)).toBe(reference);
  });

  it('three times, or for an interest in it, is shown to the supervisor; the latter never comes again', async () => {
    await emptied();
    const { reference } = await open('nid-de-poule', 9);
    const { skipped } = await listTakes(chief);
    expect(skipped).toEqual([]);
    for (const why of ['no-time', 'colleague-knows', 'no-time']) {
      const one = await agent();
      await take(one);
      await skipCase(one, { reference, why });
    }
    expect((await listTakes(chief)).skipped).toMatchObject([{ reference, times: 3 }]);
    const involved = await agent();
    await take(involved);
    await skipCase(involved, { reference, why: 'conflict-of-interest' });
    clock.advance(400 * day);
    expect(await take(involved)).toBe('empty');
  });
});

describe('a case taken and not touched', () => {
  it('returns after its team’s time, once, with a word to who held it', async () => {
    await emptied();
    const { id, reference } = await open('nid-de-poule', 9);
    const holder = await agent();
    await take(holder);
    expect(await returnUntouched(desk.ctx)).toBe(0);
    clock.advance(5 * day);
    expect(await returnUntouched(desk.ctx)).toBe(1);
    expect(await returnUntouched(desk.ctx)).toBe(0);
    expect((await kinds(id)).filter((kind) => kind === 'case.returned')).toHaveLength(1);
    expect(await listNotices(holder)).toMatchObject([{ kind: 'untouched', reference }]);
    await putNoticesAway(holder, clock.now());
    expect(await listNotices(holder)).toEqual([]);
    expect(await take(await agent())).toBe(reference);
  });

  it('stays with who did something on it, or waits for the person', async () => {
    await emptied();
    const dog = await open('permis-chien', 9);
    const holder = await agent();
    await take(holder);
    await pauseCase(holder, { reference: dog.reference, question: 'Quel est son poids?' });
    clock.advance(5 * day);
    expect(await returnUntouched(desk.ctx)).toBe(0);
  });

  it('is no one’s to return but the desk’s own', async () => {
    await expect(returnUntouched(chief)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(returnHeld(chief, newId(), newId())).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('who is away', () => {
  it('gives their cases back when it begins, gets none meanwhile, and works again when it is cancelled', async () => {
    await emptied();
    const { id, reference } = await open('nid-de-poule', 9);
    const away = await agent();
    await take(away);
    const today = clock.now().toISOString().slice(0, 10);
    expect(await planAbsence(chief, { staffId: away.id as never, fromOn: today, toOn: today })).toBe(true);
    expect(await planAbsence(chief, { staffId: away.id as never, fromOn: today, toOn: today })).toBe(false);
    const outboxId = newId();
    await returnHeld(desk.ctx, outboxId, away.id as never);
    await returnHeld(desk.ctx, outboxId, away.id as never);
    expect((await kinds(id)).filter((kind) => kind === 'case.returned')).toHaveLength(1);
    expect(await takeNext(away)).toEqual({ kind: 'absent', until: today });
    const { absences } = await readStaff(chief, away.id as never);
    expect(await cancelAbsence(chief, absences[0]?.id as never)).toBe(true);
    expect(await take(away)).toBe(reference);
    await expect(
      planAbsence(away, { staffId: away.id as never, fromOn: today, toOn: today }),
    ).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });

  it('or gone leaves cases that wait for the person to whoever comes when they answer', async () => {
    await emptied();
    const { reference } = await open('permis-chien', 9);
    const gone = await agent();
    await take(gone);
    await pauseCase(gone, { reference, question: 'Quel est son poids?' });
    await disableStaff(chief, gone.id as never);
    await returnHeld(desk.ctx, newId(), gone.id as never);
    const [row] = await adminSql`
      select (select count(*)::int from queue_entry) as queued, (select count(*)::int from assignment where ended_at is null) as held`;
    expect(row).toEqual({ queued: 0, held: 0 });
  });
});
