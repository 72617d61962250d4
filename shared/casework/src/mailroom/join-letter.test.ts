import { FixedClock, hour, newId } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { closeCase } from '../cases/closure/close-case.ts';
import { pauseCase } from '../cases/pause-case.ts';
import { readCase } from '../cases/read-case.ts';
import { acceptSubmission } from '../intake/accept-submission.ts';
import { claimDueJobs, type DueJob } from '../outbox/claim-due-jobs.ts';
import { returnCase } from '../queues/return-case.ts';
import { takeNext } from '../queues/take-next.ts';
import { joinLetter } from './join-letter.ts';
import { listLetters } from './list-mailroom.ts';
import { readLetter } from './read-letter.ts';
import { receiveBatch } from './receive-batch.ts';
import { setLetterAside } from './set-letter-aside.ts';
import { settleBatch } from './settle-batch.ts';

const clock = new FixedClock('2026-11-24T15:00:00Z');
const desk = await useDesk({ clock });
const clerk = await desk.staff('commis', ['clerk'], ['voirie']);
const elsewhere = await desk.staff('ailleurs', ['clerk'], ['animaux']);
const agent = await desk.staff('agente', ['agent'], ['voirie']);

async function openCase() {
  const answer = await acceptSubmission(desk.public('web'), {
    service: 'nid-de-poule',
    channel: 'web',
    language: 'fr',
    idempotency: { scope: 'test', key: newId() },
    answers: {
      place: 'Rue des Érables',
      size: 'large',
      danger: false,
      photo: { later: 'post' },
      'reply-way': 'email',
      'reply-email': 'jeanne@exemple.ca',
    },
  });
  if (answer.kind === 'incomplete') throw new Error(JSON.stringify(answer.problems));
  return answer.case;
}

let scans = 0;
/** A letter of two pages, read in the mailroom. */
async function letterOf(reference?: string) {
  scans += 1;
  const bytes = Buffer.from(`%PDF-1.7 ${scans}`);
  const { batchId } = await receiveBatch(desk.ctx, {
    bytes,
    fileName: 'lot.pdf',
    mediaType: 'application/pdf',
    source: 'upload',
  });
  const due: DueJob[] = [];
  await claimDueJobs(desk.ctx, 50, async (jobs) => {
    due.push(...jobs.filter(({ job }) => job === 'mailroom.read'));
  });
  const page = { bytes: async () => bytes, mediaType: 'image/jpeg', reasons: [] };
  const named = reference === undefined ? {} : { reference };
  await settleBatch(desk.ctx, due[0]?.id ?? '', batchId, {
    kind: 'read',
    letters: [{ form: undefined, ...named, missingPages: [], answers: {}, fields: [], pages: [page, page] }],
  });
  const letter = (await listLetters(clerk)).at(-1);
  if (letter === undefined) throw new Error('no letter');
  return letter.id;
}

const kindsOf = async (reference: string) =>
  (await readCase(clerk, { reference })).history
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'case.read');

describe('joinLetter', () => {
  it('keeps the case that the code of a letter names, and puts its pages there once, however often', async () => {
    const { reference } = await openCase();
    const letterId = await letterOf(reference);
    expect((await readLetter(clerk, letterId)).reference).toBe(reference);
    await Promise.all([1, 2].map(() => joinLetter(clerk, { letterId, reference })));
    await joinLetter(clerk, { letterId, reference });
    const file = await readCase(clerk, { reference });
    expect(file.evidence.map(({ kind }) => kind)).toEqual(['page', 'page']);
    expect((await kindsOf(reference)).filter((kind) => kind === 'case.document-received')).toHaveLength(1);
    expect((await readLetter(clerk, letterId)).settledAs).toBe('case');
    expect(await listLetters(clerk)).toEqual([]);
  });

  it('refuses a case of another team as one that is not there, and who may not settle letters', async () => {
    const { reference } = await openCase();
    const letterId = await letterOf();
    await expect(joinLetter(elsewhere, { letterId, reference })).rejects.toMatchObject({ code: 'not-found' });
    await expect(joinLetter(agent, { letterId, reference })).rejects.toMatchObject({ code: 'not-allowed' });
    expect((await readCase(clerk, { reference })).evidence).toEqual([]);
    await setLetterAside(clerk, letterId);
    await expect(joinLetter(clerk, { letterId, reference })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('a letter in one case joins no other', async () => {
    const [one, other] = [await openCase(), await openCase()];
    const letterId = await letterOf();
    await joinLetter(clerk, { letterId, reference: one.reference });
    await expect(joinLetter(clerk, { letterId, reference: other.reference })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('a case that waited for the person waits no longer; a closed one keeps the document and stays closed', async () => {
    const taken = await takeUntil((await openCase()).reference);
    await pauseCase(agent, { reference: taken, question: 'Une photo?' });
    clock.advance(5 * hour);
    await joinLetter(clerk, { letterId: await letterOf(), reference: taken });
    expect((await readCase(clerk, { reference: taken })).pausedAt).toBeNull();
    expect((await kindsOf(taken)).slice(-2)).toEqual(['case.resumed', 'case.document-received']);

    const [outcome] = desk.ctx.catalogue.find('nid-de-poule')?.definition.outcomes ?? [];
    await closeCase(agent, { reference: taken, outcome: outcome?.key ?? '' });
    await joinLetter(clerk, { letterId: await letterOf(), reference: taken });
    const file = await readCase(clerk, { reference: taken });
    expect(file.closure?.outcome).toBe(outcome?.key);
    expect(file.evidence).toHaveLength(4);
  });
});

/** Takes cases from the queue until the one wanted is held; gives its reference. */
async function takeUntil(wanted: string): Promise<string> {
  const others: string[] = [];
  for (;;) {
    const taken = await takeNext(agent);
    if (taken.kind !== 'taken') throw new Error('not in the queue');
    if (taken.reference === wanted) break;
    others.push(taken.reference);
  }
  for (const reference of others) await returnCase(agent, reference);
  return wanted;
}
