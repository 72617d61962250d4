import { acceptSubmission, indexCases } from '@guichet/casework';
import { createLogger } from '@guichet/platform';
import { expect, it } from 'vitest';
import { visit } from '../../../../tests/support/desk-visitor.ts';
import { paperAnswers } from '../../../../tests/support/paper/index.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';

const desk = await useDesk();
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'https://guichet.example', https: false });
await desk.staff('agente', ['agent'], ['voirie']);

it('finds a case by words that are in no address, and shows what matched masked', async () => {
  const acceptance = await acceptSubmission(desk.public('web'), {
    service: 'nid-de-poule',
    channel: 'web',
    language: 'fr',
    answers: { ...paperAnswers['nid-de-poule'] },
    idempotency: { scope: 'test', key: '1' },
  });
  if (acceptance.kind !== 'accepted') throw new Error('not accepted');
  await indexCases(desk.ctx);
  const agent = visit(app);
  await agent.signIn('agente', testPassword);
  await agent.get('/');
  const found = await agent.send('/search', { words: 'amina.tremblay@exemple.ca' });
  expect(found.path).toBe('/search');
  expect(found.html).toContain(`/cases/${acceptance.case.reference}`);
  expect(found.html).toContain('a••••••@••••');
  expect((await agent.send('/search', { words: ' ' })).status).toBe(422);
  const opened = await agent.send('/search', { words: acceptance.case.reference });
  expect(opened.path).toBe(`/cases/${acceptance.case.reference}`);
});
