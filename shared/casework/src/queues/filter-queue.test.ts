import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { acceptSubmission } from '../intake/accept-submission.ts';
import { countUnder } from './queue-counts.ts';
import { type QueueFilter, readFilter, writeFilter } from './queue-filter.ts';
import { listQueue } from './list-queue.ts';
import { takeNext } from './take-next.ts';
import { dropView, keepView, type QueueViewId } from './views/keep-view.ts';
import { listViews } from './views/list-views.ts';

const desk = await useDesk();
const { adminSql } = desk.database;
const agent = await desk.staff('agente', ['agent'], ['voirie']);
const chief = await desk.staff('chef', ['supervisor'], ['voirie']);
const neighbour = await desk.staff('voisin', ['agent'], ['greffe']);

let made = 0;
async function open(channel: 'web' | 'counter', language: 'fr' | 'en', street: string): Promise<string> {
  const acceptance = await acceptSubmission(desk.public(channel), {
    service: 'nid-de-poule',
    channel,
    language,
    answers: { place: { text: street }, size: 'large', danger: false, 'reply-way': 'none' },
    idempotency: { scope: 'test', key: String((made += 1)) },
  });
  if (acceptance.kind !== 'accepted') throw new Error('not accepted');
  return acceptance.case.reference;
}
const [one, two, three] = [
  await open('web', 'fr', '12, rue Saint-Denis'),
  await open('web', 'en', '400 rue Saint-Denis'),
  await open('counter', 'fr', 'Avenue du Parc'),
];
await adminSql`update queue_entry set due_at = now() - interval '2 days' where case_id = (select id from cases where reference = ${three})`;
await adminSql`update cases set due_at = now() - interval '2 days' where reference = ${three}`;
await adminSql`delete from queue_tally`;
await adminSql`
  insert into queue_tally (team, service_code, channel, language, due_on, change, mark)
  select team, service_code, channel, language, (due_at at time zone 'America/Toronto')::date, 1, 1 from queue_entry`;

const listed = async (filter: QueueFilter, ctx = agent) =>
  (await listQueue(ctx, { filter })).rows.map(({ reference }) => reference);

describe('the queue under filters', () => {
  it.each<[string, QueueFilter, string[]]>([
    ['channel', { channel: 'web' }, [one, two]],
    ['language', { language: 'fr' }, [three, one]],
    ['several facts', { service: 'nid-de-poule', channel: 'web', language: 'en' }, [two]],
    ['what is late', { due: 'late' }, [three]],
    ['what is in time', { due: 'later', language: 'fr' }, [one]],
    ['a street', { place: 'saint denis' }, [one, two]],
    ['a street and a fact', { place: 'saint denis', language: 'en' }, [two]],
    ['another team', { team: 'greffe' }, []],
    ['a service that nobody asked for', { service: 'permis-chien' }, []],
  ])('by %s', async (_, filter, wanted) => {
    expect(await listed(filter)).toEqual(wanted);
    const { counts } = await listQueue(agent);
    // How many wait in a street is not told without looking.
    expect(countUnder(counts, filter)).toBe(filter.place === undefined ? wanted.length : undefined);
  });

  it('page after page, none twice and none left out', async () => {
    const filter = { language: 'fr' } as const;
    const [first] = (await listQueue(agent, { limit: 1, filter })).rows;
    const { rows } = await listQueue(agent, { limit: 1, filter, after: first });
    expect([first?.reference, rows[0]?.reference]).toEqual([three, one]);
  });

  it('gives what somebody holds', async () => {
    const taken = await takeNext(agent);
    if (agent.actor.kind !== 'staff') throw new Error('no staff');
    const heldBy = agent.actor.staffId;
    expect(taken).toMatchObject({ kind: 'taken', reference: three });
    expect(await listed({ heldBy })).toEqual([three]);
    expect(await listed({ heldBy }, neighbour)).toEqual([]);
  });

  it('stands in an address, and takes nothing from it that is not ours', () => {
    const query = new URLSearchParams('channel=web&due=never&service=%27;--&place=12+rue+Saint-Denis&held=x');
    const filter = readFilter((key) => query.get(key) ?? undefined);
    expect(filter).toEqual({ channel: 'web', place: 'saint denis' });
    expect(writeFilter(filter)).toBe('channel=web&place=saint+denis');
  });
});

describe('saved views', () => {
  const idOf = async (name: string) =>
    (await listViews(chief)).find((view) => view.name === name)?.id as QueueViewId;

  it('are kept for oneself, or shared with a team by whoever answers for it', async () => {
    await keepView(agent, { name: 'À moi', filter: { due: 'late' } });
    await keepView(agent, { name: 'À moi', filter: { channel: 'web' } });
    await keepView(chief, { name: 'Anglais', filter: { language: 'en' }, team: 'voirie' });
    const names = async (ctx: typeof agent) => (await listViews(ctx)).map(({ name }) => name);
    expect(await names(agent)).toEqual(['Anglais', 'À moi']);
    expect(await names(chief)).toEqual(['Anglais']);
    expect(await names(neighbour)).toEqual([]);
    const share = keepView(agent, { name: 'x', filter: { due: 'late' }, team: 'voirie' });
    await expect(share).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('of a team are dropped by whoever may share them, once', async () => {
    await dropView(agent, await idOf('Anglais'));
    expect(await idOf('Anglais')).toBeDefined();
    const id = await idOf('Anglais');
    await dropView(chief, id);
    await dropView(chief, id);
    expect(await idOf('Anglais')).toBeUndefined();
  });
});
