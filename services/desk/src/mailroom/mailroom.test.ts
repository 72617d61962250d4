import {
  acceptSubmission,
  claimDueJobs,
  type DueJob,
  type LetterReading,
  listLetters,
  readCase,
  settleBatch,
} from '@guichet/casework';
import { type BatchId, formatReference, newReference } from '@guichet/kernel';
import { createLogger } from '@guichet/platform';
import { describe, expect, it } from 'vitest';
import { visit } from '../../../../tests/support/desk-visitor.ts';
import { csrfIn, plain, valuesIn } from '../../../../tests/support/doors/values-in.ts';
import { paperAnswers } from '../../../../tests/support/paper/index.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';

const desk = await useDesk();
const clerk = await desk.staff('commis', ['clerk'], ['voirie', 'animaux', 'greffe']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const visitor = visit(app);
await visitor.signIn('commis', testPassword);

const { photo: _, ...answers } = paperAnswers['nid-de-poule'] ?? {};
const crop = { page: 1, x: 100, y: 200, width: 600, height: 80 };
const page = { bytes: async () => Buffer.from('a picture'), mediaType: 'image/jpeg', reasons: [] };
const form: LetterReading = {
  form: { service: 'nid-de-poule', version: 1, language: 'fr', serial: 'ABCDEFGH' },
  missingPages: [],
  answers: { ...answers, size: 'enormous' },
  fields: [
    { path: 'size', text: '', confidence: 0.4, doubts: ['several-marks'], crop },
    { path: 'place.text', text: '245', confidence: 0.93, doubts: [], crop: { ...crop, y: 400 } },
  ],
  pages: [page],
};
const free: LetterReading = { form: undefined, missingPages: [], answers: {}, fields: [], pages: [page] };

let scans = 0;
/** A file sent to the mailroom, read as these letters. */
async function receive(...letters: LetterReading[]): Promise<void> {
  scans += 1;
  await visitor.get('/mailroom');
  const sent = await visitor.send('/mailroom/batches', {
    file: new File([`%PDF-1.7 ${scans}`], `lot-${scans}.pdf`),
  });
  expect(sent.html).toContain('Sa lecture commence');
  const due: DueJob[] = [];
  await claimDueJobs(desk.ctx, 50, async (jobs) => {
    due.push(...jobs.filter(({ job }) => job === 'mailroom.read'));
  });
  const [job] = due;
  if (!job) throw new Error('no reading was staged');
  const batchId = job.ids['batchId'] as BatchId;
  await settleBatch(desk.ctx, job.id, batchId, { kind: 'read', letters });
}

describe('the mailroom', () => {
  it('tells at once what a file is not, and that the same file came before', async () => {
    await visitor.get('/mailroom');
    const wrong = await visitor.send('/mailroom/batches', { file: new File(['a cat'], 'chat.pdf') });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('type de fichier');
    await receive();
    await visitor.get('/mailroom');
    const again = await visitor.send('/mailroom/batches', {
      file: new File([`%PDF-1.7 ${scans}`], 'copie.pdf'),
    });
    expect(again.html).toContain('déjà été reçu');
  });

  it('shows doubtful answers first with their reason, and makes one case of a confirmed letter', async () => {
    await receive(form);
    const [letter] = await listLetters(clerk);
    const address = `/mailroom/letters/${letter?.id}`;
    const shown = await visitor.get(address);
    expect(shown.html.indexOf('plusieurs cases')).toBeGreaterThan(0);
    expect(shown.html.indexOf('id="q-size"')).toBeLessThan(shown.html.indexOf('id="q-place_text"'));
    expect(shown.html).toContain('viewBox="76 176 648 128"');
    const typed = { ...valuesIn(shown.html), _csrf: csrfIn(shown.html) };

    const refused = await visitor.post(address, { ...typed, size: '', description: 'Ce que je lis' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Ce que je lis');
    expect((await visitor.get(address)).html).toContain('Ce que je lis');

    const future = await visitor.post(address, { ...typed, size: '2', '_deposited-on': '2999-01-01' });
    expect(future.status).toBe(422);

    const done = await visitor.post(address, { ...typed, size: '2' });
    const reference = /made=(\d{10})/.exec(done.path)?.[1] ?? '';
    expect(done.html).toContain('créé');
    const file = await readCase(clerk, { reference });
    expect(file.channel).toBe('mail');
    const how = Object.fromEntries(file.answers.map(({ question, provenance }) => [question, provenance]));
    expect(how['size']).toMatchObject({ how: 'typed-by-staff', channel: 'mail' });
    expect(how['place']).toEqual({ how: 'read-by-machine', confidence: 0.93 });
    expect(file.evidence.map(({ kind }) => kind)).toEqual(['page']);

    const again = await visitor.post(address, { ...typed, size: '2' });
    expect(again.path).toContain(reference);
  });

  it('keeps what was read under a question that only an answer of the clerk brings', async () => {
    const { danger: _, ...unsure } = answers;
    await receive({ ...form, answers: { ...unsure, 'danger-kinds': ['swerving', 'hidden'] } });
    const [letter] = await listLetters(clerk);
    const address = `/mailroom/letters/${letter?.id}`;
    const shown = await visitor.get(address);
    expect(shown.html).not.toContain('name="danger-kinds"');
    const typed = { ...valuesIn(shown.html), _csrf: csrfIn(shown.html), danger: 'O', _action: 'refresh' };
    const asked = await visitor.post(address, typed);
    expect(valuesIn(asked.html)['danger-kinds']).toBe('1 4');
    await visitor.send(`${address}/set-aside`);
  });

  it('lets a person classify a letter without a code, or set it aside', async () => {
    await receive(free, free);
    const [first, second] = await listLetters(clerk);
    const address = `/mailroom/letters/${first?.id}`;
    const classify = await visitor.get(address);
    expect(classify.html).toContain(`${address}?service=permis-chien`);
    const screen = await visitor.get(`${address}?service=nid-de-poule`);
    const fields = {
      ...valuesIn(screen.html),
      'place.text': 'Rue des Pins',
      size: '1',
      danger: 'N',
      'reply-way': '6',
    };
    const asked = await visitor.post(address, { ...fields, _csrf: csrfIn(screen.html) });
    const done = asked.path.includes('made=')
      ? asked
      : await visitor.post(address, { ...fields, ...valuesIn(asked.html), _csrf: csrfIn(screen.html) });
    expect(done.path).toContain('made=');

    await visitor.get(`/mailroom/letters/${second?.id}`);
    const aside = await visitor.send(`/mailroom/letters/${second?.id}/set-aside`);
    expect(aside.html).toContain('écartée');
    expect(await listLetters(clerk)).toEqual([]);
  });

  it('puts a letter in the case that its code names, and says when no case has the number typed', async () => {
    const accepted = await acceptSubmission(desk.public('web'), {
      service: 'nid-de-poule',
      channel: 'web',
      language: 'fr',
      idempotency: { scope: 'test', key: 'slip' },
      answers: {
        place: 'Rue des Pins',
        size: 'large',
        danger: false,
        photo: { later: 'post' },
        'reply-way': 'none',
      },
    });
    if (accepted.kind === 'incomplete') throw new Error('incomplete');
    const { reference } = accepted.case;
    await receive({ ...free, reference }, free);
    const [named] = await listLetters(clerk);
    const address = `/mailroom/letters/${named?.id}`;
    const shown = await visitor.get(address);
    expect(plain(shown.html)).toContain(`porte le code du dossier ${formatReference(reference)}`);
    const token = { ['_csrf']: csrfIn(shown.html) };
    for (const typed of ['123', formatReference(newReference())]) {
      const refused = await visitor.post(`${address}/case`, { ...token, reference: typed });
      expect(refused.status).toBe(422);
      expect(refused.html).toContain(`value="${typed}"`);
      expect(refused.html).toContain('Aucun dossier');
    }
    const done = await visitor.post(`${address}/case`, { ...token, reference: formatReference(reference) });
    expect(plain(done.html)).toContain(`jointe au dossier ${formatReference(reference)}`);
    expect((await readCase(clerk, { reference })).evidence).toHaveLength(1);
    expect(await listLetters(clerk)).toHaveLength(1);
  });
});
