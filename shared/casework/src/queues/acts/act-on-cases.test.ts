import type { Reference, StaffId } from '@guichet/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDesk } from '../../../../../tests/support/test-desk.ts';
import { closeCase } from '../../cases/closure/close-case.ts';
import { writeNote } from '../../cases/notes/write-note.ts';
import type { DeskContext } from '../../context.ts';
import { acceptSubmission } from '../../intake/accept-submission.ts';
import { listMine } from '../list-mine.ts';
import { listQueue } from '../list-queue.ts';
import { actOnCases } from './act-on-cases.ts';
import { undoAct } from './undo-act.ts';

const desk = await useDesk();
const { adminSql } = desk.database;
const agent = await desk.staff('agente', ['agent'], ['voirie']);
const colleague = await desk.staff('collegue', ['agent'], ['voirie']);
const neighbour = await desk.staff('voisin', ['agent'], ['greffe']);
const supervisor = await desk.staff('cheffe', ['supervisor'], ['voirie']);
const idOf = ({ actor }: DeskContext): StaffId => {
  if (actor.kind !== 'staff') throw new Error('no staff');
  return actor.staffId;
};

let made = 0;
async function open(): Promise<Reference> {
  const acceptance = await acceptSubmission(desk.public('web'), {
    service: 'nid-de-poule',
    channel: 'web',
    language: 'fr',
    answers: { place: { text: 'Devant le 12' }, size: 'large', danger: false, 'reply-way': 'none' },
    idempotency: { scope: 'test', key: String((made += 1)) },
  });
  if (acceptance.kind !== 'accepted') throw new Error('not accepted');
  return acceptance.case.reference;
}
const waiting = async (ctx = agent) => (await listQueue(ctx)).rows.map(({ reference }) => reference).sort();
const held = async (ctx = agent) => (await listMine(ctx)).map(({ reference }) => reference).sort();
const kinds = async (reference: string) => {
  const rows = await adminSql`
    select kind from event e join cases c on c.id = e.subject_id where reference = ${reference} order by seq`;
  return rows.map((row) => row['kind']);
};

let both: Reference[] = [];
beforeEach(async () => {
  both = [await open(), await open()].sort();
});
const toMe = () => actOnCases(agent, { kind: 'assign', to: idOf(agent) }, both);

describe('one act on several cases', () => {
  it('gives them to a person, once, and puts them back as they were', async () => {
    const { id, cases } = await toMe();
    expect(cases.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect(await held()).toEqual(expect.arrayContaining(both));
    expect((await toMe()).cases.map(({ outcome }) => outcome)).toEqual(['already', 'already']);
    if (!id) throw new Error('no act');
    await undoAct(agent, id);
    expect(await waiting()).toEqual(expect.arrayContaining(both));
    expect(await kinds(both[0] ?? '')).toEqual(['case.opened', 'case.assigned', 'case.put-back']);
    const ended = await desk.database.adminSql`
      select a.ended_why from assignment a join cases c on c.id = a.case_id where c.reference = ${both[0] ?? ''}`;
    expect(ended.map((row) => row['endedWhy'])).toEqual(['undone']);
    await expect(undoAct(agent, id)).rejects.toMatchObject({ code: 'gone' });
  });

  it('puts them back in the queue, and into the hands that held them', async () => {
    await toMe();
    const { id } = await actOnCases(agent, { kind: 'return' }, both);
    expect(await held()).not.toContain(both[0]);
    if (id) await undoAct(agent, id);
    expect(await held()).toEqual(expect.arrayContaining(both));
  });

  it('puts them back in the queue where who held them is gone meanwhile', async () => {
    const leaving = await desk.staff('partante', ['agent'], ['voirie']);
    await actOnCases(supervisor, { kind: 'assign', to: idOf(leaving) }, both);
    const { id } = await actOnCases(supervisor, { kind: 'assign', to: idOf(agent) }, both);
    await desk.database.adminSql`update staff set disabled_at = now() where id = ${idOf(leaving)}`;
    if (id) await undoAct(supervisor, id);
    expect(await waiting()).toEqual(expect.arrayContaining(both));
  });

  it('moves them to another team, whence only who moved them takes them back', async () => {
    const { id } = await actOnCases(
      agent,
      { kind: 'move', team: 'greffe', reason: 'Pas de la voirie' },
      both,
    );
    expect(await waiting(neighbour)).toEqual(both);
    expect(await waiting()).not.toContain(both[0]);
    if (!id) throw new Error('no act');
    await expect(undoAct(colleague, id)).rejects.toMatchObject({ code: 'gone' });
    await undoAct(agent, id);
    expect(await waiting(neighbour)).toEqual([]);
    expect(await waiting()).toEqual(expect.arrayContaining(both));
  });

  it('leaves alone what somebody worked on since, and says so', async () => {
    const { id } = await toMe();
    await closeCase(agent, { reference: both[0] ?? '', outcome: 'repaired' });
    if (!id) throw new Error('no act');
    const undone = await undoAct(agent, id);
    expect(undone.map(({ outcome }) => outcome)).toEqual(['refused', 'done']);
  });

  it('undoes nothing that was written on since, though it is where the act left it', async () => {
    const { id } = await toMe();
    await writeNote(agent, { reference: both[1] ?? '', words: 'Rappelé la personne.', key: both[1] ?? '' });
    if (!id) throw new Error('no act');
    const undone = await undoAct(agent, id);
    expect(undone.map(({ outcome }) => outcome)).toEqual(['done', 'refused']);
    expect(await held()).toContain(both[1]);
  });

  it('what was done before a fault is undone all the same, and what comes after is left alone', async () => {
    const [second] = await adminSql`select id from cases where reference = ${both[1] ?? ''}`;
    await adminSql.unsafe(`
      create function stop() returns trigger language plpgsql as $$ begin
        if new.case_id = '${second?.['id']}' then raise sqlstate '57P01'; end if; return new; end $$;
      create trigger stop before insert on assignment for each row execute function stop();`);
    const { id, cases, fault } = await toMe();
    await adminSql.unsafe('drop trigger stop on assignment; drop function stop()');
    expect(cases.map(({ outcome }) => outcome)).toEqual(['done', 'refused']);
    expect(fault?.code).toBe('not-now');
    if (!id) throw new Error('no act');
    expect((await undoAct(agent, id)).map(({ outcome }) => outcome)).toEqual(['done']);
    expect(await waiting()).toEqual(expect.arrayContaining(both));
  });

  it('says of each case why it was refused: of a colleague, of another team, to who is not of the team', async () => {
    await toMe();
    const taken = await actOnCases(colleague, { kind: 'assign', to: idOf(colleague) }, both);
    expect(taken.cases[0]?.why?.publicKey).toBe('not-held');
    const unseen = await actOnCases(neighbour, { kind: 'move', team: 'voirie', reason: 'À la voirie' }, both);
    expect(unseen.cases[0]?.why?.code).toBe('not-found');
    const stranger = await actOnCases(agent, { kind: 'assign', to: idOf(neighbour) }, both);
    expect(stranger.cases[0]?.why?.publicKey).toBe('not-of-the-team');
    expect([taken.id, unseen.id, stranger.id]).toEqual([undefined, undefined, undefined]);
  });
});
