import {
  acceptSubmission,
  changePassword,
  closeCase,
  confirmClosure,
  listProposals,
  readCase,
  resetPassword,
  sendBackClosure,
} from '@guichet/casework';
import { createLogger } from '@guichet/platform';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyAnswers } from '../../../../../tests/support/any-answers.ts';
import { visit } from '../../../../../tests/support/desk-visitor.ts';
import { testPassword, useDesk } from '../../../../../tests/support/test-desk.ts';
import { createApp } from '../../app.tsx';

const desk = await useDesk();
const agent = await desk.staff('agente', ['agent'], ['vie-communautaire']);
const chief = await desk.staff('cheffe', ['supervisor', 'agent'], ['vie-communautaire']);
const neighbour = await desk.staff('voisine', ['supervisor'], ['greffe']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const { adminSql } = desk.database;

async function signedIn(name: string) {
  const visitor = visit(app);
  await visitor.signIn(name, testPassword);
  return visitor;
}

const reply = { 'reply-way': 'email', 'reply-email': 'groupe@exemple.ca' };
let count = 0;
async function open() {
  count += 1;
  const service = desk.ctx.catalogue.find('subvention-association');
  if (!service) throw new Error('no such service');
  const accepted = await acceptSubmission(desk.public('web'), {
    service: 'subvention-association',
    channel: 'web',
    language: 'fr',
    answers: { ...fc.sample(anyAnswers(service), { seed: 7, numRuns: 1 })[0], ...reply },
    idempotency: { scope: 'test', key: String(count) },
  });
  if (accepted.kind !== 'accepted') throw new Error(JSON.stringify(accepted));
  const visitor = await signedIn('agente');
  await visitor.get('/');
  await visitor.send('/assignments');
  return { ...accepted.case, visitor, address: `/cases/${accepted.case.reference}` };
}
const kinds = async (id: string) =>
  (await adminSql<{ kind: string }[]>`select kind from event where subject_id = ${id} order by seq`).map(
    ({ kind }) => kind,
  );
const stopped = async (id: string) =>
  (await adminSql`select 1 from clock where case_id = ${id} and kind = 'decide' and met_at is not null`)
    .length > 0;

it('one person proposes, another one sends it back with a reason, then confirms: only that stops the clock and tells the person', async () => {
  const { id, reference, visitor, address } = await open();
  const bare = await visitor.send(`${address}/closure`, { outcome: 'refused', 'words.refused': 'Non.' });
  expect(bare.status).toBe(422);
  expect(bare.html).toContain('Écrivez les motifs');
  const proposed = await visitor.send(`${address}/closure`, {
    outcome: 'refused',
    'words.refused': 'La subvention n’a pas été accordée. {reasons}',
    'reasons.refused': 'Le projet a déjà eu lieu.',
  });
  expect(proposed.html).toContain('attend qu’une autre personne la confirme');
  expect(proposed.html).not.toContain('/proposal/confirmation');
  expect((await readCase(agent, { reference })).replies).toEqual([]);
  expect(await stopped(id)).toBe(false);
  await expect(confirmClosure(agent, reference)).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(confirmClosure(neighbour, reference)).rejects.toMatchObject({ code: 'not-found' });

  const other = await signedIn('cheffe');
  expect((await other.get('/')).html).toContain('Décisions à confirmer');
  const page = await other.get(address);
  expect(page.html).toContain('accordée. Le projet a déjà eu lieu.');
  for (const way of ['confirmation', 'return'])
    expect(page.html).toContain(`action="${address}/proposal/${way}"`);
  expect(page.html, 'it is not theirs to take back').not.toContain('/proposal/withdrawal');
  const bareReturn = await other.send(`${address}/proposal/return`, { reason: '' });
  expect([bareReturn.status, bareReturn.html.includes('id="back-reason-error"')]).toEqual([422, true]);
  const back = await other.send(`${address}/proposal/return`, { reason: 'Citez la politique.' });
  expect(back.html).toContain('cheffe\u00a0: Citez la politique.');
  const mine = await visitor.get(address);
  expect(mine.html, 'what was proposed is there to go on with').toContain('Le projet a déjà eu lieu.');
  await visitor.send(`${address}/closure`, {
    outcome: 'refused',
    'words.refused': 'Refusée.',
    'reasons.refused': 'Politique, article 4.',
  });
  await other.get(address);
  const done = await other.send(`${address}/proposal/confirmation`);
  expect(done.html).toContain('Proposé par agente.');
  const file = await readCase(agent, { reference });
  expect(file.replies.map(({ words }) => words)).toEqual(['Refusée.\n\nMotifs : Politique, article 4.']);
  expect(file.closure).toMatchObject({
    by: 'cheffe',
    proposedBy: 'agente',
    reasons: 'Politique, article 4.',
  });
  expect(await stopped(id)).toBe(true);
  expect((await kinds(id)).filter((kind) => /^closure|closed/.test(kind))).toEqual([
    'closure.proposed',
    'closure.sent-back',
    'closure.proposed',
    'case.closed',
  ]);
  expect(await confirmClosure(chief, reference)).toEqual({ kind: 'already' });
});

it('who gave a password to somebody does not confirm what they proposed', async () => {
  if (agent.actor.kind !== 'staff') throw new Error(agent.actor.kind);
  const other = await desk.staff('autre', ['supervisor'], ['vie-communautaire']);
  const password = await resetPassword(chief, agent.actor.staffId);
  await changePassword(agent, { current: password, next: testPassword });
  const { reference } = await open();
  await closeCase(agent, { reference, outcome: 'granted' });
  await expect(confirmClosure(chief, reference)).rejects.toMatchObject({ publicKey: 'one-hand' });
  expect(await confirmClosure(other, reference)).toEqual({ kind: 'closed' });
});

it('nobody confirms their own, the database refuses it too, and takes it back instead', async () => {
  const { reference, visitor, address } = await open();
  const input = { reference, outcome: 'granted' };
  expect(await closeCase(chief, input)).toMatchObject({ kind: 'proposed' });
  expect(await closeCase(chief, input)).toMatchObject({ kind: 'proposed' });
  await expect(confirmClosure(chief, reference)).rejects.toMatchObject({ publicKey: 'own-proposal' });
  await expect(sendBackClosure(chief, reference, 'Non.')).rejects.toMatchObject({
    publicKey: 'own-proposal',
  });
  const own = adminSql`update closure_proposal set settled_at = now(), settled_by = staff_id, settled_as = 'confirmed'`;
  await expect(own.then(() => 'done')).rejects.toThrow(/check/);
  const page = await visitor.send(`${address}/return`);
  expect(page.html).toContain('retirez-la d’abord');
  expect(await listProposals(chief)).toMatchObject([{ reference, isOwn: true }]);
});
