import { day, FixedClock, newId, type StaffId } from '@guichet/kernel';
import { expect, it } from 'vitest';
import { paperAnswers } from '../../../../../tests/support/paper/index.ts';
import { useDesk } from '../../../../../tests/support/test-desk.ts';
import type { DeskContext } from '../../context.ts';
import { acceptSubmission } from '../../intake/accept-submission.ts';
import type { Abilities } from '../../supervision/staff/abilities.ts';
import { addStaff } from '../../supervision/staff/add-staff.ts';
import { planAbsence } from '../../supervision/staff/plan-absence.ts';
import { assignCase } from './assign-case.ts';

const clock = new FixedClock('2026-11-23T15:00:00Z');
const desk = await useDesk({ clock });
const teams = ['voirie', 'animaux'];
const chief = await desk.staff('cheffe', ['supervisor'], teams);

let count = 0;
async function agent(abilities: Partial<Abilities> = {}, of = teams): Promise<DeskContext & { id: StaffId }> {
  const signIn = `agent-${(count += 1)}`;
  const id = await addStaff(desk.ctx, {
    signIn,
    name: signIn,
    password: 'un mot de passe de test',
    language: 'fr',
    roles: ['agent'],
    teams: of,
    abilities,
  });
  return { ...desk.door, actor: { kind: 'staff', staffId: id, roles: ['agent'], teams: of }, id };
}

async function open(service: string): Promise<string> {
  const answer = await acceptSubmission(desk.public('web'), {
    service,
    channel: 'web',
    language: 'fr',
    idempotency: { scope: 'test', key: newId() },
    answers: { ...paperAnswers[service] },
  });
  if (answer.kind !== 'accepted') throw new Error(JSON.stringify(answer));
  return answer.case.reference;
}

it('nobody is given what they are not cleared to see, whoever gives it', async () => {
  const plain = await agent({ clearance: 'personal' });
  const [dog, hole] = [await open('permis-chien'), await open('nid-de-poule')];
  await expect(assignCase(chief, { reference: dog, to: plain.id })).rejects.toMatchObject({
    publicKey: 'holder-not-cleared',
  });
  expect(await assignCase(chief, { reference: hole, to: plain.id })).toMatchObject({ kind: 'assigned' });
});

it('nobody is given a case on a day on which they are away', async () => {
  const away = await agent();
  const today = '2026-11-23';
  await planAbsence(chief, { staffId: away.id, fromOn: today, toOn: today });
  const reference = await open('nid-de-poule');
  await expect(assignCase(away, { reference, to: away.id })).rejects.toMatchObject({
    publicKey: 'holder-absent',
  });
  clock.advance(day);
  expect(await assignCase(away, { reference, to: away.id })).toMatchObject({ kind: 'assigned' });
});

it('more than one may hold is for a supervisor to give, who is told; cases of teams that the giver does not see count', async () => {
  const full = await agent({ capacity: 1 });
  const neighbour = await agent({}, ['voirie']);
  const [dog, hole] = [await open('permis-chien'), await open('nid-de-poule')];
  expect(await assignCase(full, { reference: dog, to: full.id })).toEqual({
    kind: 'assigned',
    isOver: false,
  });
  await expect(assignCase(neighbour, { reference: hole, to: full.id })).rejects.toMatchObject({
    publicKey: 'holder-full',
  });
  expect(await assignCase(chief, { reference: hole, to: full.id })).toEqual({
    kind: 'assigned',
    isOver: true,
  });
});
