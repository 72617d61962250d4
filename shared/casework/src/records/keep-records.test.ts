import { day, FixedClock, newId } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { acceptSubmission } from '../intake/accept-submission.ts';
import { findDraft } from '../intake/find-draft.ts';
import { type SaveDraft, saveDraft } from '../intake/save-draft.ts';
import { uploadEvidence } from '../privacy/upload-evidence.ts';
import { expireDrafts } from './expire-drafts.ts';
import { forgetKeys } from './forget-keys.ts';

const clock = new FixedClock('2026-11-23T15:00:00Z');
const desk = await useDesk({ clock });
const web = desk.public('web');
const { adminSql } = desk.database;

const draft: SaveDraft = {
  service: 'nid-de-poule',
  version: 1,
  channel: 'web',
  language: 'fr',
  content: { answers: {}, skipped: [] },
};
const upload = async (draftId: Awaited<ReturnType<typeof saveDraft>>) =>
  uploadEvidence(web, { kind: 'upload', mediaType: 'image/png', bytes: Buffer.from('png'), draftId });
const pothole = { place: 'Rue des Érables', size: 'large', danger: false, 'reply-way': 'none' };

describe('a draft past its life', () => {
  it('goes with its originals, and leaves those that became a case’s', async () => {
    const [left, sent] = [await saveDraft(web, draft), await saveDraft(web, draft)];
    const [orphan, kept] = [await upload(left), await upload(sent)];
    const answer = await acceptSubmission(web, {
      service: 'nid-de-poule',
      channel: 'web',
      language: 'fr',
      idempotency: { scope: 'web', key: sent },
      draftId: sent,
      answers: { ...pothole, photo: { evidence: [kept] } },
    });
    if (answer.kind !== 'accepted') throw new Error(JSON.stringify(answer));
    expect(await expireDrafts(desk.ctx)).toBe(0);
    clock.advance(31 * day);
    expect(await expireDrafts(desk.ctx)).toBe(2);
    expect(await expireDrafts(desk.ctx)).toBe(0);
    expect(await findDraft(web, { id: left })).toBeUndefined();
    await expect(desk.ctx.evidence.get(orphan)).rejects.toMatchObject({ code: 'gone' });
    await expect(desk.ctx.evidence.get(kept)).resolves.toBeInstanceOf(Buffer);
    const events = await adminSql`select kind from event where subject_id = ${left} order by seq`;
    expect(events.map(({ kind }) => kind)).toEqual(['draft.started', 'evidence.kept', 'draft.expired']);
    await expect(expireDrafts(web)).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('keys of repeats', () => {
  it('are kept seven days and then forgotten', async () => {
    const submission = {
      service: 'nid-de-poule',
      channel: 'web' as const,
      language: 'fr' as const,
      idempotency: { scope: 'web', key: newId() },
      answers: pothole,
    };
    await acceptSubmission(web, submission);
    clock.advance(7 * day - 1000);
    await forgetKeys(desk.ctx);
    expect((await acceptSubmission(web, submission)).kind).toBe('already');
    clock.advance(2000);
    expect((await forgetKeys(desk.ctx)).intakeKeys).toBe(1);
    await expect(forgetKeys(web)).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
