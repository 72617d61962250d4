import { listTasks, pageKey, readCase } from '@guichet/casework';
import { pageSigner } from '@guichet/channels/mail';
import { writeLetterCode } from '../../../../shared/channels/mail/src/page-code.ts';
import { formatReference } from '@guichet/kernel';
import { createLogger } from '@guichet/platform';
import { beforeEach, describe, expect, it } from 'vitest';
import { visit } from '../../../../tests/support/desk-visitor.ts';
import { openCase, workDueReplies } from '../../../../tests/support/posted-letter.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { printed } from '../../../../tests/support/paper/index.ts';
import { createApp } from '../app.tsx';

const desk = await useDesk();
const clerk = await desk.staff('commis', ['clerk'], ['voirie']);
await desk.staff('autre', ['clerk'], ['voirie']);
await desk.staff('ailleurs', ['clerk'], ['animaux']);
await desk.staff('agente', ['agent'], ['voirie']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const [visitor, other, stranger, agent] = [visit(app), visit(app), visit(app), visit(app)];
for (const [who, name] of [
  [visitor, 'commis'],
  [other, 'autre'],
  [stranger, 'ailleurs'],
  [agent, 'agente'],
] as const)
  await who.signIn(name, testPassword);
const sign = pageSigner(pageKey(desk.ctx.keyring));

let letters: { reference: string; code: string }[] = [];
beforeEach(async () => {
  letters = [];
  for (let at = 0; at < 2; at += 1) {
    const { reference } = await openCase(desk);
    const [told] = await workDueReplies(desk);
    letters.push({ reference, code: told?.code ?? '' });
  }
});

/** Takes what waits, and gives the address of the batch. */
async function take(): Promise<string> {
  await visitor.get('/print');
  const page = await visitor.send('/print/batches');
  expect(page.status).toBe(200);
  return page.path.split('?')[0] ?? '';
}
const when = /name="handedOn" value="([^"]+)"|name="handedAt" value="([^"]+)"/g;
/** What the hand-over's form holds before anything is typed. */
async function nowIn(batch: string): Promise<{ handedOn: string; handedAt: string }> {
  const { html } = await visitor.get(batch);
  const [day, hour] = [...html.matchAll(when)].map((match) => match[1] ?? match[2] ?? '');
  return { handedOn: day ?? '', handedAt: hour ?? '' };
}
async function handOver(batch: string, count: string, more: Record<string, string> = {}) {
  const filled = await nowIn(batch);
  await visitor.get(batch);
  return visitor.send(`${batch}/handover`, { ...filled, count, handedTo: 'Postes Canada', ...more });
}
async function posted() {
  const batch = await take();
  expect((await handOver(batch, '2')).status).toBe(200);
  return batch;
}

describe('printing', () => {
  it('shows what waits without a name, and takes it as one batch by one click or two', async () => {
    const waiting = await visitor.get('/print');
    expect(waiting.html).toContain(formatReference(letters[0]?.reference ?? ''));
    expect(waiting.html).not.toMatch(/Tremblay/i);
    expect((await stranger.get('/print')).html).not.toContain(formatReference(letters[0]?.reference ?? ''));
    const once = await visitor.send('/print/batches');
    await other.get('/print');
    const batch = once.path.split('?')[0] ?? '';
    const id = batch.split('/').at(-1) ?? '';
    expect(once.html).toContain('Le lot est à vous');
    await visitor.get('/print');
    const csrf = /name="_csrf" value="([^"]+)"/.exec(once.html)?.[1] ?? '';
    const twice = await visitor.post('/print/batches', { _csrf: csrf, batch: id });
    expect(twice.path).toContain(batch);
    expect(twice.html).toContain('déjà pris');
    const none = await visitor.post('/print/batches', {
      _csrf: csrf,
      batch: '0199f3c2-7a41-7abc-9def-0123456789ab',
    });
    expect(none.html).toContain('Aucune lettre n’attend');
    await handOver(batch, '2');
  });

  it('gives the letters as one PDF, each on a new sheet, to who took the batch', async () => {
    const batch = await take();
    const pdf = await app.request(`http://desk.example${batch}/letters.pdf`, {
      headers: {
        cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        host: 'desk.example',
      },
    });
    expect(pdf.headers.get('content-type')).toContain('application/pdf');
    expect(await printed(new Uint8Array(await pdf.arrayBuffer()))).toHaveLength(4);
    expect((await other.get(`${batch}/letters.pdf`)).status).toBe(403);
    expect((await stranger.get(`${batch}/letters.pdf`)).status).toBe(404);
    expect((await other.get(batch)).html).toContain('commis a pris ce lot');
    expect((await agent.get('/print')).status).toBe(403);
    await handOver(batch, '2');
  }, 30_000);

  it('gives the address list to print and as CSV', async () => {
    const batch = await take();
    const list = await visitor.get(`${batch}/list`);
    expect(list.html).toContain('JEANNE TREMBLAY');
    const csv = await visitor.get(`${batch}/list.csv`);
    expect(csv.html.replace('\uFEFF', '').split('\r\n')).toEqual([
      'Numéro,Référence,Nom,Feuilles',
      ...letters.map(({ reference }, at) => `${at + 1},${reference},JEANNE TREMBLAY,1`),
      '',
    ]);
    await handOver(batch, '2');
  });

  it('refuses a wrong count beside the field, keeps what was typed, and takes the right one', async () => {
    const batch = await take();
    const wrong = await handOver(batch, '1');
    expect(wrong.status).toBe(422);
    expect(wrong.html).toMatch(/Vous comptez 1\s+enveloppe, le lot en attend 2/);
    expect(wrong.html).toContain('value="Postes Canada"');
    const name = /name="(spoiled\.[^"]+)"/.exec(wrong.html)?.[1] ?? '';
    expect((await handOver(batch, 'deux')).html).toContain('combien d’enveloppes');
    expect((await handOver(batch, '2', { handedTo: '' })).html).toContain('à qui les enveloppes');
    expect((await handOver(batch, '2', { handedOn: '2031-01-01' })).html).toContain('Vérifiez la date');
    const done = await handOver(batch, '1', { [name]: 'torn' });
    expect(done.html).toContain('La remise est inscrite');
    expect(done.html).toContain('Déchirée ou tachée');
    expect((await visitor.get('/print')).html).toContain('Former un lot avec la lettre');
    const again = await take();
    await handOver(again, '1');
  });
});

describe('returned mail', () => {
  it('is found by the scanned code, also from a reader set for another keyboard, and by its number', async () => {
    await posted();
    const [first] = letters;
    if (!first) throw new Error('none');
    const scanned = writeLetterCode(first.reference, sign, first.code);
    for (const code of [
      scanned,
      scanned.replaceAll('/', 'é'),
      first.code.toLowerCase().replace(/(.{5})/, '$1 '),
      formatReference(first.reference),
    ]) {
      await visitor.get('/print/returned');
      const found = await visitor.send('/print/returned', { code });
      expect(found.html, code).toContain('JEANNE TREMBLAY');
      expect(found.html, code).toContain(formatReference(first.reference));
    }
  });

  it('says plainly what a code is not', async () => {
    await visitor.get('/print/returned');
    const [first] = letters;
    const forged = writeLetterCode(first?.reference ?? '', sign, first?.code).replace(/.$/, (last) =>
      last === '0' ? '1' : '0',
    );
    const told = async (code: string) => {
      await visitor.get('/print/returned');
      const page = await visitor.send('/print/returned', { code });
      expect(page.status).toBe(422);
      return page.html;
    };
    expect(await told('')).toContain('Lisez ou tapez');
    expect(await told('3 057640 123456')).toContain('pas un des nôtres');
    expect(await told(forged)).toContain('sa preuve est fausse');
    expect(await told('ZZZZZ ZZZZZ')).toContain('Aucun envoi');
    await stranger.get('/print/returned');
    const theirs = await stranger.send('/print/returned', { code: first?.code ?? '' });
    expect(theirs.html).toContain('Aucun envoi');
    expect((await agent.get('/print/returned')).status).toBe(403);
    const batch = await take();
    await handOver(batch, '2');
  });

  it('enters a return once, makes a task, and sends the letter again to the address that is found', async () => {
    await posted();
    const [first] = letters;
    if (!first) throw new Error('none');
    await visitor.get('/print/returned');
    const found = await visitor.send('/print/returned', { code: first.code, why: 'moved' });
    const action = /action="(\/print\/returned\/[0-9a-f-]{36})"/.exec(found.html)?.[1] ?? '';
    expect(found.html).toMatch(/value="moved" checked/);
    const done = await visitor.send(action, { why: 'moved' });
    expect(done.html.replaceAll(/\s/g, ' ')).toContain(
      `Le retour est inscrit au dossier ${formatReference(first.reference).replaceAll(/\s/g, ' ')}`,
    );
    expect(done.html).toContain('une tâche demande');
    const csrf = /name="_csrf" value="([^"]+)"/.exec(done.html)?.[1] ?? '';
    const twice = await visitor.post(action, { _csrf: csrf, why: 'refused' });
    expect(twice.html).toContain('Rien n’a été inscrit en double');
    expect(
      (await listTasks(clerk)).filter(
        ({ kind, reference }) => kind === 'address' && reference === first.reference,
      ),
    ).toHaveLength(1);

    const tasks = await visitor.get('/tasks');
    expect(tasks.html).toContain(`/cases/${first.reference}/address`);
    await visitor.get(`/cases/${first.reference}/address`);
    const wrong = await visitor.send(`/cases/${first.reference}/address`, { name: '', 'address.street': '' });
    expect(wrong.status).toBe(422);
    const corrected = await visitor.send(`/cases/${first.reference}/address`, {
      name: 'Jeanne Tremblay',
      'address.street': '99, rue Neuve',
      'address.municipality': 'Québec',
      'address.province': 'QC',
      'address.postalCode': 'G1R 4S9',
    });
    expect(corrected.html).toContain('L’adresse est corrigée');
    const [letter] = await workDueReplies(desk);
    expect(letter).toMatchObject({ kind: 'said', way: 'letter' });
    const file = await readCase(clerk, { reference: first.reference });
    expect(file.deliveries.map(({ fate }) => fate)).toEqual(['returned', 'print-queue']);
    const shown = await visitor.get(`/cases/${first.reference}`);
    expect(shown.html).toMatch(/Retourné<\/span>\s*Déménagé/);
    expect(shown.html).toContain('Lettre revenue sans avoir été livrée');
    await handOver(await take(), '1');
  });

  it('whose address is not found waits at the counter', async () => {
    await posted();
    const [, second] = letters;
    if (!second) throw new Error('none');
    await visitor.get('/print/returned');
    const found = await visitor.send('/print/returned', { code: second.code });
    const action = /action="(\/print\/returned\/[0-9a-f-]{36})"/.exec(found.html)?.[1] ?? '';
    await visitor.send(action, { why: 'unknown' });
    await visitor.get(`/cases/${second.reference}/address`);
    const left = await visitor.send(`/cases/${second.reference}/address/counter`);
    expect(left.html).toContain('attendent la personne au comptoir');
    await workDueReplies(desk);
    expect((await visitor.get('/pickup')).html).toContain(second.reference);
  });
});
