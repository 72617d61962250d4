import { FixedClock, newId } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { handOverAll, openCase, workDueReplies } from '../../../../../tests/support/posted-letter.ts';
import { receiveRead } from '../../../../../tests/support/receive-read.ts';
import { letterOf } from '../../../../../tests/support/scanned-letters.ts';
import { useDesk } from '../../../../../tests/support/test-desk.ts';
import { findPostings } from '../../correspondence/find-postings.ts';
import { listPrintQueue } from '../../correspondence/list-print-queue.ts';
import { listReturned } from '../../correspondence/list-returned.ts';
import { noteReturned } from '../../correspondence/note-returned.ts';
import { listAddresses, openPrintBatch } from '../../correspondence/open-print-batch.ts';
import { takePrintBatch } from '../../correspondence/take-print-batch.ts';
import { readLetter } from '../read-letter.ts';
import { setLetterAside } from '../set-letter-aside.ts';
import { askSender } from './ask-sender.ts';
import type { LetterAnswer } from './write-answer.ts';

const clock = new FixedClock('2026-11-23T15:00:00Z');
const desk = await useDesk({ clock });
const clerk = await desk.staff('answer-clerk', ['clerk'], ['voirie']);
const elsewhere = await desk.staff('answer-elsewhere', ['clerk'], ['animaux']);

const written: LetterAnswer = {
  language: 'fr',
  words: 'Il nous manque votre adresse.',
  to: {
    way: 'letter',
    name: 'François Gagné',
    lines: ['16, place du Marché', 'Saint-Hyacinthe QC  J2S 4Z7'],
  },
};

async function waiting() {
  const { letterIds } = await receiveRead(desk.ctx, clerk, [letterOf('Une lettre')]);
  const [letterId] = letterIds;
  if (!letterId) throw new Error('no letter');
  return letterId;
}
const ask = (letterId: Awaited<ReturnType<typeof waiting>>) =>
  askSender(clerk, { letterId, number: '2345678901' as never, question: written });
const kindsOf = async (id: string) =>
  (
    await desk.database.adminSql<{ kind: string }[]>`
      select kind from event where subject_id = ${id} and kind like 'letter.%' order by seq`
  ).map(({ kind }) => kind);

describe('what is written to who sent a letter without a case', () => {
  it('goes by the print queue with the replies: one batch, one list of addresses, one count', async () => {
    const letterId = await waiting();
    await ask(letterId);
    await openCase(desk);
    await workDueReplies(desk);
    await workDueReplies(desk);
    const { rows } = await listPrintQueue(clerk);
    expect(rows.map(({ kind, purpose }) => [kind, purpose])).toEqual(
      expect.arrayContaining([
        ['answer', 'missing'],
        ['reply', 'acknowledgement'],
      ]),
    );
    expect(rows).toHaveLength(2);
    // Of no team, it can be printed by any clerk; the reply beside it can't.
    expect((await listPrintQueue(elsewhere)).rows).toMatchObject([{ letterId, reference: null, team: null }]);
    const batchId = newId<'print-batch'>();
    await takePrintBatch(clerk, { batchId });
    expect((await listAddresses(clerk, batchId)).map(({ name }) => name).sort()).toEqual([
      'François Gagné',
      'JEANNE TREMBLAY',
    ]);
    const pdfs = await openPrintBatch(clerk, batchId);
    expect(pdfs.every((pdf) => pdf.subarray(0, 5).toString() === '%PDF-')).toBe(true);
    expect(await kindsOf(letterId)).toEqual(
      expect.arrayContaining(['letter.answer-queued', 'letter.listed', 'letter.read-to-print']),
    );
  });

  it('is posted when it is counted; come back, it is told, and the letter waits to be asked elsewhere', async () => {
    const letterId = await waiting();
    await ask(letterId);
    await ask(letterId);
    await workDueReplies(desk);
    await handOverAll(clerk, clock);
    const [row] = await desk.database.adminSql<[{ code: string; fate: string }]>`
      select p.code, a.fate from letter_print p join letter_answer a on a.id = p.answer_id where a.letter_id = ${letterId}`;
    expect(row.fate).toBe('posted');
    const [posting] = await findPostings(clerk, { code: row.code });
    expect(posting).toMatchObject({ kind: 'answer', letterId, to: { name: 'François Gagné' } });
    if (!posting) throw new Error('none');
    const returned = () => noteReturned(clerk, posting.id, 'moved');
    expect(await returned()).toEqual({ kind: 'answer-returned', letterId, isToAskAgain: true });
    expect(await returned()).toMatchObject({ kind: 'already', reference: null });
    expect((await listReturned(clerk)).rows).toMatchObject([{ letterId, reference: null, why: 'moved' }]);
    expect((await readLetter(clerk, letterId)).askedAt).toBeNull();
    await ask(letterId);
    await workDueReplies(desk);
    expect((await listPrintQueue(clerk)).rows).toMatchObject([{ letterId, kind: 'answer' }]);
    await handOverAll(clerk, clock);
  });

  it('that a letter is not for us, come back, leaves it set aside', async () => {
    const letterId = await waiting();
    await setLetterAside(clerk, letterId, { why: 'other-body', answer: written });
    await workDueReplies(desk);
    await handOverAll(clerk, clock);
    const [row] = await desk.database.adminSql<[{ code: string }]>`
      select p.code from letter_print p join letter_answer a on a.id = p.answer_id where a.letter_id = ${letterId}`;
    const [posting] = await findPostings(clerk, { code: row.code });
    if (!posting) throw new Error('none');
    expect(await noteReturned(clerk, posting.id, 'unknown')).toMatchObject({ isToAskAgain: false });
    expect((await readLetter(clerk, letterId)).settledAs).toBe('not-for-us');
  });
});
