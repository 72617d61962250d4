import { idOfHash } from '@guichet/kernel';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { verifyHistory } from '../records/verify-history.ts';
import { acceptSubmission } from './accept-submission.ts';
import { findDraft } from './find-draft.ts';
import { type OverwriteDraft, overwriteDraft } from './overwrite-draft.ts';

const desk = await useDesk();
const phone = desk.public('phone');
const { adminSql } = desk.database;

const draftOf = (answers: Record<string, unknown>): OverwriteDraft => ({
  id: idOfHash<'draft'>(randomBytes(16)),
  externalKey: `call:${randomBytes(8).toString('hex')}`,
  service: 'nid-de-poule',
  version: 1,
  channel: 'phone',
  language: 'fr',
  content: { answers, skipped: [] },
});

const eventsOf = async (id: string) =>
  (await adminSql<{ kind: string }[]>`select kind from event where subject_id = ${id}`).map(
    ({ kind }) => kind,
  );

describe('overwriting a draft', () => {
  it('gives back what was kept last, sealed, with one history however many write at once', async () => {
    const draft = draftOf({ size: 'small' });
    await Promise.all(Array.from({ length: 8 }, () => overwriteDraft(phone, draft)));
    const content = { answers: { size: 'Pistache' }, skipped: ['photo'] };
    await overwriteDraft(phone, { ...draft, language: 'en', content });
    expect(await findDraft(phone, { id: draft.id })).toMatchObject({ language: 'en', content, caseId: null });
    expect(await eventsOf(draft.id)).toEqual(['draft.started']);
    const [row] = await adminSql<
      [{ text: string }]
    >`select d::text as text from draft d where id = ${draft.id}`;
    expect(row.text).not.toContain('Pistache');
    expect(row.text).not.toContain(Buffer.from('Pistache').toString('hex'));
    expect((await verifyHistory(desk.ctx, () => {})).broken).toBe(0);
  });

  it('leaves a draft alone that became a case', async () => {
    const answers = {
      place: { text: 'Devant le 12' },
      size: 'large',
      danger: false,
      'reply-way': 'none',
    };
    const draft = draftOf(answers);
    await overwriteDraft(phone, draft);
    const accepted = await acceptSubmission(phone, {
      service: draft.service,
      channel: 'phone',
      language: 'fr',
      answers,
      idempotency: { scope: 'phone', key: draft.id },
      draftId: draft.id,
    });
    expect(accepted.kind).toBe('accepted');
    const late = overwriteDraft(phone, { ...draft, content: { answers: {}, skipped: [] } });
    await expect(late).rejects.toMatchObject({ code: 'gone', publicKey: 'draft-submitted' });
    expect((await findDraft(phone, { id: draft.id }))?.content.answers).toEqual(answers);
  });

  it('is not done by whom it is not for', async () => {
    await expect(overwriteDraft(desk.door, draftOf({}))).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
