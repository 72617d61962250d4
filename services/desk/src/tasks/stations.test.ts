import {
  acceptSubmission,
  acknowledgeCase,
  claimDueJobs,
  closeCase,
  type DueJob,
  prepareDelivery,
  readCase,
  requestCallBack,
  saveDraft,
  takeNext,
  uploadEvidence,
} from '@guichet/casework';
import { type CaseId, newId, type ReplyId } from '@guichet/kernel';
import { createLogger } from '@guichet/platform';
import { describe, expect, it } from 'vitest';
import { visit } from '../../../../tests/support/desk-visitor.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';

const desk = await useDesk();
const agent = await desk.staff('agente', ['agent', 'clerk'], ['voirie']);
await desk.staff('ailleurs', ['clerk'], ['animaux']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const visitor = visit(app);
await visitor.signIn('agente', testPassword);
const elsewhere = visit(app);
await elsewhere.signIn('ailleurs', testPassword);

async function open(answers: Record<string, unknown>, more: object = {}) {
  const acceptance = await acceptSubmission(desk.public('phone'), {
    service: 'nid-de-poule',
    channel: 'phone',
    language: 'fr',
    answers: { place: { text: 'Rue des Pins' }, size: 'small', danger: false, ...answers },
    idempotency: { scope: 'test', key: newId() },
    ...more,
  });
  if (acceptance.kind === 'incomplete') throw new Error(JSON.stringify(acceptance.problems));
  return acceptance.case;
}

/** Closes a new case and does what the correspondence hands do up to the handing over. */
async function reply(answers: Record<string, unknown>) {
  const opened = await open(answers);
  for (let taken = await takeNext(agent); taken.kind === 'taken' && taken.reference !== opened.reference; )
    taken = await takeNext(agent);
  await closeCase(agent, { reference: opened.reference, outcome: 'repaired' });
  const due: DueJob[] = [];
  await claimDueJobs(desk.ctx, 100, async (jobs) => void due.push(...jobs));
  for (const { id, job, ids } of due) {
    if (job === 'casework.acknowledge') await acknowledgeCase(desk.ctx, id, ids['caseId'] as CaseId);
    if (job !== 'correspondence.send') continue;
    await prepareDelivery(desk.ctx, id, ids['replyId'] as ReplyId, {
      prefixes: ['+1'],
      callsANumberADay: 5,
      callsAnHour: 60,
    });
  }
  return opened;
}

describe('the stations', () => {
  it('take what a person types from a recording into the case, and refuse what the question refuses', async () => {
    const draftId = await saveDraft(desk.public('phone'), {
      externalKey: 'call:CA1',
      service: 'nid-de-poule',
      version: 1,
      channel: 'phone',
      language: 'fr',
      content: { answers: {}, skipped: [] },
    });
    const recording = {
      kind: 'recording',
      draftId,
      mediaType: 'audio/wav',
      bytes: Buffer.from('RIFF'),
    } as const;
    const evidence = await uploadEvidence(desk.public('phone'), recording);
    const opened = await open(
      { place: { pending: 'transcription', evidence }, 'reply-way': 'none' },
      { draftId },
    );
    const list = await visitor.get('/tasks');
    const address = /href="(\/tasks\/[0-9a-f-]{36})"/.exec(list.html)?.[1] ?? '';
    expect((await elsewhere.get('/tasks')).html).not.toContain('/tasks/0');
    expect((await elsewhere.get(address)).status).toBe(404);
    const page = await visitor.get(address);
    expect(page.html).toContain(`src="/evidence/${evidence}"`);
    const empty = await visitor.send(`${address}/transcription`, { 'place.text': ' ' });
    expect(empty.status).toBe(422);
    const done = await visitor.send(`${address}/transcription`, {
      'place.text': 'Devant le 12, rue des Pins',
    });
    expect(done.html).toContain('La réponse est inscrite au dossier.');
    const file = await readCase(agent, { reference: opened.reference });
    expect(file.answers.find(({ question }) => question === 'place')).toMatchObject({
      value: { text: 'Devant le 12, rue des Pins' },
      provenance: { how: 'typed-by-staff' },
    });
  });

  it('show whom to call back, and note the call once', async () => {
    await requestCallBack(desk.public('phone'), {
      key: 'call:CA2',
      language: 'en',
      phone: '+14185550199',
      reason: 'asked',
      team: 'voirie',
    });
    const list = await visitor.get('/tasks');
    const address = /href="(\/tasks\/[0-9a-f-]{36})"/.exec(list.html)?.[1] ?? '';
    const page = (await visitor.get(address)).html;
    expect(page).toMatch(/418.555.0199/);
    expect(page).toMatch(/Motif.*Veut parler à une personne/s);
    const done = await visitor.send(`${address}/call`);
    expect(done.html).toContain('inscrit');
    expect(done.html).not.toContain(address);
  });

  it('hand a reply over at the counter', async () => {
    const opened = await reply({ 'reply-way': 'pickup', 'reply-name': 'Jeanne Tremblay' });
    const list = await visitor.get('/pickup');
    const action = /action="(\/pickup\/[0-9a-f-]{36}\/handover)"/.exec(list.html)?.[1] ?? '';
    expect(list.html).toContain(`/cases/${opened.reference}`);
    expect((await visitor.send(action)).html).toContain('inscrite comme remise');
    expect((await visitor.get(`/cases/${opened.reference}`)).html).toContain('Remis');
  });

  it('count what waits for a supervisor', async () => {
    await desk.staff('cheffe', ['supervisor'], ['voirie']);
    const supervisor = visit(app);
    await supervisor.signIn('cheffe', testPassword);
    const page = await supervisor.get('/supervisor');
    expect(page.html).toContain('Téléphone');
    expect(page.html).toContain('Signaler un nid-de-poule');
  });
});
