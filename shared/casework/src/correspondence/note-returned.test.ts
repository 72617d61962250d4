import { type DeliveryId, FixedClock, minute, type Reference } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import {
  byLetter,
  decide,
  handOverAll,
  homeAddress,
  openCase,
  workDueReplies,
} from '../../../../tests/support/posted-letter.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { readCase } from '../cases/read-case.ts';
import { verifyHistory } from '../records/verify-history.ts';
import { correctAddress } from './correct-address.ts';
import { findPostings } from './find-postings.ts';
import { leaveAtCounter } from './leave-at-counter.ts';
import { listPickups } from './list-pickups.ts';
import { listTasks } from './list-tasks.ts';
import { noteReturned } from './note-returned.ts';
import { sendAgain } from './send-again.ts';
import { settleByProvider } from './settle-by-provider.ts';

const clock = new FixedClock('2026-11-23T15:00:00Z');
const desk = await useDesk({ clock });
const team = 'greffe';
const clerk = await desk.staff('returns-clerk', ['clerk', 'agent'], ['voirie', team, 'bibliotheque']);
const stranger = await desk.staff('returns-stranger', ['clerk'], ['animaux']);
const agent = await desk.staff('returns-agent', ['agent'], ['voirie']);
const { adminSql } = desk.database;

/** A change of address names the person's telephone; a pothole names nobody. */
const moved = {
  person: { given: 'Marie', family: 'Tremblay', birthDate: '1958-03-09' },
  'old-address': { ...homeAddress, street: '215, rue Principale' },
  'new-address': homeAddress,
  'move-date': '2026-12-07',
  'with-others': false,
  bodies: ['library'],
  sharing: true,
  proof: { later: 'post' },
  phone: '+14185550123',
  'reply-way': 'letter',
};

interface Posted {
  reference: Reference;
  statusCode: string;
  code: string;
}

async function posted(service: 'nid-de-poule' | 'changement-adresse'): Promise<Posted> {
  const opened = await openCase(desk, service === 'nid-de-poule' ? byLetter : moved, service);
  const told = (await workDueReplies(desk)).find(({ way }) => way === 'letter');
  await handOverAll(clerk, clock);
  return { reference: opened.reference, statusCode: opened.statusCode, code: told?.code ?? '' };
}

const decided = (reference: string) => decide(clerk, reference, 'Votre adresse est changée.');

async function only(code: string) {
  const [found] = await findPostings(clerk, { code });
  if (!found) throw new Error('no posting');
  return found;
}
const file = (reference: string) => readCase(clerk, { reference });
const addressTasks = async (reference: string) =>
  (await listTasks(clerk)).filter((task) => task.kind === 'address' && task.reference === reference);

describe('an envelope that came back', () => {
  it('is found by the serial of its pages, with what stands in its window, and by its case where pages had none', async () => {
    const { reference, code } = await posted('nid-de-poule');
    expect(await findPostings(clerk, { code })).toMatchObject([
      {
        reference,
        serviceCode: 'nid-de-poule',
        purpose: 'acknowledgement',
        returnedAt: null,
        to: { name: 'JEANNE TREMBLAY', lines: ['12 RUE DES ÉRABLES', 'QUÉBEC QC  G1R 4S9'] },
      },
    ]);
    expect(await findPostings(clerk, { reference })).toHaveLength(1);
    expect((await file(reference)).history.map(({ kind }) => kind)).toContain('letter.looked-up');
    expect(await findPostings(stranger, { code })).toEqual([]);
    expect(await findPostings(clerk, { code: 'ZZZZZZZZZZ' })).toEqual([]);
    await expect(findPostings(agent, { code })).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('fails its delivery once, for its reason, and asks staff for an address where the person gave no other way', async () => {
    const { reference, code } = await posted('nid-de-poule');
    const { id } = await only(code);
    expect(await noteReturned(clerk, id, 'moved')).toEqual({
      kind: 'returned',
      reference,
      told: undefined,
      withdrawn: 0,
    });
    const both = await Promise.all([1, 2].map(() => noteReturned(clerk, id, 'refused')));
    expect(both.map(({ kind }) => kind)).toEqual(['already', 'already']);
    const found = await file(reference);
    expect(found.deliveries).toMatchObject([{ fate: 'returned', detail: 'moved' }]);
    expect(found.history.filter(({ kind }) => kind === 'reply.returned')).toHaveLength(1);
    expect(await addressTasks(reference)).toHaveLength(1);
    await expect(noteReturned(stranger, id, 'moved')).rejects.toMatchObject({ code: 'not-found' });
    await expect(noteReturned(clerk, id, 'eaten' as 'moved')).rejects.toMatchObject({ code: 'invalid' });
    expect((await verifyHistory(desk.ctx, () => undefined)).broken).toBe(0);
  });

  it('scanned by several people at once is one return', async () => {
    const { reference, code } = await posted('changement-adresse');
    const { id } = await only(code);
    const ended = await Promise.all([1, 2, 3].map(() => noteReturned(clerk, id, 'unknown')));
    expect(ended.map(({ kind }) => kind).sort()).toEqual(['already', 'already', 'returned']);
    const found = await file(reference);
    expect(found.replies.filter(({ purpose }) => purpose === 'news')).toHaveLength(1);
  });

  it('takes the reason that was not known when it was scanned, and no other after it', async () => {
    const { reference, code } = await posted('nid-de-poule');
    const { id } = await only(code);
    await noteReturned(desk.ctx, id, 'unstated');
    expect(await noteReturned(clerk, id, 'unclaimed')).toMatchObject({ kind: 'already', why: 'unclaimed' });
    expect(await noteReturned(clerk, id, 'moved')).toMatchObject({ kind: 'already', why: 'unclaimed' });
    expect((await file(reference)).deliveries).toMatchObject([{ fate: 'returned', detail: 'unclaimed' }]);
  });

  it('that was never handed over changes nothing', async () => {
    const { reference } = await openCase(desk);
    const [told] = await workDueReplies(desk);
    const { id } = await only(told?.code ?? '');
    expect(await noteReturned(clerk, id, 'moved')).toEqual({ kind: 'not-posted', reference });
    expect((await file(reference)).deliveries).toMatchObject([{ fate: 'print-queue' }]);
    await handOverAll(clerk, clock);
  });
});

describe('a person whose letter came back', () => {
  it('is called with what it said, and never told the code that opens the request', async () => {
    const { reference, code, statusCode } = await posted('changement-adresse');
    await noteReturned(clerk, (await only(code)).id, 'unknown');
    const [notice] = await workDueReplies(desk);
    expect(notice).toMatchObject({ kind: 'said', way: 'voice' });
    expect(notice?.words).toContain('nous est revenue');
    expect(notice?.words).not.toContain(statusCode);
    expect(notice?.words?.replaceAll(/\s/g, '')).toContain(reference);
    expect(await addressTasks(reference)).toEqual([]);

    // The call before is over.
    clock.advance(6 * minute);
    await decided(reference);
    const [decision] = await workDueReplies(desk);
    expect(decision).toMatchObject({ kind: 'said', way: 'voice', words: 'Votre adresse est changée.' });
    expect((await file(reference)).history.map(({ kind }) => kind)).toContain('reply.led-around');
  });

  it('is told by e-mail where they gave one, and only that it came back where something sensitive was asked', async () => {
    const card = {
      holder: { given: 'Marie', family: 'Tremblay', birthDate: '1958-03-09' },
      address: homeAddress,
      'behalf-whose': 'myself',
      resident: true,
      'address-proof': { later: 'post' },
      'with-family': false,
      minors: false,
      phone: '+14185550123',
      notices: 'email',
      email: 'marie@exemple.ca',
      rules: true,
      'reply-way': 'letter',
    };
    const opened = await openCase(desk, card, 'inscription-bibliotheque');
    await workDueReplies(desk);
    await decided(opened.reference);
    const [letter] = await workDueReplies(desk);
    await handOverAll(clerk, clock);
    await noteReturned(clerk, (await only(letter?.code ?? '')).id, 'unknown');
    const [notice] = await workDueReplies(desk);
    expect(notice).toMatchObject({ kind: 'said', way: 'email' });
    expect(notice?.words).toContain('nous est revenue');
    expect(notice?.words).not.toContain('Votre adresse est changée.');
  });

  it('hears the decision of a letter that came back', async () => {
    const opened = await openCase(desk, moved, 'changement-adresse');
    await workDueReplies(desk);
    await decided(opened.reference);
    const [letter] = await workDueReplies(desk);
    await handOverAll(clerk, clock);
    await noteReturned(clerk, (await only(letter?.code ?? '')).id, 'refused');
    const [notice] = await workDueReplies(desk);
    expect(notice?.words).toContain('Votre adresse est changée.');
    expect(notice?.words).toMatch(/postée le \d+ décembre 2026/);
  });

  it('whose call does not reach them becomes a task', async () => {
    const { reference, code } = await posted('changement-adresse');
    await noteReturned(clerk, (await only(code)).id, 'unknown');
    const [notice] = await workDueReplies(desk);
    await settleByProvider(desk.ctx, {
      providerId: 'CA9',
      deliveryId: notice?.deliveryId as DeliveryId,
      status: 'failed',
    });
    expect(await addressTasks(reference)).toHaveLength(1);
  });
});

describe('a corrected address', () => {
  const correct = { name: 'Jeanne Tremblay', address: { ...homeAddress, street: '99, rue Neuve' } };

  it('sends again what came back and what waited for it, to the new address, and ends the task', async () => {
    const { reference, code } = await posted('nid-de-poule');
    await noteReturned(clerk, (await only(code)).id, 'moved');
    await decided(reference);
    expect(await workDueReplies(desk)).toMatchObject([{ kind: 'held' }]);
    expect(await correctAddress(agent, { reference, ...correct })).toEqual({
      kind: 'corrected',
      lettersSent: 2,
    });
    expect(await correctAddress(agent, { reference, ...correct })).toEqual({
      kind: 'corrected',
      lettersSent: 2,
    });
    expect(await addressTasks(reference)).toEqual([]);
    const told = await workDueReplies(desk);
    const letters = told.filter(({ kind }) => kind === 'said');
    expect(letters.map(({ way }) => way)).toEqual(['letter', 'letter']);
    expect((await only(letters[0]?.code ?? '')).to?.lines[0]).toBe('99 RUE NEUVE');
    await handOverAll(clerk, clock);
    expect((await file(reference)).deliveries.map(({ fate, attempt }) => [fate, attempt])).toEqual([
      ['returned', 1],
      ['posted', 2],
      ['posted', 1],
    ]);
    expect(await correctAddress(agent, { reference, ...correct })).toEqual({ kind: 'already' });
  });

  it('is read by the rules of every postal address', async () => {
    const { reference } = await posted('nid-de-poule');
    const wrong = { name: '', address: { ...homeAddress, postalCode: 'zzz' } };
    const read = await correctAddress(clerk, { reference, ...wrong });
    expect(read).toMatchObject({ kind: 'incomplete' });
    expect(read.kind === 'incomplete' && read.problems.map(({ path }) => path)).toEqual(['name', 'address']);
    await expect(correctAddress(stranger, { reference, ...correct })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('that can not be found leaves the letters at the counter', async () => {
    const { reference, code } = await posted('nid-de-poule');
    await noteReturned(clerk, (await only(code)).id, 'insufficient');
    expect(await leaveAtCounter(clerk, reference)).toBe(1);
    expect(await leaveAtCounter(clerk, reference)).toBe(0);
    await workDueReplies(desk);
    expect(await listPickups(clerk, reference)).toHaveLength(1);
    expect(await addressTasks(reference)).toEqual([]);
  });
});

describe('a letter that came back for no fault of its address', () => {
  it('is sent again by staff as it was, and its case writes on to the same address', async () => {
    const { reference, code } = await posted('nid-de-poule');
    await noteReturned(clerk, (await only(code)).id, 'unclaimed');
    const [row] = await adminSql<[{ id: string }]>`
      select r.id from reply r join cases c on c.id = r.case_id where c.reference = ${reference}`;
    await sendAgain(clerk, row.id as never);
    expect(await workDueReplies(desk)).toMatchObject([{ kind: 'said', way: 'letter' }]);
  });

  it('leaves the promises of its case as they were', async () => {
    const { reference, code } = await posted('nid-de-poule');
    const { clocks } = await file(reference);
    await noteReturned(clerk, (await only(code)).id, 'moved');
    expect((await file(reference)).clocks).toEqual(clocks);
  });
});
