import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { verifyHistory } from '../records/verify-history.ts';
import { findDraft } from './find-draft.ts';
import { type SaveDraft, saveDraft } from './save-draft.ts';

const desk = await useDesk();
const web = desk.public('web');

const draftOf = (externalKey: string, answers: Record<string, unknown>): SaveDraft => ({
  externalKey,
  service: 'nid-de-poule',
  version: 1,
  channel: 'web',
  language: 'fr',
  content: { answers, skipped: [] },
});

it('keeps nothing over what was kept since, and says so', async () => {
  const id = await saveDraft(web, draftOf('counter:over', { size: 'small' }));
  const before = await findDraft(web, { id });
  const over = before?.stamp ?? '';
  expect(await saveDraft(web, { ...draftOf('counter:over', { size: 'large' }), over })).toBe(id);
  const late = { ...draftOf('counter:over', { size: 'medium' }), over };
  await expect(saveDraft(web, late)).rejects.toMatchObject({ publicKey: 'answers-changed' });
  const stands = await findDraft(web, { id });
  expect(stands?.content.answers).toEqual({ size: 'large' });
  expect(await saveDraft(web, { ...late, over: stands?.stamp ?? '' })).toBe(id);
  await expect(saveDraft(web, { ...draftOf('counter:none', {}), over })).rejects.toMatchObject({
    code: 'gone',
  });
});

it('makes one draft of a key, with one history, however many are first at one moment', async () => {
  for (let round = 0; round < 10; round += 1) {
    const externalKey = `counter:${randomBytes(8).toString('hex')}`;
    const ids = await Promise.all(
      Array.from({ length: 6 }, (_, size) => saveDraft(web, draftOf(externalKey, { size }))),
    );
    expect(new Set(ids).size).toBe(1);
    const events = await desk.database.adminSql<{ kind: string }[]>`
      select kind from event where subject_id = ${ids[0] ?? ''}`;
    expect(events.map(({ kind }) => kind)).toEqual(['draft.started']);
    const last = await saveDraft(web, draftOf(externalKey, { size: 'last' }));
    expect(await findDraft(web, { id: last })).toMatchObject({ content: { answers: { size: 'last' } } });
  }
  expect((await verifyHistory(desk.ctx, () => {})).broken).toBe(0);
});
