import { acceptSubmission, claimDueJobs, parkJob } from '@guichet/casework';
import { newId } from '@guichet/kernel';
import { createLogger } from '@guichet/platform';
import { expect, it } from 'vitest';
import { visit } from '../../../../tests/support/desk-visitor.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';

const desk = await useDesk();
await desk.staff('superviseure', ['supervisor'], ['voirie']);
await desk.staff('agente', ['agent'], ['voirie']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const supervisor = visit(app);
await supervisor.signIn('superviseure', testPassword);

async function park(): Promise<string> {
  await acceptSubmission(desk.public('web'), {
    service: 'nid-de-poule',
    channel: 'web',
    language: 'fr',
    answers: { place: { text: 'Rue des Pins' }, size: 'small', danger: false, 'reply-way': 'none' },
    idempotency: { scope: 'test', key: newId() },
  });
  const ids: string[] = [];
  await claimDueJobs(desk.ctx, 10, async (jobs) => void ids.push(...jobs.map(({ id }) => id)));
  const id = ids[0] ?? '';
  await parkJob(desk.ctx, id, 'mail-refused');
  return id;
}
const isDue = async (id: string) =>
  (await desk.database.adminSql`select 1 from outbox where id = ${id} and parked_at is null`).length === 1;

it('a supervisor lets parked work go again with a button that needs no script, and is told', async () => {
  const id = await park();
  const page = await supervisor.get('/supervisor');
  expect(page.html).toContain('mail-refused');
  const after = await supervisor.send(`/supervisor/parked/${id}/retry`);
  expect(after.status).toBe(200);
  expect(after.html).toContain('Le travail repart.');
  expect(after.html).toContain('Aucun travail mis de côté.');
  expect(await isDue(id)).toBe(true);

  // The page of another supervisor still shows the button.
  await supervisor.get('/supervisor');
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
  const again = await supervisor.post(`/supervisor/parked/${id}/retry`, { _csrf: csrf });
  expect(again.html).toContain('Ce travail était déjà reparti.');
});

it('nobody else may, and no other page can make a supervisor do it', async () => {
  const id = await park();
  const page = await supervisor.get('/supervisor');
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
  const path = `/supervisor/parked/${id}/retry`;
  expect((await supervisor.post(path, {})).status).toBe(403);
  expect((await supervisor.post(path, { _csrf: csrf }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);

  const agent = visit(app);
  await agent.signIn('agente', testPassword);
  const own = /name="_csrf" value="([^"]+)"/.exec((await agent.get('/')).html)?.[1] ?? '';
  expect(own).not.toBe('');
  expect((await agent.post(path, { _csrf: own })).status).toBe(403);
  expect(await isDue(id)).toBe(false);
});
