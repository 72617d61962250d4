import {
  acceptSubmission,
  claimDueJobs,
  type DueJob,
  type LetterReading,
  listLetters,
  openPrintBatch,
  readCase,
} from '@guichet/casework';
import { formatReference, newId, type PrintBatchId } from '@guichet/kernel';
import { createLogger } from '@guichet/platform';
import { describe, expect, it } from 'vitest';
import { visit } from '../../../../tests/support/desk-visitor.ts';
import { workDueReplies } from '../../../../tests/support/posted-letter.ts';
import { readPdf } from '../../../../tests/support/read-pdf.ts';
import { paperAnswers } from '../../../../tests/support/paper/index.ts';
import { dogLetter, letterOf, receiveLetters } from '../../../../tests/support/scanned-letters.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';

const desk = await useDesk();
const clerk = await desk.staff('commis', ['clerk'], ['voirie', 'animaux', 'greffe']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const visitor = visit(app);
await visitor.signIn('commis', testPassword);
const receive = (...letters: LetterReading[]) => receiveLetters({ ctx: desk.ctx, clerk }, letters);

describe('a letter without a form', () => {
  it('shows services with the words that point to them, what was found, and its text', async () => {
    const [address = ''] = await receive(letterOf(dogLetter));
    const { html } = await visitor.get(address);
    const services = html.slice(
      html.indexOf('id="suggested"'),
      html.indexOf('</section>', html.indexOf('id="suggested"')),
    );
    expect(services.indexOf('service=permis-chien')).toBeGreaterThan(0);
    expect(services).toMatch(/Les mots? .*«\s?(chien|permis)\s?»/);
    for (const found of ['4 septembre 2026', 'François Gagné', 'J2S 4Z7', 'f.gagne@exemple.ca'])
      expect(html).toContain(found);
    expect(html).toContain('Texte lu à la page');
    const search = await visitor.get(`${address}?search=${encodeURIComponent('DENEIGEMENT')}`);
    expect(search.html).toContain('service=deneigement');
    expect(search.html).toMatch(/<details[^>]*class="all-services"[^>]*open/);
  });

  it('a service fills in what was found, each with doubt and its crop, and no field of it reaches a case unconfirmed', async () => {
    const [address = ''] = await receive(letterOf(dogLetter));
    const { html } = await visitor.get(`${address}?service=permis-chien`);
    expect(html).toContain('trouvé dans la lettre');
    expect(html).toMatch(/value="(Gagné|François)"/);
    expect(html).toContain('La lettre est datée du');
    const sent = await visitor.send(address, { '_deposited-on': '2026-09-05' });
    expect(sent.status).toBe(422);
    expect((await listLetters(clerk)).map(({ id }) => `/mailroom/letters/${id}`)).toContain(address);
  });

  it('a case that it names is proposed, and joined by one press; a case of another team is not', async () => {
    const open = async (service: string, answers: Record<string, unknown>) => {
      const accepted = await acceptSubmission(desk.public('web'), {
        service,
        channel: 'web',
        language: 'fr',
        idempotency: { scope: 'test', key: newId() },
        answers,
      });
      if (accepted.kind === 'incomplete') throw new Error(JSON.stringify(accepted.problems));
      return accepted.case.reference;
    };
    const reference = await open('nid-de-poule', {
      place: 'Rue des Pins',
      size: 'large',
      danger: false,
      photo: { later: 'post' },
      'reply-way': 'none',
    });
    const [address = ''] = await receive(
      letterOf(`Bonjour, voici la photo pour le dossier ${formatReference(reference)} et merci.`),
    );
    const { html } = await visitor.get(address);
    expect(html).toContain('Dossiers nommés dans la lettre');
    expect(html).toContain(`name="reference" value="${reference}"`);
    const elsewhere = visit(app);
    await desk.staff('ailleurs', ['clerk'], ['animaux']);
    await elsewhere.signIn('ailleurs', testPassword);
    expect((await elsewhere.get(address)).html).not.toContain(`name="reference" value="${reference}"`);
    await visitor.get(address);
    await visitor.send(`${address}/case`, { reference });
    expect((await readCase(clerk, { reference })).evidence.map(({ kind }) => kind)).toEqual(['page']);
  });

  it('is cut where another begins, and put back behind the one before', async () => {
    const [address = ''] = await receive(letterOf('Première lettre', 'Deuxième lettre'));
    const shown = await visitor.get(address);
    expect(shown.html).not.toContain('continuation');
    const cut = await visitor.send(`${address}/parts`, { page: '2' });
    expect(cut.html).toContain('coupée en deux');
    expect(cut.html).not.toContain('Deuxième');
    const second = (await listLetters(clerk)).map(({ id }) => `/mailroom/letters/${id}`).at(-1) ?? '';
    expect((await visitor.get(second)).html).toContain('Deuxième');
    const whole = await visitor.send(`${second}/continuation`);
    expect(whole.path).toBe(`${address}?told=continued`);
    expect(whole.html).toContain('Deuxième');
    expect((await visitor.get(second)).html).toContain(`href="${address}"`);
  });

  it('put behind a form, only proposes the case that its slip names: the form makes a case of its own', async () => {
    const accepted = await acceptSubmission(desk.public('web'), {
      service: 'nid-de-poule',
      channel: 'web',
      language: 'fr',
      idempotency: { scope: 'test', key: newId() },
      answers: paperAnswers['nid-de-poule'] ?? {},
    });
    if (accepted.kind === 'incomplete') throw new Error(JSON.stringify(accepted.problems));
    const { reference } = accepted.case;
    const form: LetterReading = {
      ...letterOf('Formulaire'),
      form: { service: 'nid-de-poule', version: 1, language: 'fr', serial: 'ABCDEFGH' },
    };
    const [address = '', slip = ''] = await receive(form, { ...letterOf('Bordereau'), reference });
    await visitor.get(slip);
    const whole = await visitor.send(`${slip}/continuation`);
    expect(whole.path).toBe(`${address}?told=continued`);
    expect(whole.html).toContain(`name="reference" value="${reference}"`);
    expect(whole.html).not.toContain('Réponse à la lettre envoyée pour le dossier');
  });

  it('is set aside for a reason; what is wrong is said beside what was typed, and nothing is sent', async () => {
    const [address = ''] = await receive(letterOf(dogLetter));
    const shown = await visitor.get(address);
    expect(shown.html).toContain('value="f.gagne@exemple.ca"');
    const wrong = await visitor.send(`${address}/set-aside`, {
      'answer-way': 'email',
      'answer-language': 'fr',
      'answer-email': 'personne',
      'answer-words': 'Bonjour',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Choisissez le motif');
    expect(wrong.html).toContain('value="personne"');
    const sent = await visitor.send(`${address}/set-aside`, {
      why: 'other-body',
      'answer-way': 'email',
      'answer-language': 'fr',
      'answer-email': 'f.gagne@exemple.ca',
      'answer-words': 'Bonjour, écrivez au ministère.',
    });
    expect(sent.status).toBe(200);
    const due: DueJob[] = [];
    await claimDueJobs(desk.ctx, 50, async (jobs) => {
      due.push(...jobs.filter(({ job }) => job === 'correspondence.answer-letter'));
    });
    expect(due).toHaveLength(1);
    expect((await visitor.get(address)).html).toContain('écartée');
  });

  it('an answer by post waits with the mail to send, in the person’s language', async () => {
    const [address = ''] = await receive(letterOf(dogLetter));
    const { html } = await visitor.get(address);
    const words = /<textarea[^>]*name="answer-words"[^>]*>([^<]*)</.exec(html)?.[1] ?? '';
    // The template was not touched: it follows the language.
    const told = await visitor.send(`${address}/set-aside`, {
      why: 'other-body',
      'answer-way': 'letter',
      'answer-language': 'en',
      'answer-name': 'François Gagné',
      'answer-address': '16, place du Marché\r\nSaint-Hyacinthe QC  J2S 4Z7',
      'answer-words': words.trim().replaceAll('&#39;', '’'),
    });
    expect(told.html).toContain('La réponse attend avec le courrier à envoyer.');
    await workDueReplies(desk);
    const queue = await visitor.get('/print');
    expect(queue.html).toContain(`href="${address}"`);
    expect(queue.html).toContain('Réponse à une lettre écartée');
    const batch = await visitor.send('/print/batches');
    const batchId = (batch.path.split(/[/?]/)[3] ?? '') as PrintBatchId;
    const [pdf = Buffer.alloc(0)] = await openPrintBatch(clerk, batchId);
    const { pages } = await readPdf(pdf);
    expect(JSON.stringify(pages)).toContain('We received your letter.');
  });
});
