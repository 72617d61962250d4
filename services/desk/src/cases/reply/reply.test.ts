import { acceptSubmission, readCase } from '@guichet/casework';
import { createLogger } from '@guichet/platform';
import { expect, it } from 'vitest';
import { visit } from '../../../../../tests/support/desk-visitor.ts';
import { readPdf } from '../../../../../tests/support/read-pdf.ts';
import { testPassword, useDesk } from '../../../../../tests/support/test-desk.ts';
import { createApp } from '../../app.tsx';

const desk = await useDesk();
const agent = await desk.staff('agente', ['agent'], ['voirie']);
const other = await desk.staff('autre', ['agent'], ['voirie']);
await desk.staff('cheffe', ['supervisor', 'agent'], ['voirie']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({
  ctx: desk.door,
  log,
  publicUrl: 'http://localhost:3000',
  https: false,
  organisation: {
    name: { fr: 'Ville de l’Exemple', en: 'City of Example' },
    address: ['Ville de l’Exemple', '1, rue de l’Exemple'],
  },
});

async function signedIn(name: string) {
  const visitor = visit(app);
  await visitor.signIn(name, testPassword);
  return visitor;
}
async function open() {
  const accepted = await acceptSubmission(desk.public('web'), {
    service: 'nid-de-poule',
    channel: 'web',
    language: 'en',
    answers: {
      place: { text: 'Devant le 12' },
      size: 'large',
      danger: false,
      'reply-way': 'sms',
      'reply-phone': '418 555-0142',
    },
    idempotency: { scope: 'test', key: 'one' },
  });
  if (accepted.kind !== 'accepted') throw new Error(JSON.stringify(accepted));
  return accepted.case;
}

it('a template is edited side by side, inserted in the person’s language, kept as a draft, seen on each channel, and sent once', async () => {
  const chief = await signedIn('cheffe');
  const list = await chief.get('/supervisor/templates');
  const address = /href="(\/supervisor\/templates\/[^"]+)"/.exec(list.html)?.[1] ?? '';
  await chief.get(address);
  const texts = { nameFr: 'En route', nameEn: 'On its way', about: 'nid-de-poule', team: '' };
  const wrong = await chief.send(address, { ...texts, wordsFr: 'Le {dûe}', wordsEn: 'By {due}: soon.' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('rien ne remplit {dûe}');
  expect(wrong.html).toContain('By {due}: soon.');
  const saved = await chief.send(address, {
    ...texts,
    wordsFr: 'Avant le {due}.',
    wordsEn: 'By {due}: soon.',
  });
  expect(saved.html).toContain('Le modèle est enregistré');
  const template = address.split('/').at(-1) ?? '';

  const { reference } = await open();
  const page = `/cases/${reference}`;
  const visitor = await signedIn('agente');
  await visitor.get(page);
  const inserted = await visitor.send(`${page}/reply`, { step: 'template', template, words: 'Hello.' });
  expect(inserted.html).toMatch(/Hello\.\n\nBy [A-Z][a-z]+ \d+, \d{4}: soon\./);
  const words = 'A team — “soon” — comes by.';
  const preview = await visitor.send(`${page}/reply`, { step: 'preview', words });
  expect(preview.html).toContain('1 texto');
  expect(preview.html).toContain('Follow your request');
  expect(preview.html).toContain('We are calling about your file');
  expect(preview.html).toContain('-- \nCity of Example');
  expect(preview.html).not.toMatch(/Guichet<|-- \nGuichet/);
  expect((await readCase(other, { reference })).drafts, 'theirs alone').toEqual([]);
  expect((await readCase(agent, { reference })).drafts).toMatchObject([{ form: 'reply', fields: { words } }]);
  const again = await (await signedIn('agente')).get(page);
  expect(again.html, 'another browser goes on with it').toContain(words);
  const [row] = await desk.database.adminSql`select d::text as text from case_draft d`;
  expect(row?.['text']).not.toContain('soon');

  await visitor.send(`${page}/reply`, { step: 'preview', words });
  const key = /name="key" value="([^"]+)"/.exec(preview.html)?.[1] ?? '';
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const csrf = /name="_csrf" value="([^"]+)"/.exec(preview.html)?.[1] ?? '';
  const letter = await app.request(`${page}/reply`, {
    method: 'POST',
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ _csrf: csrf, step: 'letter', words }),
  });
  expect(letter.headers.get('content-type')).toBe('application/pdf');
  const read = await readPdf(new Uint8Array(await letter.arrayBuffer()));
  expect(JSON.stringify(read.pages)).toContain('1, rue de l’Exemple');
  await visitor.get(page);
  const sent = await visitor.send(`${page}/reply`, { step: 'send', words, key });
  expect(sent.html).toContain('Le message part.');
  await visitor.send(`${page}/reply`, { step: 'send', words, key });
  const file = await readCase(agent, { reference });
  expect(file.replies.map((one) => one.words)).toEqual([words]);
  expect(file.drafts).toEqual([]);
});

it('words left to fill are not sent', async () => {
  const visitor = await signedIn('cheffe');
  const [row] = await desk.database.adminSql<[{ reference: string }]>`select reference from cases`;
  const page = `/cases/${row.reference}`;
  await visitor.get(page);
  const refused = await visitor.send(`${page}/reply`, { step: 'send', words: 'Parce que {reasons}.' });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('entre accolades');
});
