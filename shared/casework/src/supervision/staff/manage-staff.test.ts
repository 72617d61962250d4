import { day, FixedClock, type StaffId } from '@guichet/kernel';
import { expect, it } from 'vitest';
import { useDesk } from '../../../../../tests/support/test-desk.ts';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { listPasswordsGiven, oneHandMs, requireTwoHands } from '../../people/passwords-given.ts';
import { startSession } from '../../people/start-session.ts';
import { type Abilities, everything } from './abilities.ts';
import { addStaff } from './add-staff.ts';
import { addTeam, changeTeam } from './add-team.ts';
import { changeLanguage } from './change-language.ts';
import { changePassword } from './change-password.ts';
import { changeStaff } from './change-staff.ts';
import { disableStaff } from './disable-staff.ts';
import { hireStaff } from './hire-staff.ts';
import { listStaff } from './list-staff.ts';
import { planAbsence } from './plan-absence.ts';
import { resetPassword } from './reset-password.ts';
import { setWholeBody } from './set-whole-body.ts';

const clock = new FixedClock('2026-11-30T15:00:00Z');
const desk = await useDesk({ clock });
const { adminSql } = desk.database;
const chief = await desk.staff('cheffe', ['supervisor'], ['voirie']);
const neighbour = await desk.staff('voisine', ['supervisor'], ['greffe']);
const agent = await desk.staff('agente', ['agent'], ['voirie']);
const shared = await desk.staff('partage', ['agent'], ['voirie', 'greffe']);
const officer = await desk.staff('vieprivee', ['privacy-officer'], []);
const head = await hiredAtInstallation();

async function hiredAtInstallation(): Promise<DeskContext> {
  const [roles, teams] = [['supervisor'], ['voirie']] as const;
  const password = 'un mot de passe de test';
  const facts = { signIn: 'directrice', name: 'Directrice', language: 'fr', roles, teams } as const;
  const staffId = await addStaff(desk.ctx, { ...facts, password, wholeBody: true });
  return { ...desk.door, actor: { kind: 'staff', staffId, roles, teams } };
}
const idOf = ({ actor }: DeskContext): StaffId => {
  if (actor.kind !== 'staff') throw new Error(actor.kind);
  return actor.staffId;
};
const events = async (of: DeskContext, kind: string) =>
  (await adminSql`select 1 from event where subject_id = ${idOf(of)} and kind = ${kind}`).length;
const abilities: Abilities = everything;
const change = (
  of: DeskContext,
  to: { roles?: readonly ['agent'] | readonly ['supervisor']; teams: string[] },
) => ({
  staffId: idOf(of),
  name: 'Quelqu’un',
  roles: to.roles ?? (['agent'] as const),
  teams: to.teams,
  abilities,
});
let count = 0;
const newcomer = (teams: string[]) => ({
  signIn: `nouveau-${(count += 1)}`,
  name: 'Nouvelle Personne',
  language: 'fr' as const,
  roles: ['agent'] as const,
  teams,
  abilities,
});
const notAllowed = (publicKey: string) => ({ code: 'not-allowed', publicKey });

it('a supervisor manages those all of whose teams are their own, and gives only their own teams', async () => {
  expect(await changeStaff(chief, change(agent, { teams: ['voirie'] }))).toBe(true);
  expect(await changeStaff(chief, change(agent, { teams: ['voirie'] }))).toBe(false);
  await expect(changeStaff(chief, change(agent, { teams: ['voirie', 'greffe'] }))).rejects.toMatchObject(
    notAllowed('team-of-others'),
  );
  await expect(changeStaff(chief, change(agent, { teams: [] }))).rejects.toMatchObject({
    publicKey: 'team-missing',
  });
  for (const other of [neighbour, shared, head])
    for (const act of [
      () => resetPassword(chief, idOf(other)),
      () => disableStaff(chief, idOf(other)),
      () => changeStaff(chief, change(other, { teams: ['voirie'] })),
    ])
      await expect(act()).rejects.toMatchObject(notAllowed('staff-of-others'));
  await expect(resetPassword(chief, idOf(chief))).rejects.toMatchObject(notAllowed('own-account'));
  await expect(hireStaff(chief, newcomer(['greffe']))).rejects.toMatchObject(notAllowed('team-of-others'));
  await expect(hireStaff(chief, newcomer([]))).rejects.toMatchObject({ publicKey: 'team-missing' });
  expect(await hireStaff(chief, newcomer(['voirie']))).toMatchObject({ kind: 'added' });
  await expect(changeTeam(chief, team('greffe'))).rejects.toMatchObject(notAllowed('team-of-others'));
  expect(await changeTeam(chief, team('voirie'))).toBe(true);
  const managed = (await listStaff(chief)).filter(({ isManaged }) => isManaged);
  expect(managed.map(({ signIn }) => signIn).toSorted()).toEqual(['agente', `nouveau-${count}`]);
});

const team = (code: string) => ({ code, name: { fr: 'Nom', en: 'Name' }, capacity: 10, untouchedDays: 1 });

it('the database refuses it too, whatever the code does', async () => {
  const asChief = (statement: string) =>
    chief.sql.begin(async (sql) => {
      await sql`select set_config('guichet.actor_kind', 'staff', true), set_config('guichet.staff_id', ${idOf(chief)}, true),
        set_config('guichet.teams', 'voirie', true)`;
      return (await sql.unsafe(statement)).count;
    });
  const [own, other] = [idOf(chief), idOf(neighbour)];
  for (const statement of [
    `insert into whole_body (staff_id, given_by, given_at) values ('${own}', null, now())`,
    `insert into whole_body (staff_id, given_by, given_at) values ('${other}', '${own}', now())`,
    `insert into staff_team (staff_id, team) values ('${own}', 'greffe')`,
    `insert into staff_team (staff_id, team) values ('${idOf(agent)}', 'greffe')`,
    `insert into staff_role (staff_id, role) values ('${own}', 'privacy-officer')`,
    `insert into staff_role (staff_id, role) values ('${other}', 'agent')`,
    `insert into team (code, name_fr, name_en) values ('a-moi', 'À moi', 'Mine')`,
  ])
    await expect(asChief(statement), statement).rejects.toThrow(/row-level security/);
  expect(await asChief(`update staff set password_hash = 'x' where id = '${other}'`)).toBe(0);
  expect(await asChief(`delete from staff_team where staff_id = '${idOf(shared)}'`)).toBe(0);
  expect(await asChief(`update team set capacity = 99 where code = 'greffe'`)).toBe(0);
});

it('the database lets an agent change no team, and nobody without a team be taken into one', async () => {
  const run = (of: DeskContext, statement: string) =>
    of.sql.begin(async (sql) => {
      await sql`select set_config('guichet.actor_kind', 'staff', true), set_config('guichet.staff_id', ${idOf(of)}, true),
        set_config('guichet.teams', 'voirie', true)`;
      return (await sql.unsafe(statement)).count;
    });
  expect(await run(agent, `update team set capacity = 99 where code = 'voirie'`)).toBe(0);
  const taken = `insert into staff_team (staff_id, team) values ('${idOf(officer)}', 'voirie')`;
  await expect(run(chief, taken)).rejects.toThrow(/row-level security/);
});

it('a supervisor gives no clearance that they lack, and manages nobody who has one', async () => {
  const limited = await desk.staff('limitee', ['supervisor'], ['voirie']);
  const [narrow, wide] = [
    { ...abilities, clearance: 'personal' },
    { ...abilities, clearance: 'sensitive' },
  ] as const;
  await adminSql`update staff set clearance = 'personal' where id = ${idOf(limited)}`;
  const facts = newcomer(['voirie']);
  await expect(hireStaff(limited, { ...facts, abilities: wide })).rejects.toMatchObject(
    notAllowed('clearance-not-given'),
  );
  await expect(resetPassword(limited, idOf(agent))).rejects.toMatchObject(notAllowed('staff-of-others'));
  const hired = await hireStaff(limited, { ...facts, abilities: narrow });
  if (hired.kind !== 'added') throw new Error(hired.kind);
  const widened = { ...change(agent, { teams: ['voirie'] }), staffId: hired.staffId, abilities: wide };
  await expect(changeStaff(limited, widened)).rejects.toMatchObject(notAllowed('clearance-not-given'));
  expect(await changeStaff(chief, widened)).toBe(true);
});

it('who answers for the whole body manages everybody, and gives that to others but not to themself', async () => {
  expect(await addTeam(head, 'archives', { fr: 'Archives', en: 'Archives' })).toBe(true);
  await expect(addTeam(chief, 'autre', { fr: 'Autre', en: 'Other' })).rejects.toMatchObject(
    notAllowed('whole-body-only'),
  );
  expect(await changeStaff(head, change(shared, { teams: ['archives', 'greffe'] }))).toBe(true);
  await expect(setWholeBody(chief, idOf(agent), true)).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(setWholeBody(head, idOf(head), true)).rejects.toMatchObject(notAllowed('own-account'));
  await expect(setWholeBody(head, idOf(agent), true)).rejects.toMatchObject({ publicKey: 'no-supervisor' });
  await expect(resetPassword(head, idOf(officer))).rejects.toMatchObject(notAllowed('role-not-given'));
  expect(await setWholeBody(head, idOf(neighbour), true)).toBe(true);
  expect(await setWholeBody(head, idOf(neighbour), true)).toBe(false);
  expect(await hireStaff(neighbour, newcomer(['voirie']))).toMatchObject({ kind: 'added' });
  expect(await setWholeBody(head, idOf(neighbour), false)).toBe(true);
  expect(await events(neighbour, 'staff.whole-body-given')).toBe(1);
  expect(await events(neighbour, 'staff.whole-body-withdrawn')).toBe(1);
  await expect(hireStaff(neighbour, newcomer(['voirie']))).rejects.toMatchObject({ code: 'not-allowed' });
});

it('the whole body is left with the role, and does not come back with it', async () => {
  expect(await setWholeBody(head, idOf(neighbour), true)).toBe(true);
  expect(await changeStaff(head, change(neighbour, { roles: ['agent'], teams: ['greffe'] }))).toBe(true);
  expect(await changeStaff(head, change(neighbour, { roles: ['supervisor'], teams: ['greffe'] }))).toBe(true);
  expect(await setWholeBody(head, idOf(neighbour), false)).toBe(false);
  const before = await events(neighbour, 'staff.whole-body-withdrawn');
  expect(await setWholeBody(head, idOf(neighbour), true)).toBe(true);
  expect(await disableStaff(head, idOf(neighbour))).toBe(true);
  expect(await events(neighbour, 'staff.whole-body-withdrawn')).toBe(before + 1);
  const [left] = await adminSql`select 1 from whole_body where staff_id = ${idOf(neighbour)}`;
  expect(left).toBeUndefined();
  await adminSql`update staff set disabled_at = null where id = ${idOf(neighbour)}`;
});

it('an absence is said by who shares a team, once', async () => {
  const days = { staffId: idOf(agent), fromOn: '2026-12-07', toOn: '2026-12-08' };
  await expect(planAbsence(neighbour, days)).rejects.toMatchObject(notAllowed('staff-of-others'));
  const answers = await Promise.all([planAbsence(chief, days), planAbsence(chief, days)]);
  expect(answers.toSorted()).toEqual([false, true]);
});

it('a password reset serves only to choose another, is told to the person, and leaves one event', async () => {
  const { token } = await startSession(desk.door, { signIn: 'agente', password: 'un mot de passe de test' });
  expect(token).not.toBe('');
  clock.advance(60_000);
  const password = await resetPassword(chief, idOf(agent));
  expect(await events(agent, 'staff.password-reset')).toBe(1);
  const old = { signIn: 'agente', password: 'un mot de passe de test' };
  await expect(startSession(desk.door, old)).rejects.toMatchObject({ publicKey: 'sign-in-refused' });
  await startSession(desk.door, { signIn: 'agente', password });
  expect(await listPasswordsGiven(agent)).toMatchObject([{ by: 'cheffe' }]);
  await changePassword(agent, { current: password, next: 'quatre mots faciles à retenir' });
  await expect(startSession(desk.door, { signIn: 'agente', password })).rejects.toMatchObject({
    publicKey: 'sign-in-refused',
  });
  const late = await resetPassword(chief, idOf(agent));
  clock.advance(8 * day);
  await expect(startSession(desk.door, { signIn: 'agente', password: late })).rejects.toMatchObject({
    publicKey: 'sign-in-refused',
  });
});

it('who gave a password, and who got it, are no two persons for thirty days, nor are two who got theirs of one', async () => {
  const two = (one: DeskContext, other: DeskContext) =>
    transact(desk.ctx, 'staff.write', async (tx) => {
      await requireTwoHands(tx, idOf(one), idOf(other));
      return tx.unchanged('two');
    });
  clock.advance(oneHandMs);
  expect(await two(chief, agent)).toBe('two');
  await resetPassword(head, idOf(agent));
  expect(await two(chief, agent)).toBe('two');
  for (const [one, other] of [
    [head, agent],
    [agent, head],
  ] as const)
    await expect(two(one, other)).rejects.toMatchObject(notAllowed('one-hand'));
  await resetPassword(head, idOf(chief));
  await expect(two(chief, agent)).rejects.toMatchObject(notAllowed('one-hand'));
  expect(await two(neighbour, agent)).toBe('two');
  clock.advance(oneHandMs);
  expect(await two(chief, agent)).toBe('two');
  // A third account between the two: whoever hired it may have signed in with it and given the other its password.
  const between = await hireStaff(chief, { ...newcomer(['voirie']), roles: ['supervisor'] });
  if (between.kind !== 'added') throw new Error(between.kind);
  const actor = {
    kind: 'staff',
    staffId: between.staffId,
    roles: ['supervisor'],
    teams: ['voirie'],
  } as const;
  await resetPassword({ ...desk.door, actor }, idOf(agent));
  await expect(two(chief, agent)).rejects.toMatchObject(notAllowed('one-hand'));
  await expect(two(agent, chief)).rejects.toMatchObject(notAllowed('one-hand'));
  expect(await two(neighbour, agent)).toBe('two');
});

it('each chooses the language of their own pages, once', async () => {
  expect(await changeLanguage(agent, 'en')).toBe(true);
  expect(await changeLanguage(agent, 'en')).toBe(false);
  expect(await events(agent, 'staff.language-changed')).toBe(1);
  const [row] = await adminSql`select language from staff where id = ${idOf(agent)}`;
  expect(row).toEqual({ language: 'en' });
  for (const ctx of [desk.ctx, desk.door, desk.public('web')])
    await expect(changeLanguage(ctx, 'fr')).rejects.toMatchObject({ code: 'not-allowed' });
});
