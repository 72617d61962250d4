import { acceptSubmission, readCase } from '@guichet/casework';
import { createLogger } from '@guichet/platform';
import { expect, it } from 'vitest';
import { visit } from '../../../../../tests/support/desk-visitor.ts';
import { testPassword, useDesk } from '../../../../../tests/support/test-desk.ts';
import { createApp } from '../../app.tsx';

const desk = await useDesk();
const agent = await desk.staff('agente', ['agent'], ['voirie']);
await desk.staff('cheffe', ['supervisor', 'agent'], ['voirie']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });

let count = 0;
async function twoBrowsers() {
  count += 1;
  const accepted = await acceptSubmission(desk.public('web'), {
    service: 'nid-de-poule',
    channel: 'web',
    language: 'fr',
    answers: {
      place: { text: 'Devant le 12' },
      size: 'large',
      danger: false,
      'reply-way': 'sms',
      'reply-phone': '418 555-0142',
    },
    idempotency: { scope: 'test', key: String(count) },
  });
  if (accepted.kind !== 'accepted') throw new Error(JSON.stringify(accepted));
  const { reference } = accepted.case;
  const [one, other] = [visit(app), visit(app)];
  await one.signIn('agente', testPassword);
  await other.signIn('cheffe', testPassword);
  await one.get('/');
  await one.send('/assignments');
  await other.get(`/cases/${reference}`);
  return { reference, address: `/cases/${reference}`, one, other };
}

it('a save on an older version is refused, shows field by field what changed beside what was typed, and goes on from there', async () => {
  const { reference, address, one, other } = await twoBrowsers();
  const paused = await other.send(`${address}/pause`, { question: 'Quelle est la profondeur?' });
  expect(paused.html).toContain('La question part');
  const typed = 'Réparé mardi.\nMerci de votre patience.';
  const conflict = await one.send(`${address}/closure`, { outcome: 'repaired', 'words.repaired': typed });
  expect(conflict.status).toBe(409);
  expect(conflict.html).toContain('Ce dossier a changé entre-temps');
  expect(conflict.html).toMatch(/En attente de la personne<\/th><td>non<\/td><td>oui/);
  expect(conflict.html).toContain('Quelle est la profondeur?');
  expect(conflict.html).toContain(typed);
  expect((await readCase(agent, { reference })).closure).toBeNull();
  const saved = await one.send(`${address}/closure`, { 'words.repaired': typed });
  expect(saved.html).toContain('Dossier fermé');
  const { replies } = await readCase(agent, { reference });
  expect(replies.filter(({ purpose }) => purpose === 'decision').map(({ words }) => words)).toEqual([typed]);
});

it('of a case that another closed meanwhile the text can still be kept, and a save sent twice is no conflict', async () => {
  const { reference, address, one, other } = await twoBrowsers();
  await other.send(`${address}/closure`, { outcome: 'repaired', 'words.repaired': 'Réparé.' });
  const twice = await other.post(`${address}/closure`, {
    _csrf: /name="_csrf" value="([^"]+)"/.exec((await other.get(address)).html)?.[1] ?? '',
    outcome: 'repaired',
  });
  expect(twice.html).toContain('Ce dossier était déjà fermé');
  const conflict = await one.send(`${address}/closure`, {
    outcome: 'not-found',
    'words.not-found': 'Nous n’avons rien trouvé.',
  });
  expect(conflict.status).toBe(409);
  expect(conflict.html).toContain('Réparé.');
  const kept = await one.send(`${address}/notes`, { words: 'Nous n’avons rien trouvé.' });
  expect(kept.html).toContain('La note est inscrite');
  expect((await readCase(agent, { reference })).closure).toMatchObject({ outcome: 'repaired', by: 'cheffe' });
});

it('whoever only looked changed nothing', async () => {
  const { address, one, other } = await twoBrowsers();
  await other.get(address);
  await one.get(address);
  await other.get(address);
  expect((await one.send(`${address}/pause`, { question: 'Où exactement?' })).html).toContain(
    'La question part',
  );
});
