import { type BatchId, day, FixedClock, type LetterId } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { openCase } from '../../../../tests/support/posted-letter.ts';
import { receiveRead } from '../../../../tests/support/receive-read.ts';
import { letterOf } from '../../../../tests/support/scanned-letters.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { joinLetter } from '../mailroom/join-letter.ts';
import { readBatch } from '../mailroom/read-batch.ts';
import { setLetterAside } from '../mailroom/set-letter-aside.ts';
import { disposeMailroom } from './dispose-mailroom.ts';
import { verifyHistory } from './verify-history.ts';

const clock = new FixedClock('2026-11-23T15:00:00Z');
const desk = await useDesk({ clock });
const clerk = await desk.staff('commis', ['clerk'], ['voirie']);
const { adminSql } = desk.database;
const none = { looks: 0, letters: 0, files: 0, figures: 0 };

async function batchOf(
  count: number,
  message?: string,
): Promise<{ batchId: BatchId; letterIds: LetterId[] }> {
  return receiveRead(
    desk.ctx,
    clerk,
    Array.from({ length: count }, (_, at) => letterOf(`Lettre ${at}`)),
    undefined,
    message,
  );
}
const pageOf = async (letterId?: LetterId) => {
  const [row] = await adminSql<[{ id: Parameters<typeof desk.ctx.evidence.get>[0] }]>`
    select id from evidence where letter_id = ${letterId ?? null} and kind = 'page'`;
  return row.id;
};

describe('what only the mailroom needed', () => {
  it('goes after its time, but never before a letter of its batch is settled, nor what a case holds', async () => {
    const { batchId, letterIds } = await batchOf(2, 'De : bureau de poste\nVoici le lot.');
    const [joined, aside] = letterIds;
    if (!joined || !aside) throw new Error('no letters');
    await adminSql`update batch_page set small = 'x' where batch_id = ${batchId}`;
    await adminSql`update batch set data_key = 'x' where id = ${batchId}`;
    const { reference, id: caseId } = await openCase(desk);
    await joinLetter(clerk, { letterId: joined, reference });
    clock.advance(2 * 365 * day);
    expect(await disposeMailroom(desk.ctx), 'one letter waits').toEqual(none);

    const { messageId } = await readBatch(clerk, batchId);
    if (!messageId) throw new Error('no words of the e-mail');
    await expect(desk.ctx.evidence.get(messageId)).resolves.toBeInstanceOf(Buffer);
    await setLetterAside(clerk, aside);
    clock.advance(89 * day);
    expect(await disposeMailroom(desk.ctx)).toEqual(none);
    clock.advance(2 * day);
    expect(await disposeMailroom(desk.ctx)).toEqual({ ...none, looks: 1 });
    expect((await readBatch(clerk, batchId)).pageRows.map(({ hasSmall }) => hasSmall)).toEqual([
      false,
      false,
    ]);

    expect((await readBatch(clerk, batchId)).messageId).toBeNull();
    await expect(desk.ctx.evidence.get(messageId)).rejects.toMatchObject({ code: 'gone' });

    const [kept, gone] = [await pageOf(joined), await pageOf(aside)];
    clock.advance(300 * day);
    expect(await disposeMailroom(desk.ctx)).toEqual({ ...none, letters: 1 });
    await expect(desk.ctx.evidence.get(gone)).rejects.toMatchObject({ code: 'gone' });
    await expect(desk.ctx.evidence.get(kept)).resolves.toBeInstanceOf(Buffer);
    const [letter] = await adminSql`select data_key from letter where id = ${aside}`;
    expect(letter?.['dataKey']).toBeNull();

    // The file holds a page of a case: it goes only once the data of that case are destroyed.
    expect((await readBatch(clerk, batchId)).fileId).not.toBeNull();
    await adminSql`update cases set data_key = null where id = ${caseId}`;
    expect(await disposeMailroom(desk.ctx)).toEqual({ ...none, letters: 1, files: 1 });
    expect((await readBatch(clerk, batchId)).fileId).toBeNull();
    expect(await disposeMailroom(desk.ctx), 'safe to repeat').toEqual(none);
    const events = await adminSql<{ kind: string }[]>`
      select kind from event where subject_id in (${batchId}, ${aside}) and kind like '%destroyed' order by kind`;
    expect(events.map(({ kind }) => kind)).toEqual([
      'batch.file-destroyed',
      'batch.pictures-destroyed',
      'letter.destroyed',
    ]);
    expect((await verifyHistory(desk.ctx, () => undefined)).broken).toBe(0);
    await expect(disposeMailroom(clerk)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('figures of keying are kept 400 days', async () => {
    const { letterIds } = await batchOf(1);
    await adminSql`
      insert into keying (letter_id, turn, staff_id, at, seconds)
      select ${letterIds[0] ?? ''}, 'first', id, ${clock.now()}, 12 from staff where sign_in = 'commis'`;
    clock.advance(399 * day);
    expect((await disposeMailroom(desk.ctx)).figures).toBe(0);
    clock.advance(2 * day);
    expect((await disposeMailroom(desk.ctx)).figures).toBe(1);
  });
});
