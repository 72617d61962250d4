import {
  acceptSubmission,
  claimDueJobs,
  type DueJob,
  findDraft,
  type LetterReading,
  listLetters,
  offerResume,
  readCase,
  saveDraft,
  settleBatch,
  takeNext,
} from '@guichet/casework';
import { type BatchId, formatReference, newId } from '@guichet/kernel';
import { createLogger } from '@guichet/platform';
import { describe, expect, it } from 'vitest';
import { visit } from '../../../../tests/support/desk-visitor.ts';
import { csrfIn, plain, valuesIn } from '../../../../tests/support/doors/values-in.ts';
import { byLetter, openCase } from '../../../../tests/support/posted-letter.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';

const desk = await useDesk();
const clerk = await desk.staff('commis', ['agent', 'clerk'], ['voirie']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const visitor = visit(app);
await visitor.signIn('commis', testPassword);

const crop = { page: 2, x: 100, y: 200, width: 600, height: 80 };
const page = { bytes: async () => Buffer.from('a picture'), mediaType: 'image/jpeg', reasons: [] };

/** The form sent for a request, as it was read when it came back. */
const returned = (about: Pick<LetterReading, 'reference' | 'draft'>): LetterReading => ({
  form: { service: 'nid-de-poule', version: 1, language: 'fr', serial: newId().slice(0, 8).toUpperCase() },
  ...about,
  missingPages: [],
  answers: { description: 'Devant le numéro 245' },
  fields: [
    { path: 'description', text: 'Devant le numéro 245', confidence: 0.7, doubts: ['low-confidence'], crop },
  ],
  pages: [page],
});

let scans = 0;
/** Gives the address of the station for a letter read so. */
async function receive(letter: LetterReading): Promise<string> {
  scans += 1;
  await visitor.get('/mailroom');
  await visitor.send('/mailroom/batches', {
    file: new File([`%PDF-1.7 asked ${scans}`], `lot-${scans}.pdf`),
  });
  const due: DueJob[] = [];
  await claimDueJobs(desk.ctx, 50, async (jobs) => {
    due.push(...jobs.filter(({ job }) => job === 'mailroom.read'));
  });
  const [job] = due;
  if (!job) throw new Error('no reading was staged');
  await settleBatch(desk.ctx, job.id, job.ids['batchId'] as BatchId, { kind: 'read', letters: [letter] });
  const [row] = await listLetters(clerk);
  return `/mailroom/letters/${row?.id}`;
}

describe('what was asked by post', () => {
  it('an agent checks what is missing, and only that; the question waits for the person', async () => {
    const { reference } = await openCase(desk);
    await takeNext(clerk);
    const shown = await visitor.get(`/cases/${reference}`);
    expect(plain(shown.html)).toContain('Joindre un formulaire à remplir');
    expect([...shown.html.matchAll(/name="asks" value="([^"]+)"/g)].map(([, key]) => key)).toEqual([
      'description',
      'photo',
    ]);
    const done = await visitor.post(`/cases/${reference}/pause`, {
      _csrf: csrfIn(shown.html),
      question: '',
      asks: ['description'],
    });
    expect(done.path).toContain('told=paused');
    const file = await readCase(clerk, { reference });
    expect(file.pausedAt).not.toBeNull();
    expect(file.replies.at(-1)?.words).toBe('• Autres précisions');
  });

  it('the answer shows at the station with its case and its own questions alone, and joins the case when confirmed', async () => {
    const { reference } = await openCase(desk);
    const address = await receive(returned({ reference }));
    const shown = await visitor.get(address);
    expect(plain(shown.html)).toContain(`dossier ${formatReference(reference)}`);
    expect(shown.html).toContain('id="q-description"');
    expect(shown.html).not.toContain('id="q-size"');
    const typed = { ...valuesIn(shown.html), _csrf: csrfIn(shown.html) };
    const done = await visitor.post(address, { ...typed, description: 'Devant le numéro 245, côté est' });
    expect(done.path).toContain(`joined=${reference}`);
    const file = await readCase(clerk, { reference });
    expect(file.answers.find(({ question }) => question === 'description')?.value).toBe(
      'Devant le numéro 245, côté est',
    );
    expect(file.evidence.filter(({ kind }) => kind === 'page')).toHaveLength(1);
    const again = await visitor.post(address, { ...typed, description: 'Autre chose' });
    expect(again.status).toBeLessThan(400);
    expect(
      (await readCase(clerk, { reference })).answers.find(({ question }) => question === 'description')
        ?.value,
    ).toBe('Devant le numéro 245, côté est');
  });

  it('the rest of a draft shows with what was answered before, and becomes one case with it, whichever door sends it', async () => {
    const before = {
      place: { text: 'Rue des Pins' },
      size: 'large',
      danger: false,
      photo: { later: 'post' },
      ...byLetter,
    };
    const draftId = await saveDraft(desk.public('web'), {
      service: 'nid-de-poule',
      version: 1,
      channel: 'web',
      language: 'fr',
      content: { answers: before, skipped: [] },
    });
    const { number } = await offerResume(desk.public('web'), { draftId });
    const address = await receive(returned({ draft: number }));
    const shown = await visitor.get(address);
    expect(shown.html).toContain('Rue des Pins');
    const typed = { ...valuesIn(shown.html), _csrf: csrfIn(shown.html) };
    const done = await visitor.post(address, { ...typed, description: 'Devant le 245' });
    const reference = /made=(\d{10})/.exec(done.path)?.[1] ?? '';
    const file = await readCase(clerk, { reference });
    const of = (key: string) => file.answers.find(({ question }) => question === key);
    expect(of('place')?.provenance).toEqual({ how: 'typed' });
    expect(of('description')?.value).toBe('Devant le 245');
    const draft = await findDraft(desk.public('web'), { id: draftId });
    expect(draft?.caseId).toBe(file.id);
    const online = await acceptSubmission(desk.public('web'), {
      service: 'nid-de-poule',
      channel: 'web',
      language: 'fr',
      answers: before,
      idempotency: { scope: 'web', key: draftId },
      draftId,
    });
    expect(online).toMatchObject({ kind: 'already', case: { reference } });
  });

  it('what a draft answered stands for no key where the reading is in doubt', async () => {
    const draftId = await saveDraft(desk.public('web'), {
      service: 'nid-de-poule',
      version: 1,
      channel: 'web',
      language: 'fr',
      content: { answers: { place: { text: 'Rue des Pins' }, description: 'Profond' }, skipped: [] },
    });
    const { number } = await offerResume(desk.public('web'), { draftId });
    const form = returned({ draft: number });
    const address = await receive({
      ...form,
      answers: {},
      fields: form.fields.map((field) => ({ ...field, text: '' })),
    });
    const shown = await visitor.get(address);
    expect(valuesIn(shown.html)['description']).toBe('Profond');
    const sent = await visitor.post(address, { ...valuesIn(shown.html), _csrf: csrfIn(shown.html) });
    expect(sent.path).toContain('check');
    expect(sent.html).toMatch(/data-confirms="description"[^>]*aria-invalid="true"/);
  });
});
