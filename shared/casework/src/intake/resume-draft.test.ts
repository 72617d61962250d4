import { day, type DraftId, FixedClock, idOfHash, minute, parseDraftNumber } from '@guichet/kernel';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { beginRecording } from '../correspondence/begin-recording.ts';
import { requestCallBack } from '../correspondence/request-call-back.ts';
import { expireDrafts } from '../records/expire-drafts.ts';
import { verifyHistory } from '../records/verify-history.ts';
import { acceptSubmission } from './accept-submission.ts';
import { findDraft } from './find-draft.ts';
import { offerResume } from './offer-resume.ts';
import { overwriteDraft } from './overwrite-draft.ts';
import { resumeDraft } from './resume-draft.ts';
import { saveDraft } from './save-draft.ts';

const clock = new FixedClock('2026-11-23T15:00:00Z');
const desk = await useDesk({ clock });
const [web, phone] = [desk.public('web'), desk.public('phone')];
const { adminSql } = desk.database;

const content = { answers: { size: 'small' }, skipped: [], fileNames: { a: 'trou.png' } };
const facts = { service: 'nid-de-poule', version: 1, language: 'fr', content } as const;
const newDraft = () => saveDraft(web, { ...facts, channel: 'web' });
const callOf = (id: DraftId) => ({ ...facts, channel: 'phone' as const, id, externalKey: `call:${id}` });
const anyId = () => idOfHash<'draft'>(randomBytes(16));
const wrongCode = (code: string) => (code === '000000' ? '111111' : '000000');
const kindsOf = async (id: string) =>
  (await adminSql<{ kind: string }[]>`select kind from event where subject_id = ${id} order by seq`).map(
    ({ kind }) => kind,
  );

describe('offering to go on later', () => {
  it('gives the same number and code each time, kept when the draft is overwritten, with one event', async () => {
    const id = anyId();
    await overwriteDraft(phone, callOf(id));
    const offers = await Promise.all([1, 2, 3].map(() => offerResume(phone, { draftId: id })));
    const [first] = offers;
    expect(offers).toEqual([first, first, first]);
    expect(parseDraftNumber(first?.number ?? '')).toBe(first?.number);
    expect(first?.code).toMatch(/^\d{6}$/);
    await overwriteDraft(phone, { ...callOf(id), content: { answers: {}, skipped: [] } });
    expect(await offerResume(phone, { draftId: id })).toEqual(first);
    expect(await kindsOf(id)).toEqual(['draft.started', 'draft.number-given']);
    await expect(offerResume(desk.door, { draftId: id })).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('draws again when another draft has the number', async () => {
    const [one, other] = [await newDraft(), await newDraft()];
    const { number } = await offerResume(web, { draftId: one });
    const taken = adminSql`update draft set number = ${number} where id = ${other}`;
    await expect(taken).rejects.toMatchObject({ constraint_name: 'draft_number' });
    expect((await offerResume(web, { draftId: other })).number).not.toBe(number);
  });

  it('is refused for a draft that is no more, or was sent', async () => {
    await expect(offerResume(web, { draftId: anyId() })).rejects.toMatchObject({
      publicKey: 'draft-expired',
    });
    const id = await newDraft();
    await send(id);
    await expect(offerResume(web, { draftId: id })).rejects.toMatchObject({ publicKey: 'draft-submitted' });
  });
});

describe('going on with a draft by its number and code', () => {
  it('gives all that was kept, under a new id, and closes the old one, with one event', async () => {
    const old = await newDraft();
    const { number, code } = await offerResume(web, { draftId: old });
    const typed = {
      number: `${number.slice(0, 3)} ${number.slice(3)}`,
      code: `${code.slice(0, 3)}-${code.slice(3)}`,
    };
    const resumed = await resumeDraft(phone, typed);
    if (resumed.kind !== 'draft') throw new Error(resumed.kind);
    expect(resumed.draft).toMatchObject({ service: 'nid-de-poule', version: 1, language: 'fr', content });
    expect(await findDraft(web, { id: old })).toBeUndefined();
    expect((await findDraft(web, { id: resumed.draft.id }))?.content).toEqual(content);
    await expect(saveDraft(web, { ...facts, channel: 'web', id: old })).rejects.toMatchObject({
      code: 'gone',
    });
    expect(await kindsOf(resumed.draft.id)).toEqual(['draft.resumed']);
    expect(await offerResume(phone, { draftId: resumed.draft.id })).toMatchObject({ number, code });
    await expect(resumeDraft(desk.door, { number, code })).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('into the id of a call is safe to repeat', async () => {
    const { number, code } = await offerResume(web, { draftId: await newDraft() });
    const into = { id: anyId(), externalKey: `call:${randomBytes(8).toString('hex')}` };
    const [first, again] = [
      await resumeDraft(phone, { number, code, into }),
      await resumeDraft(phone, { number, code, into }),
    ];
    expect(again).toEqual(first);
    expect(await kindsOf(into.id)).toEqual(['draft.resumed']);
    await overwriteDraft(phone, { ...callOf(into.id), externalKey: into.externalKey });
    expect(await offerResume(phone, { draftId: into.id })).toMatchObject({ number, code });
  });

  it('leaves a call that still runs its own draft: neither writes over the other', async () => {
    const id = anyId();
    await overwriteDraft(phone, callOf(id));
    const { number, code } = await offerResume(phone, { draftId: id });
    const resumed = await resumeDraft(web, { number, code });
    if (resumed.kind !== 'draft') throw new Error(resumed.kind);
    const byCall = { answers: { size: 'large' }, skipped: [] };
    await overwriteDraft(phone, { ...callOf(id), content: byCall });
    expect((await findDraft(phone, { id }))?.content).toEqual(byCall);
    expect((await findDraft(web, { id: resumed.draft.id }))?.content).toEqual(content);
    expect((await offerResume(phone, { draftId: id })).number).not.toBe(number);
    expect((await verifyHistory(desk.ctx, () => {})).broken).toBe(0);
  });

  it('takes recordings and call-backs along, as every table that names a draft must', async () => {
    const id = anyId();
    await overwriteDraft(phone, callOf(id));
    const evidenceId = idOfHash<'evidence'>(randomBytes(16));
    await beginRecording(phone, { evidenceId, providerRef: `RE${id}`, mediaType: 'audio/wav', draftId: id });
    await requestCallBack(phone, {
      key: id,
      language: 'fr',
      phone: '+14185550123',
      reason: 'asked',
      draftId: id,
    });
    const { number, code } = await offerResume(phone, { draftId: id });
    const resumed = await resumeDraft(web, { number, code });
    if (resumed.kind !== 'draft') throw new Error(resumed.kind);
    for (const table of ['evidence', 'task'])
      expect(
        await adminSql`select 1 from ${adminSql(table)} where draft_id = ${resumed.draft.id}`,
        table,
      ).toHaveLength(1);
    const stay = await adminSql`
      select conrelid::regclass::text as name from pg_constraint
      where contype = 'f' and confrelid = 'draft'::regclass and confupdtype <> 'c'`;
    expect(stay).toEqual([]);
  });

  it('does not tell an unknown number from a wrong code, and closes after ten tries, even all at once', async () => {
    const { number, code } = await offerResume(web, { draftId: await newDraft() });
    const wrong = await resumeDraft(web, { number, code: wrongCode(code) }).catch((error: unknown) => error);
    const unknown = await resumeDraft(web, { number: '1000000007', code }).catch((error: unknown) => error);
    expect(wrong).toEqual(unknown);
    expect(wrong).toMatchObject({ code: 'not-found', publicKey: 'draft-not-found' });
    const tries = await Promise.all(
      Array.from({ length: 20 }, () =>
        resumeDraft(web, { number, code: wrongCode(code) }).catch((error: { code: string }) => error.code),
      ),
    );
    expect(tries.filter((one) => one === 'not-found')).toHaveLength(9);
    await expect(resumeDraft(phone, { number, code })).rejects.toMatchObject({ code: 'too-many' });
    clock.advance(15 * minute + 1);
    expect((await resumeDraft(web, { number, code })).kind).toBe('draft');
  });

  it('says of a draft that became a case that it was sent, to who has its code', async () => {
    const id = await newDraft();
    const { number, code } = await offerResume(web, { draftId: id });
    await send(id);
    expect(await resumeDraft(web, { number, code })).toEqual({ kind: 'submitted' });
    const wrong = resumeDraft(web, { number, code: wrongCode(code) });
    await expect(wrong).rejects.toMatchObject({ code: 'not-found' });
  });

  it('does not find one that expired, before or after it is deleted', async () => {
    const { number, code } = await offerResume(web, { draftId: await newDraft() });
    clock.advance(31 * day);
    await expect(resumeDraft(web, { number, code })).rejects.toMatchObject({ code: 'not-found' });
    await expireDrafts(desk.ctx);
    await expect(resumeDraft(web, { number, code })).rejects.toMatchObject({ code: 'not-found' });
  });
});

async function send(draftId: DraftId): Promise<void> {
  const answer = await acceptSubmission(web, {
    service: 'nid-de-poule',
    channel: 'web',
    language: 'fr',
    idempotency: { scope: 'web', key: draftId },
    draftId,
    answers: { place: { text: 'Devant le 12' }, size: 'large', danger: false, 'reply-way': 'none' },
  });
  if (answer.kind !== 'accepted') throw new Error(JSON.stringify(answer));
}
