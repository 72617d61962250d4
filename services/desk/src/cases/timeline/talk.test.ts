import { acceptSubmission } from '@guichet/casework';
import { createLogger } from '@guichet/platform';
import { expect, it } from 'vitest';
import { visit } from '../../../../../tests/support/desk-visitor.ts';
import { testPassword, useDesk } from '../../../../../tests/support/test-desk.ts';
import { createApp } from '../../app.tsx';

const desk = await useDesk();
const clerk = await desk.staff('commis', ['clerk'], ['voirie']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const visitor = visit(app);
await visitor.signIn('commis', testPassword);

it('the page says of each answer how it came and who typed it, and shows notes, contacts and tasks in one line', async () => {
  const accepted = await acceptSubmission(clerk, {
    service: 'nid-de-poule',
    channel: 'mail',
    language: 'fr',
    answers: {
      place: { text: 'Devant le 12' },
      size: 'large',
      danger: false,
      'reply-way': 'sms',
      'reply-phone': '418 555-0142',
    },
    provenance: {
      place: { how: 'typed-by-staff' },
      size: { how: 'read-by-machine', confidence: 0.983, checked: 'once' },
      danger: { how: 'read-by-machine', confidence: 0.99 },
    },
    idempotency: { scope: 'test', key: 'one' },
  });
  if (accepted.kind !== 'accepted') throw new Error(JSON.stringify(accepted));
  const address = `/cases/${accepted.case.reference}`;
  const page = await visitor.get(address);
  expect(page.html).toContain('tapé d’une lettre par commis');
  expect(page.html).toContain(
    'lu par la machine (lecteur de cases cochées), certitude 98\u00a0%, confirmé par commis',
  );
  expect(page.html).toMatch(/lecteur de cases cochées\), certitude 99\u00a0%</);

  const noted = await visitor.send(`${address}/notes`, { words: 'Voisin déjà venu.' });
  expect(noted.html).toMatch(/data-group="note".*Voisin déjà venu\./s);
  const empty = await visitor.send(`${address}/contacts`, {
    channel: 'phone',
    direction: 'in',
    minutes: '4',
  });
  expect(empty.status).toBe(422);
  expect(empty.html).toContain('value="4"');
  const called = await visitor.send(`${address}/contacts`, {
    channel: 'phone',
    direction: 'in',
    minutes: '4',
    words: 'Veut savoir quand.',
  });
  expect(called.html).toContain('Appel reçu, 4 min');
  const added = await visitor.send(`${address}/tasks`, { kind: 'own', words: 'Appeler le chantier' });
  expect(added.html).toContain('Tâche\u00a0: Autre tâche');
  const completion = /action="([^"]+\/completion)"/.exec(added.html)?.[1] ?? '';
  const done = await visitor.send(completion, { done: 'yes' });
  expect(done.html).toContain('Tâche faite\u00a0: Autre tâche');
  expect((await visitor.get('/tasks')).html).not.toContain(`${address}#tasks`);
});
