import type { Answers } from '@guichet/catalogue';
import { acceptSubmission, closeCase, findIdentityProof, proveIdentity, takeNext } from '@guichet/casework';
import { counterScreen } from '@guichet/channels/counter';
import { systemClock } from '@guichet/kernel';
import { createLogger } from '@guichet/platform';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyAnswers } from '../../../../tests/support/any-answers.ts';
import { visit } from '../../../../tests/support/desk-visitor.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';

const desk = await useDesk();
const code = 'acces-dossier';
const service = desk.ctx.catalogue.find(code);
if (!service) throw new Error(`${code} is not offered`);
const { team } = service.definition.routing;
const agent = await desk.staff('agente', ['agent'], [team]);
const clerk = await desk.staff('commis', ['clerk'], [team]);
const neighbour = await desk.staff('voisin', ['agent'], ['voirie']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const today = systemClock.now().toISOString().slice(0, 10);
const answers = fc
  .sample(anyAnswers(service), { numRuns: 200, seed: 3 })
  .find((one: Answers) => service.parse(one, { today }).ok);

let count = 0;
async function taken(): Promise<string> {
  count += 1;
  const acceptance = await acceptSubmission(desk.public('web'), {
    service: code,
    channel: 'web',
    language: 'fr',
    answers: answers ?? {},
    idempotency: { scope: 'test', key: String(count) },
  });
  if (acceptance.kind === 'incomplete') throw new Error(JSON.stringify(acceptance.problems));
  await takeNext(agent);
  return acceptance.case.reference;
}

it('no outcome that takes a proven identity is decided without one; refusing needs none', async () => {
  const [reference, other] = [await taken(), await taken()];
  await expect(closeCase(agent, { reference, outcome: 'granted' })).rejects.toMatchObject({
    publicKey: 'identity-not-proven',
  });
  expect((await closeCase(agent, { reference: other, outcome: 'refused' })).kind).toBe('closed');
  const visitor = visit(app);
  await visitor.signIn('agente', testPassword);
  expect((await visitor.get(`/cases/${other}`)).html).toContain('Elle n’a pas été prouvée');
  await proveIdentity(clerk, { reference, how: 'document-seen' });
  expect((await closeCase(agent, { reference, outcome: 'granted' })).kind).toBe('closed');
});

it('is proven once, with one event, in a way that is enough, by who may', async () => {
  const reference = await taken();
  const prove = (ctx: typeof agent, how: string) => proveIdentity(ctx, { reference, how: how as never });
  await expect(prove(agent, 'code-returned')).rejects.toMatchObject({ publicKey: 'no-such-proof' });
  await expect(prove(neighbour, 'call-back')).rejects.toMatchObject({ code: 'not-found' });
  const kinds = await Promise.all([prove(agent, 'call-back'), prove(clerk, 'document-seen')]);
  expect(kinds.map(({ kind }) => kind).sort()).toEqual(['already', 'proven']);
  const events = await desk.database.adminSql`
    select e.kind from event e join cases c on c.id = e.subject_id where c.reference = ${reference} and e.kind = 'identity.proven'`;
  expect(events).toHaveLength(1);
});

it('with a document keeps its kind and nothing else of it, and a kind that we do not know is refused', async () => {
  const [reference, called] = [await taken(), await taken()];
  const seen = { reference, how: 'document-seen' } as const;
  await expect(proveIdentity(clerk, { ...seen, document: 'fishing-permit' as never })).rejects.toMatchObject({
    publicKey: 'no-such-document',
  });
  expect(await proveIdentity(clerk, { ...seen, document: 'passport' })).toEqual({ kind: 'proven' });
  expect(await proveIdentity(clerk, { ...seen, document: 'health-card' })).toEqual({ kind: 'already' });
  expect(await findIdentityProof(agent, reference)).toMatchObject({
    how: 'document-seen',
    document: 'passport',
    by: 'commis',
  });
  // Nobody showed anything by telephone.
  await proveIdentity(clerk, { reference: called, how: 'call-back', document: 'passport' });
  expect(await findIdentityProof(agent, called)).toMatchObject({ how: 'call-back', document: null });
  await expect(findIdentityProof(neighbour, reference)).rejects.toMatchObject({ code: 'not-found' });
  const events = await desk.database.adminSql`
    select e.data from event e join cases c on c.id = e.subject_id
    where c.reference in (${reference}, ${called}) and e.kind = 'identity.proven' order by e.at`;
  expect(events.map(({ data }) => data)).toEqual([
    { how: 'document-seen', document: 'passport' },
    { how: 'call-back' },
  ]);
  const visitor = visit(app);
  await visitor.signIn('agente', testPassword);
  expect((await visitor.get(`/cases/${reference}`)).html).toContain('Passeport');
});

it('the page of the case says what is missing, and takes the act', async () => {
  const reference = await taken();
  const visitor = visit(app);
  await visitor.signIn('agente', testPassword);
  expect((await visitor.get(`/cases/${reference}`)).html).toContain('la personne doit prouver son identité');
  const refused = await visitor.send(`/cases/${reference}/closure`, { outcome: 'granted' });
  expect([refused.status, refused.html.includes('inscrivez d’abord la preuve')]).toEqual([422, true]);
  const told = await visitor.send(`/cases/${reference}/identity`, { how: 'document-seen' });
  expect(told.html).toContain('(pièce d’identité vue), inscrite par agente.');
});

it('of who asks at the counter is proven beside the receipt, once a document is chosen', async () => {
  const visitor = visit(app);
  await visitor.signIn('commis', testPassword);
  const page = await visitor.get(`/counter/${code}`);
  const form = /action="(\/counter\/acces-dossier\/[0-9a-f-]+)"/.exec(page.html)?.[1] ?? '';
  const screen = counterScreen(service, answers ?? {}, { language: 'fr', today });
  const receipt = await visitor.send(form, screen.values);
  expect(receipt.path).toBe(`${form}/receipt`);
  const refused = await visitor.send(`${receipt.path}/identity`, { document: '' });
  expect(refused.status).toBe(422);
  const proven = await visitor.send(`${receipt.path}/identity`, { document: 'passport' });
  expect(proven.html).toContain('Passeport');
  expect(proven.html).not.toContain('name="document"');
});
