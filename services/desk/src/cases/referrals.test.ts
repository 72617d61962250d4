import { type Answers, isEntries } from '@guichet/catalogue';
import { acceptSubmission, hearBack, listAwaitedNews, tellBody } from '@guichet/casework';
import { systemClock } from '@guichet/kernel';
import { createLogger } from '@guichet/platform';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anyAnswers } from '../../../../tests/support/any-answers.ts';
import { visit } from '../../../../tests/support/desk-visitor.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';

const desk = await useDesk();
const code = 'orientation-emploi';
const service = desk.ctx.catalogue.find(code);
if (!service) throw new Error(`${code} is not offered`);
const agent = await desk.staff('agente', ['agent'], [service.definition.routing.team]);
const clerk = await desk.staff('commis', ['clerk'], [service.definition.routing.team]);
const neighbour = await desk.staff('voisin', ['agent'], ['voirie']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const { adminSql } = desk.database;
const today = systemClock.now().toISOString().slice(0, 10);

/** Someone who agrees, or not, that the centre tells us what came of it. */
function answersWith(followUp: boolean): Answers {
  const wanted = {
    sharing: true,
    'follow-up': followUp,
    'reply-way': 'email',
    'reply-email': 'a@exemple.ca',
  };
  const found = fc
    .sample(anyAnswers(service as NonNullable<typeof service>), { numRuns: 200, seed: 7 })
    .map((answers) => ({ ...answers, ...wanted }) as Answers)
    .find((answers) => service?.parse(answers, { today }).ok && !Object.values(answers).some(isEntries));
  if (!found) throw new Error('no such answers');
  return found;
}

let count = 0;
async function open(followUp: boolean): Promise<string> {
  count += 1;
  const acceptance = await acceptSubmission(desk.public('web'), {
    service: code,
    channel: 'web',
    language: 'fr',
    answers: answersWith(followUp),
    idempotency: { scope: 'test', key: String(count) },
  });
  if (acceptance.kind === 'incomplete') throw new Error(JSON.stringify(acceptance.problems));
  return acceptance.case.reference;
}

const eventsOf = (reference: string) => adminSql<{ kind: string; data: Record<string, unknown> }[]>`
  select e.kind, e.data from event e join cases c on c.id = e.subject_id
  where c.reference = ${reference} and e.kind like 'referral.%' order by e.seq`;

describe('telling another body', () => {
  let reference: string;
  beforeAll(async () => {
    reference = await open(true);
  });
  const follow = () => ({ reference, referral: 'centre-follow-up', way: 'email' }) as const;

  it('is kept once with one event that names the questions told and no answer', async () => {
    const answers = await Promise.all([tellBody(agent, follow()), tellBody(agent, follow())]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['already', 'told']);
    expect(await eventsOf(reference)).toEqual([
      {
        kind: 'referral.told',
        data: { referral: 'centre-follow-up', way: 'email', told: ['person'] },
      },
    ]);
  });

  it('puts the awaited news on the list of its team alone', async () => {
    expect(await listAwaitedNews(clerk)).toMatchObject([{ reference, referral: 'centre-follow-up' }]);
    expect(await listAwaitedNews(neighbour)).toEqual([]);
  });

  it('is refused without consent, to a body the case does not name, to a clerk and to another team', async () => {
    const refusing = await open(false);
    const ask = (ctx: typeof agent, changes: object) => tellBody(ctx, { ...follow(), ...changes });
    await expect(ask(agent, { reference: refusing })).rejects.toMatchObject({ publicKey: 'no-consent' });
    await expect(ask(agent, { referral: 'police' })).rejects.toMatchObject({ publicKey: 'no-such-referral' });
    await expect(ask(agent, { way: 'pigeon' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(ask(clerk, {})).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(ask(neighbour, {})).rejects.toMatchObject({ code: 'not-found' });
  });

  it('hears back once, sealed, and the person hears the same words', async () => {
    const news = {
      reference,
      referral: 'centre-follow-up',
      news: 'La rencontre a eu lieu le 3.',
      tellPerson: true,
    };
    await expect(hearBack(agent, { ...news, news: ' ' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(hearBack(agent, { ...news, referral: 'employment-centre' })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await hearBack(clerk, news)).kind).toBe('heard');
    expect((await hearBack(agent, { ...news, news: 'Autre chose' })).kind).toBe('already');
    const replies = await adminSql`
      select r.purpose, r.way from reply r join cases c on c.id = r.case_id where c.reference = ${reference} and r.purpose = 'news'`;
    expect(replies).toMatchObject([{ purpose: 'news', way: 'email' }]);
    const [row] = await adminSql<
      [{ text: string }]
    >`select r::text as text from referral r where key = 'centre-follow-up'`;
    expect(row.text).not.toContain(Buffer.from('rencontre').toString('hex'));
    expect(await listAwaitedNews(agent)).toEqual([]);
  });
});

it('an agent tells a body and writes its news down from the page of the case', async () => {
  const reference = await open(true);
  const visitor = visit(app);
  await visitor.signIn('agente', testPassword);
  await visitor.get(`/cases/${reference}`);
  const told = await visitor.send(`/cases/${reference}/referrals/centre-follow-up/telling`, { way: 'phone' });
  expect(told.html).toContain('La communication est inscrite au dossier.');
  expect(told.html).toContain('par agente (téléphone)');
  const empty = await visitor.send(`/cases/${reference}/referrals/centre-follow-up/news`, { news: '' });
  expect([empty.status, empty.html.includes('Écrivez ce que l’organisme vous apprend')]).toEqual([422, true]);
  expect((await visitor.get('/tasks')).html).toContain('Le centre local d’emploi choisi');
  await visitor.get(`/cases/${reference}`);
  const heard = await visitor.send(`/cases/${reference}/referrals/centre-follow-up/news`, {
    news: 'Rencontre faite.',
  });
  expect(heard.html).toContain('Rencontre faite.');
  expect((await visitor.get('/tasks')).html).toContain(
    'Aucune nouvelle n’est attendue d’un autre organisme.',
  );
});
