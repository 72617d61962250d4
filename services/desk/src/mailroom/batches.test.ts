import {
  checkBatch,
  claimDueJobs,
  destroyBatchPaper,
  type DueJob,
  type LetterReading,
  noteBatchProgress,
  type PageTaken,
  readBatch,
  setLetterAside,
  settleBatch,
  verifyHistory,
} from '@guichet/casework';
import type { BatchId } from '@guichet/kernel';
import { createLogger } from '@guichet/platform';
import { describe, expect, it } from 'vitest';
import { visit } from '../../../../tests/support/desk-visitor.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';

const desk = await useDesk();
const clerk = await desk.staff('commis', ['clerk'], ['voirie']);
const boss = await desk.staff('cheffe', ['supervisor'], ['voirie']);
const agent = await desk.staff('agente', ['agent'], ['voirie']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const [visitor, supervisor] = [visit(app), visit(app)];
await visitor.signIn('commis', testPassword);
await supervisor.signIn('cheffe', testPassword);

const picture = Buffer.from([0xff, 0xd8, 0xff, 0xd9]);
const letter: LetterReading = {
  form: { service: 'nid-de-poule', version: 1, language: 'fr', serial: 'SERIE0001' },
  missingPages: [2],
  answers: {},
  fields: [],
  pages: [{ bytes: async () => picture, mediaType: 'image/jpeg', reasons: [], place: 1 }],
};
const pages: PageTaken[] = [
  { place: 1, takenFor: 'form', formPage: 1, formPages: 4, doubts: [], letter: 0, small: picture },
  { place: 2, takenFor: 'blank', doubts: [], small: picture, picture: async () => picture },
  { place: 3, takenFor: 'letter', doubts: ['two-codes'], letter: 1, small: picture },
];
const free: LetterReading = {
  form: undefined,
  missingPages: [],
  answers: {},
  fields: [],
  pages: [{ bytes: async () => picture, mediaType: 'image/jpeg', reasons: ['two-codes'], place: 3 }],
};

let scans = 0;
const scan = () => new File([`%PDF-1.7 ${(scans += 1)}\n%%EOF`], `lot-${scans}.pdf`);

/** Sends a file; gives its batch and the outbox row of its reading. */
async function send(file: File): Promise<{ id: BatchId; outboxId: string }> {
  await visitor.get('/mailroom');
  const sent = await visitor.send('/mailroom/batches', { file });
  const id = /batches\/([0-9a-f-]+)/.exec(sent.path)?.[1] as BatchId;
  const due: DueJob[] = [];
  await claimDueJobs(desk.ctx, 50, async (jobs) => {
    due.push(...jobs.filter(({ job }) => job === 'mailroom.read'));
  });
  return { id, outboxId: due[0]?.id ?? '' };
}

async function readAs(taken: PageTaken[], letters: LetterReading[]): Promise<BatchId> {
  const { id, outboxId } = await send(scan());
  await settleBatch(desk.ctx, outboxId, id, { kind: 'read', letters, pages: taken });
  return id;
}

describe('files sent at the desk', () => {
  it('says the limits before, and what is wrong with which file', async () => {
    const { html } = await visitor.get('/mailroom');
    expect(html).toMatch(/200.Mo par envoi et 200 pages/);
    const empty = await visitor.send('/mailroom/batches', { file: new File([], 'vide.pdf') });
    expect(empty.status).toBe(422);
    expect(empty.html).toMatch(/id="file-error">vide\.pdf.{1,3}: Ce fichier est vide/);
    const none = await visitor.post('/mailroom/batches', { _csrf: csrfIn(html) });
    expect(none.html).toContain('Choisissez un fichier');
  });

  it('the same file twice leads to the batch that it is already', async () => {
    const file = scan();
    const { id } = await send(file);
    await visitor.get('/mailroom');
    const again = await visitor.send('/mailroom/batches', { file });
    expect(again.path).toBe(`/mailroom/batches/${id}?told=already`);
    expect(again.html).toContain('avait déjà été reçu');
  });

  it('several at once are each told by name, with a way to each', async () => {
    const known = scan();
    const { id } = await send(known);
    const { html } = await visitor.get('/mailroom');
    const body = new FormData();
    body.set('_csrf', csrfIn(html));
    for (const file of [scan(), known]) body.append('file', file);
    const answer = await app.request('http://desk.example/mailroom/batches', {
      method: 'POST',
      body,
      headers: { cookie: cookies(), host: 'desk.example', 'sec-fetch-site': 'same-origin' },
    });
    const told = await visitor.get(answer.headers.get('location') ?? '');
    expect(told.html).toContain('Sa lecture commence');
    expect(told.html).toContain('avait déjà été reçu');
    expect(told.html).toContain(`href="/mailroom/batches/${id}"`);
  });
});

describe('a file known as something else', () => {
  it('sent as a pile of returned mail is told as what it is, by its name, and stays that', async () => {
    const [mail, pile] = [scan(), scan()];
    await send(mail);
    const sendPile = async (file: File, why: string) => {
      await visitor.get('/print/returned');
      return visitor.send('/print/returned/scans', { file, why });
    };
    const asMail = await sendPile(mail, 'moved');
    expect(asMail.status).toBe(422);
    expect(asMail.html).toMatch(/lot-\d+\.pdf.: ce fichier avait déjà été reçu comme courrier ordinaire/);
    expect((await sendPile(pile, 'moved')).html).toContain('La pile est reçue');
    expect((await sendPile(pile, 'moved')).status).toBe(200);
    expect((await sendPile(pile, 'unknown')).html).toMatch(/avec le motif «.Déménagé.», qui n’a pas changé/);
    await visitor.get('/mailroom');
    const asPile = await visitor.send('/mailroom/batches', { file: pile });
    expect(asPile.html).toContain('avait déjà été reçu comme pile de courrier retourné');
  });
});

describe('the page of a batch', () => {
  it('says how far the reading is, in words and as a bar, in the list too', async () => {
    const { id, outboxId } = await send(scan());
    expect((await visitor.get(`/mailroom/batches/${id}`)).html).toContain('Attend son tour');
    await noteBatchProgress(desk.ctx, id, { pages: 12, pagesRead: 5 });
    for (const path of [`/mailroom/batches/${id}`, '/mailroom']) {
      const { html } = await visitor.get(path);
      expect(html).toContain('Pages lues\u00a0: 5 sur 12');
      expect(html).toMatch(/<progress value="5" max="12"/);
    }
    await settleBatch(desk.ctx, outboxId, id, { kind: 'refused', why: 'ended-by-memory' });
    const refused = await visitor.get(`/mailroom/batches/${id}`);
    expect(refused.html).toContain('demande trop de mémoire');
    // What came late of a reading that is over changes nothing.
    await noteBatchProgress(desk.ctx, id, { pages: 12, pagesRead: 6 });
    expect((await readBatch(clerk, id)).pagesRead).not.toBe(6);
  });

  it('shows each page: what it was taken for, its small picture, its letter, and why it failed', async () => {
    const id = await readAs(pages, [letter, free]);
    const { html } = await visitor.get(`/mailroom/batches/${id}`);
    const text = html.replaceAll('\u00a0', ' ');
    expect(text).toContain('Signaler un nid-de-poule : page 1 de 4');
    expect(text).toContain('Verso vierge');
    expect(text).toContain('deux codes différents sur la page');
    expect(text).toContain('Page manquante : 2');
    const { letterRows, pageRows } = await readBatch(clerk, id);
    for (const row of letterRows) expect(html).toContain(`href="/mailroom/letters/${row.id}"`);
    for (const row of pageRows) expect(html).toContain(`href="/evidence/${row.evidenceId}"`);
    const small = await visitor.get(`/mailroom/batches/${id}/pages/2/picture`);
    expect(small.headers.get('content-type')).toBe('image/jpeg');
    expect((await visitor.get(`/mailroom/batches/${id}/pages/9/picture`)).status).toBe(404);
    await expect(readBatch(agent, id)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('a letter that came in another batch is said at the letter and at the batch', async () => {
    const same = { ...letter, form: { ...letter.form, serial: 'SERIE0002' } } as LetterReading;
    const taken = pages.slice(0, 1);
    const [first, second] = [await readAs(taken, [same]), await readAs(taken, [same])];
    expect((await visitor.get(`/mailroom/batches/${second}`)).html).toContain(
      `href="/mailroom/batches/${first}"`,
    );
    const [row] = (await readBatch(clerk, second)).letterRows;
    const [other] = (await readBatch(clerk, first)).letterRows;
    const shown = await visitor.get(`/mailroom/letters/${row?.id}`);
    expect(shown.html).toContain('Cette lettre est déjà arrivée');
    expect(shown.html).toContain(`href="/mailroom/letters/${other?.id}"`);
  });
});

describe('the end of the paper', () => {
  it('comes after a count, a look and every letter, is recorded once by a supervisor, and prints', async () => {
    const id = await readAs(pages, [letter, free]);
    const at = `/mailroom/batches/${id}`;
    await visitor.get(at);
    const blind = await visitor.send(`${at}/check`, { counted: '2' });
    expect(blind.status).toBe(422);
    expect(blind.html).toMatch(
      /<p[^>]*id="looked-at-error">Confirmez que vous avez vu l’image de chaque page/,
    );
    const wrong = await visitor.send(`${at}/check`, { counted: '3', 'looked-at': 'yes' });
    expect(wrong.html).toContain('celui de la lecture diffèrent');
    expect(wrong.html).toContain('value="3"');
    const checked = await visitor.send(`${at}/check`, { counted: '2', 'looked-at': 'yes' });
    expect(checked.html).toContain('Le contrôle est inscrit');
    expect(checked.html).toContain('2 lettres du lot restent à traiter');
    for (const row of (await readBatch(clerk, id)).letterRows) await setLetterAside(clerk, row.id);

    expect((await visitor.get(at)).html).toContain('Une personne qui supervise inscrit');
    expect((await visitor.get(`${at}/record`)).status).toBe(404);
    const form = await supervisor.get(at);
    const said = {
      rule: '3-12',
      format: 'Papier',
      process: 'Numérisation',
      guarantees: 'Empreinte',
      method: 'shredded',
    };
    expect(form.html).toContain('Règle du calendrier de conservation');
    expect((await supervisor.send(`${at}/destruction`, { ...said, rule: '' })).status).toBe(422);
    const heritage = await supervisor.send(`${at}/destruction`, said);
    expect(heritage.html).toContain('archivistique');
    const done = await supervisor.send(`${at}/destruction`, { ...said, heritage: 'yes' });
    expect(done.html).toContain('La destruction est inscrite');

    const batch = await readBatch(clerk, id);
    expect(batch.check).toMatchObject({ pagesCounted: 2, checkedBy: 'commis' });
    expect(batch.destruction).toMatchObject({
      retentionRule: '3-12',
      destroyedBy: 'cheffe',
      method: 'shredded',
    });
    const record = await visitor.get(`${at}/record`);
    for (const fact of [
      'C-1.1',
      '3-12',
      batch.sha256,
      'commis',
      'cheffe',
      'Numérisation',
      batch.historyHash ?? '?',
    ])
      expect(record.html).toContain(fact);
    const events = await desk.ctx.sql<{ kind: string; data: Record<string, unknown> }[]>`
      select kind, data from event where subject_id = ${id} order by seq`;
    expect(events.map(({ kind }) => kind)).toEqual([
      'batch.received',
      'batch.read',
      'batch.checked',
      'batch.paper-destroyed',
    ]);
    expect(events.at(-1)?.data).toMatchObject({
      retentionRule: '3-12',
      originalFormat: 'Papier',
      pagesCounted: 2,
    });
    expect((await verifyHistory(desk.ctx, () => undefined)).broken).toBe(0);
    // Again changes nothing.
    const again = {
      ...said,
      batchId: id,
      retentionRule: '9',
      originalFormat: 'x',
      transferProcess: 'x',
      noHeritage: true,
    };
    await destroyBatchPaper(boss, { ...again, method: 'incinerated' });
    await checkBatch(clerk, { batchId: id, pagesCounted: 99 });
    expect((await readBatch(clerk, id)).destruction?.retentionRule).toBe('3-12');
    await expect(destroyBatchPaper(clerk, { ...again, method: 'shredded' })).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });

  it('never comes for a batch with a page that nobody can see, or with letters to settle', async () => {
    const broken: PageTaken = { place: 4, takenFor: 'undecodable', doubts: ['undecodable'], letter: 1 };
    const id = await readAs([...pages, broken], [letter, free]);
    const { html } = await visitor.get(`/mailroom/batches/${id}`);
    expect(html).toContain('1 page ne s’affiche pas');
    expect(html).toContain('prenez la feuille à cette place de la pile');
    await expect(checkBatch(clerk, { batchId: id, pagesCounted: 3 })).rejects.toMatchObject({
      publicKey: 'batch-illegible',
    });
    await expect(checkBatch(agent, { batchId: id, pagesCounted: 3 })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    const whole = await readAs(pages, [letter, free]);
    const said = {
      retentionRule: '1',
      originalFormat: 'x',
      transferProcess: 'x',
      guarantees: 'x',
      noHeritage: true,
    };
    const destroy = () => destroyBatchPaper(boss, { ...said, method: 'shredded', batchId: whole });
    await expect(destroy()).rejects.toMatchObject({ publicKey: 'batch-not-checked' });
    await checkBatch(clerk, { batchId: whole, pagesCounted: 2 });
    await expect(destroy()).rejects.toMatchObject({ publicKey: 'batch-letters-wait' });
  });
});

const csrfIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
const cookies = () => [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
