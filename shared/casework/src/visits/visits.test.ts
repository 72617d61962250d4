import { type CounterId, FixedClock, minute, newId, type PlaceId, type VisitId } from '@guichet/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { as, type DeskContext } from '../context.ts';
import { saveDraft } from '../intake/save-draft.ts';
import { verifyHistory } from '../records/verify-history.ts';
import { addCounter, addPlace } from './add-place.ts';
import { noteSaid } from './answer-screen.ts';
import { beginRequest } from './begin-request.ts';
import { callAgain } from './call-again.ts';
import { callNext } from './call-next.ts';
import { closePastVisits } from './close-past-visits.ts';
import { endVisit, markNoShow } from './end-visit.ts';
import type { Family } from './families.ts';
import { freeCounter } from './free-counter.ts';
import { holdVisit } from './hold-visit.ts';
import { findDevice, linkDevice } from './link-device.ts';
import { makeDevice, revokeDevice } from './make-device.ts';
import { noteQuick } from './note-quick.ts';
import { openVisit } from './open-visit.ts';
import { readDeskLine } from './read-desk-line.ts';
import { readHall } from './read-hall.ts';
import { findScreenState } from './read-screen.ts';
import { readVisit } from './read-visit.ts';
import { returnVisit } from './return-visit.ts';
import { endAbsence, setAbsence } from './set-absence.ts';
import { leaveCounter, sitAtCounter } from './sit-at-counter.ts';
import { showOnScreen } from './show-on-screen.ts';
import { startServing } from './start-serving.ts';
import { takeWalkIn } from './take-walk-in.ts';
import { transferVisit } from './transfer-visit.ts';

const clock = new FixedClock('2026-11-23T15:00:00Z');
const desk = await useDesk({ clock });
const [luc, ana] = [await desk.staff('luc', ['clerk'], ['voirie']), await desk.staff('ana', ['clerk'], [])];
const agent = await desk.staff('visits-agent', ['agent'], ['voirie']);
const chief = await desk.staff('visits-chief', ['supervisor'], ['voirie']);

let count = 0;
let place: PlaceId;
let counters: CounterId[];

beforeEach(async () => {
  clock.advance(minute);
  for (const clerk of [luc, ana]) {
    const line = await readDeskLine(clerk);
    if (line?.atHand) await endVisit(clerk, line.atHand.visitId);
    await leaveCounter(clerk);
  }
  count += 1;
  place = await addPlace(desk.ctx, {
    code: `hall-${count}`,
    name: { fr: 'Hôtel de ville', en: 'City hall' },
    timeZone: 'America/Toronto',
  });
  counters = [];
  for (const name of ['1', '2']) counters.push(await addCounter(desk.ctx, { placeId: place, name }));
  await sitAtCounter(luc, counters[0] as CounterId);
  await sitAtCounter(ana, counters[1] as CounterId);
});

async function ticket(
  more: { family?: Family; priority?: boolean; by?: DeskContext } = {},
): Promise<{ id: VisitId; ticket: string }> {
  const { by = luc, family = 'municipal', priority = false } = more;
  const id = newId<'visit'>();
  const how = by.actor.kind === 'device' ? 'kiosk' : 'clerk';
  const opened = await openVisit(by, { visitId: id, placeId: place, family, language: 'fr', how, priority });
  return { id, ticket: opened.ticket };
}

async function serveNext(clerk: DeskContext): Promise<VisitId> {
  const called = await callNext(clerk);
  if (called.kind === 'empty') throw new Error('nobody waits');
  await startServing(clerk, called.visitId);
  return called.visitId;
}

const kindsOf = async (id: string) => {
  const rows = await desk.database.adminSql<{ kind: string }[]>`
    select kind from event where subject_id = ${id} order by seq`;
  return rows.map(({ kind }) => kind);
};

describe('a ticket', () => {
  it('is numbered by family from 1, and one press is one ticket however often it arrives', async () => {
    const visitId = newId<'visit'>();
    const press = () =>
      openVisit(luc, {
        visitId,
        placeId: place,
        family: 'leisure',
        language: 'en',
        how: 'clerk',
        priority: false,
      });
    const both = await Promise.all([press(), press(), press()]);
    expect(both.map((one) => one.ticket)).toEqual(['B001', 'B001', 'B001']);
    expect(await kindsOf(visitId)).toEqual(['visit.opened']);
    expect((await ticket({ family: 'leisure' })).ticket).toBe('B002');
    expect((await ticket()).ticket).toBe('A001');
  });

  it('goes on with its numbers in the evening, when the day has changed in UTC, and begins anew by the clock of its place', async () => {
    const at = new FixedClock('2026-11-23T20:00:00Z');
    const evening = (ctx: DeskContext) => ({ ...ctx, clock: at });
    const east = await addPlace(desk.ctx, {
      code: `east-${count}`,
      name: { fr: 'Îles', en: 'Islands' },
      timeZone: 'America/Halifax',
    });
    const give = async (placeId: PlaceId) =>
      (
        await openVisit(evening(luc), {
          visitId: newId<'visit'>(),
          placeId,
          family: 'municipal',
          language: 'fr',
          how: 'clerk',
          priority: false,
        })
      ).ticket;
    expect([await give(place), await give(east)]).toEqual(['A001', 'A001']);
    at.advance(8.5 * 60 * minute); // 23:30 in Québec, 00:30 on the Islands, 04:30 the next day in UTC.
    expect([await give(place), await give(east)]).toEqual(['A002', 'A001']);
    expect((await readHall(evening(luc), place)).families[0]?.waiting).toBe(2);
    at.advance(60 * minute);
    expect(await give(place)).toBe('A001');
    expect(await closePastVisits(evening(desk.ctx))).toBeGreaterThanOrEqual(2);
    expect((await readHall(evening(luc), place)).families[0]?.waiting).toBe(1);
  });

  it('is refused to an agent, and of a family of which nothing is given at the counter', async () => {
    await expect(ticket({ by: agent })).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(ticket({ family: 'education' })).rejects.toMatchObject({ publicKey: 'no-such-family' });
  });
});

describe('who is called next', () => {
  it('never is one person twice: two clerks and their double clicks call two people', async () => {
    const people = [await ticket(), await ticket(), await ticket()];
    const called = await Promise.all([luc, ana, luc, ana].map((clerk) => callNext(clerk)));
    const ids = new Set(called.map((one) => (one.kind === 'empty' ? '' : one.visitId)));
    expect(ids).toEqual(new Set(people.slice(0, 2).map(({ id }) => id)));
    for (const { id } of people.slice(0, 2))
      expect(await kindsOf(id)).toEqual(['visit.opened', 'visit.called']);
  });

  it('is first who goes first, but nobody is passed by who came more than fifteen minutes later', async () => {
    const early = await ticket();
    clock.advance(16 * minute);
    const late = await ticket();
    clock.advance(minute);
    const firsts = [await ticket({ priority: true }), await ticket({ priority: true })];
    const order = [];
    for (let at = 0; at < 4; at += 1) {
      const id = await serveNext(luc);
      order.push(id);
      await endVisit(luc, id);
    }
    expect(order).toEqual([early, ...firsts, late].map(({ id }) => id));
  });

  it('is of the families that the counter serves, and of nobody while the counter is absent', async () => {
    const leisure = await addCounter(desk.ctx, { placeId: place, name: '3', families: ['leisure'] });
    await sitAtCounter(ana, leisure);
    await ticket();
    expect(await callNext(ana)).toEqual({ kind: 'empty' });
    const mine = await ticket({ family: 'leisure' });
    await setAbsence(ana, 'break');
    await expect(callNext(ana)).rejects.toMatchObject({ publicKey: 'counter-absent' });
    await endAbsence(ana);
    expect(await callNext(ana)).toEqual({ kind: 'called', visitId: mine.id });
  });
});

describe('a visit', () => {
  it('keeps the instants of each state, and the time waited when it is sent on', async () => {
    const { id } = await ticket();
    clock.advance(10 * minute);
    const other = await ticket({ family: 'leisure' });
    await serveNext(luc);
    clock.advance(5 * minute);
    await holdVisit(luc, id);
    clock.advance(2 * minute);
    await startServing(luc, id);
    clock.advance(4 * minute);
    const on = () =>
      transferVisit(luc, { visitId: id, family: 'leisure', counterId: counters[1] as CounterId });
    expect([(await on()).kind, (await on()).kind]).toEqual(['transferred', 'already']);
    // Ten minutes waited, and as many served: behind who has waited for eleven.
    expect(await callNext(ana)).toMatchObject({ visitId: other.id });
    await endVisit(ana, other.id);
    expect(await callNext(ana)).toMatchObject({ visitId: id });
    const file = await readVisit(ana, id);
    const lasted = file.periods.map(({ state, fromAt, toAt }) => [
      state,
      toAt && (toAt.getTime() - fromAt.getTime()) / minute,
    ]);
    expect(lasted).toEqual([
      ['waiting', 10],
      ['called', 0],
      ['serving', 5],
      ['on-hold', 2],
      ['serving', 4],
      ['waiting', 0],
      ['called', null],
    ]);
  });

  it('of who did not come is ended, and taken up again the same day with what was waited', async () => {
    const { id } = await ticket();
    clock.advance(20 * minute);
    await callNext(luc);
    expect(await callAgain(luc, id)).toEqual({ calls: 2 });
    expect((await markNoShow(luc, id)).kind).toBe('no-show');
    expect((await markNoShow(luc, id)).kind).toBe('already');
    expect((await readDeskLine(luc))?.noShows.map(({ visitId }) => visitId)).toEqual([id]);
    clock.advance(30 * minute);
    const fresh = await ticket();
    clock.advance(5 * minute);
    expect((await returnVisit(luc, id)).kind).toBe('waiting');
    const line = await readDeskLine(luc);
    expect(line?.waiting.map(({ visitId }) => visitId)).toEqual([id, fresh.id]);
    await expect(markNoShow(luc, fresh.id)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is begun at once for who stands there, and a counted service needs no ticket', async () => {
    const visitId = newId<'visit'>();
    const walkIn = () => takeWalkIn(luc, { visitId, family: 'taxation', language: 'fr' });
    expect([(await walkIn()).kind, (await walkIn()).kind]).toEqual(['serving', 'already']);
    const id = newId<'visit-request'>();
    const quick = () => noteQuick(ana, { id, family: 'municipal' });
    expect([(await quick()).kind, (await quick()).kind]).toEqual(['counted', 'already']);
    const line = await readDeskLine(luc);
    expect(line).toMatchObject({ quickToday: 1, atHand: { ticket: 'F001', state: 'serving' } });
    await expect(
      takeWalkIn(luc, { visitId: newId(), family: 'justice', language: 'fr' }),
    ).rejects.toMatchObject({
      publicKey: 'counter-busy',
    });
    await expect(leaveCounter(luc)).rejects.toMatchObject({ publicKey: 'counter-busy' });
  });
});

describe('a counter that its clerk left behind', () => {
  it('is freed by a supervisor, without losing who was called or served there', async () => {
    const called = await ticket();
    const own = counters[0] as CounterId;
    await callNext(luc);
    await expect(freeCounter(ana, own)).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await freeCounter(chief, own)).toEqual({ kind: 'freed' });
    expect(await freeCounter(chief, own)).toEqual({ kind: 'already' });
    expect(await readDeskLine(luc)).toBeUndefined();
    expect((await readDeskLine(ana))?.waiting.map(({ visitId }) => visitId)).toEqual([called.id]);
    await sitAtCounter(luc, own);
    await serveNext(luc);
    expect(await freeCounter(luc, own)).toEqual({ kind: 'freed' });
    expect((await readDeskLine(ana))?.onHold.map(({ visitId }) => visitId)).toEqual([called.id]);
    expect((await startServing(ana, called.id)).kind).toBe('serving');
    expect((await kindsOf(own)).filter((kind) => kind === 'counter.freed')).toHaveLength(2);
  });

  it('nobody ends, sends on or calls a visit of another place, whatever its id', async () => {
    const { id } = await ticket();
    const elsewhere = await addPlace(desk.ctx, {
      code: `far-${count}`,
      name: { fr: 'Ailleurs', en: 'Elsewhere' },
      timeZone: 'America/Toronto',
    });
    await sitAtCounter(ana, await addCounter(desk.ctx, { placeId: elsewhere, name: '1' }));
    await callNext(luc);
    for (const verb of [endVisit, markNoShow, returnVisit, holdVisit, callAgain])
      await expect(verb(ana, id)).rejects.toMatchObject({ publicKey: 'no-such-visit' });
    await expect(transferVisit(ana, { visitId: id, family: 'leisure' })).rejects.toMatchObject({
      publicKey: 'no-such-visit',
    });
    await leaveCounter(ana);
    await expect(endVisit(ana, id)).rejects.toMatchObject({ publicKey: 'no-counter-taken' });
    expect((await endVisit(luc, id)).kind).toBe('left');
  });
});

describe('the wait that is told', () => {
  it('is not known until five were called, then half of them waited less', async () => {
    const municipal = async () =>
      (await readHall(luc, place)).families.find(({ family }) => family === 'municipal');
    for (const minutes of [2, 30, 4, 6, 8]) {
      await ticket();
      clock.advance(minutes * minute);
      const wait = await municipal();
      expect(wait?.wait.kind).toBe('unknown');
      await endVisit(luc, await serveNext(luc));
    }
    expect(await municipal()).toEqual({
      family: 'municipal',
      waiting: 0,
      wait: { kind: 'known', minutes: 6, called: 5 },
    });
    clock.advance(61 * minute);
    expect((await municipal())?.wait).toEqual({ kind: 'unknown', called: 0 });
  });
});

describe('a device in the hall', () => {
  it('is linked once by its code, sees its own place only, and ends when it is revoked', async () => {
    await expect(makeDevice(luc, { use: 'kiosk', placeId: place })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    const made = await makeDevice(chief, { use: 'kiosk', placeId: place });
    const { token } = await linkDevice(desk.door, made.code);
    await expect(linkDevice(desk.door, made.code)).rejects.toMatchObject({ code: 'not-found' });
    const actor = await findDevice(desk.door, token);
    if (!actor) throw new Error('no device');
    const kiosk = as(desk.door, actor);
    const { ticket: given } = await ticket({ by: kiosk });
    expect(given).toBe('A001');
    expect((await readHall(kiosk, place)).families[0]).toMatchObject({ waiting: 1 });
    const elsewhere = await addPlace(desk.ctx, {
      code: `other-${count}`,
      name: { fr: 'Ailleurs', en: 'Elsewhere' },
      timeZone: 'America/Toronto',
    });
    await expect(readHall(kiosk, elsewhere)).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      openVisit(kiosk, {
        visitId: newId(),
        placeId: elsewhere,
        family: 'municipal',
        language: 'fr',
        how: 'kiosk',
        priority: false,
      }),
    ).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(callNext(kiosk)).rejects.toMatchObject({ code: 'not-allowed' });
    await revokeDevice(chief, made.id);
    expect(await findDevice(desk.door, token)).toBeUndefined();
  });
});

describe('the answers of a request', () => {
  /** Begins a request in a visit and keeps its answers. */
  const fillIn = async (visitId: VisitId, form: string) => {
    await beginRequest(luc, { visitId, form, service: 'nid-de-poule' });
    await saveDraft(luc, {
      externalKey: `counter:${form}`,
      service: 'nid-de-poule',
      version: 1,
      channel: 'counter',
      language: 'fr',
      content: { answers: { size: '3' }, skipped: [] },
    });
  };

  it('are shown as the clerk kept them or not at all, and are said to be right at that counter alone', async () => {
    const [visitId, form] = [newId<'visit'>(), newId()];
    await takeWalkIn(luc, { visitId, family: 'municipal', language: 'fr' });
    await fillIn(visitId, form);
    await expect(showOnScreen(luc, form, { size: '1' })).rejects.toMatchObject({
      publicKey: 'answers-changed',
    });
    const { id: checkId } = await showOnScreen(luc, form, { size: '3' });
    const said = { form, checkId, answer: 'right' } as const;
    await expect(noteSaid(ana, said)).rejects.toMatchObject({ code: 'not-found' });
    expect((await noteSaid(luc, said)).kind).toBe('answered');
  });

  it('can be said to be right only while they are before the person, at the counter that serves them', async () => {
    const [visitId, first, other] = [newId<'visit'>(), newId(), newId()];
    await takeWalkIn(luc, { visitId, family: 'municipal', language: 'fr' });
    for (const form of [first, other]) await fillIn(visitId, form);
    const openTo = async (clerk: DeskContext, form = first) => {
      const state = await findScreenState(clerk, form);
      return { isCurrent: state?.isCurrent, isOpen: state?.isOpen };
    };
    await showOnScreen(luc, first);
    expect(await openTo(luc)).toEqual({ isCurrent: true, isOpen: true });
    expect(await openTo(ana), 'at another counter').toEqual({ isCurrent: true, isOpen: false });
    await showOnScreen(luc, other);
    expect(await openTo(luc), 'others are shown').toEqual({ isCurrent: true, isOpen: false });
    expect(await openTo(luc, other)).toEqual({ isCurrent: true, isOpen: true });
    await transferVisit(luc, { visitId, family: 'municipal', counterId: counters[1] as CounterId });
    await serveNext(ana);
    expect(await openTo(ana, other), 'the visit went on').toEqual({ isCurrent: true, isOpen: false });
    const { id: checkId } = await showOnScreen(ana, first);
    expect(await openTo(ana)).toEqual({ isCurrent: true, isOpen: true });
    expect((await noteSaid(ana, { form: first, checkId, answer: 'right' })).kind).toBe('answered');
  });
});

it('every event of the counter is in its chain', async () => {
  expect((await verifyHistory(desk.ctx, () => {})).broken).toBe(0);
});
