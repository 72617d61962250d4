import type { Submission } from '@guichet/catalogue';
import { FixedClock } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { acceptSubmission } from './accept-submission.ts';
import { findDraft } from './find-draft.ts';
import { findTyped } from './find-typed.ts';
import { keepTyped } from './keep-typed.ts';
import { saveDraft } from './save-draft.ts';

const desk = await useDesk({ clock: new FixedClock('2026-11-23T15:00:00Z') });
const web = desk.public('web');
const { adminSql } = desk.database;

const opinion = (key: string, phone: string): Submission => ({
  service: 'consultation-publique',
  channel: 'web',
  language: 'fr',
  answers: {
    phone,
    tie: ['live'],
    overall: '4',
    height: 3,
    parking: 2,
    priorities: ['housing', 'green', 'shops'],
    'reply-way': 'none',
  },
  idempotency: { scope: 'web', key },
});

describe('a service answered once a person', () => {
  it('refuses a second answer, however the number is written, and says so', async () => {
    expect(await acceptSubmission(web, opinion('first', '418 555-0101'))).toMatchObject({ kind: 'accepted' });
    expect(await acceptSubmission(web, opinion('second', '(418) 555-0101'))).toMatchObject({
      kind: 'incomplete',
      problems: [{ path: 'phone', code: 'answered-before' }],
    });
  });

  it('takes the same answer sent again for the one it is', async () => {
    await acceptSubmission(web, opinion('again', '418 555-0102'));
    expect(await acceptSubmission(web, opinion('again', '418 555-0102'))).toMatchObject({
      kind: 'already',
      sameFacts: true,
    });
  });

  it('takes one of those that arrive at once, and everybody else’s beside them', async () => {
    const arrivals = Array.from({ length: 20 }, (_, at) =>
      acceptSubmission(web, opinion(`burst-${at}`, at < 10 ? '418 555-0103' : `418 555-02${at}`)),
    );
    const kinds = (await Promise.all(arrivals)).map(({ kind }) => kind);
    expect(kinds.slice(0, 10).filter((kind) => kind === 'accepted')).toHaveLength(1);
    expect(kinds.slice(10)).toEqual(Array.from({ length: 10 }, () => 'accepted'));
  });

  it('keeps nothing that leads from an anonymous answer to the person', async () => {
    const answer = await acceptSubmission(web, opinion('nameless', '418 555-0104'));
    if (answer.kind !== 'accepted') throw new Error(answer.kind);
    const [row] = await adminSql`
      select c.proofs, array_agg(a.question) as questions, (select data from event where subject_id = c.id) as data
      from cases c join case_answer a on a.case_id = c.id where c.id = ${answer.case.id} group by c.id`;
    expect(row?.['questions']).not.toContain('phone');
    // The status code alone: the number is no proof of the case.
    expect(row?.['proofs']).toHaveLength(1);
    expect(JSON.stringify(row?.['data'])).not.toContain('phone');
  });

  it('takes the name out of the draft once it is an answer, and leaves it in one that was refused', async () => {
    const begin = async (key: string, phone: string) => {
      const submission = opinion(key, phone);
      const draftId = await saveDraft(web, {
        service: submission.service,
        version: 1,
        channel: 'web',
        language: 'fr',
        content: { answers: submission.answers, skipped: [] },
      });
      await keepTyped(web, { draftId, service: submission.service, set: { phone: '418 555-0199' } });
      const { kind } = await acceptSubmission(web, { ...submission, draftId });
      const typed = (await findTyped(web, draftId))?.answers;
      return { kind, typed, answers: (await findDraft(web, { id: draftId }))?.content.answers };
    };
    const taken = await begin('draft-1', '418 555-0105');
    expect(taken).toMatchObject({ kind: 'accepted', answers: { height: 3 } });
    expect(taken.answers).not.toHaveProperty('phone');
    expect(taken.typed).toBeUndefined();
    expect(await begin('draft-2', '418 555-0105')).toMatchObject({
      kind: 'incomplete',
      answers: { phone: '418 555-0105' },
    });
  });
});
