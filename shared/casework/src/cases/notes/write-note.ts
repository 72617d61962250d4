import { DeskError, type Id, idOfHash } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { unwrapDataKey } from '../../privacy/case-key.ts';
import { lockCase } from '../lock-case.ts';

export type NoteId = Id<'note'>;

export interface WriteNote {
  reference: string;
  /** 1 to 4,000 characters. */
  words: string;
  /** One note a key, which the form carries: sending it twice writes one. */
  key: string;
}

/** Unit: characters. */
const noteMax = 4000;

/**
 * Keeps a note that staff write for each other on a case, sealed with it.
 *
 * Guarantee: told to the person by no channel; never changed once written: a slip is put right by a further note; repeating is
 *   harmless; also of a closed case.
 * Errors: not-found; invalid — no words, or too many; gone — the case's data were destroyed.
 * Source: Act respecting Access, RLRQ c. A-2.1, ss. 9, 83: a note about a person is part of the file they may ask for
 */
export async function writeNote(ctx: DeskContext, input: WriteNote): Promise<NoteId> {
  return transact<NoteId>(ctx, 'note.write', async (tx) => {
    const words = input.words.trim();
    if (words.length === 0 || words.length > noteMax)
      throw new DeskError('invalid', 'note-missing', { params: { max: noteMax } });
    if (ctx.actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
    const found = await lockCase(tx, input.reference);
    const id = idOfHash<'note'>(ctx.keyring.blindIndex('note', `${found.id}|${input.key}`));
    const key = unwrapDataKey(ctx.keyring, `case:${found.id}`, found.dataKey);
    const made = await tx.sql`
      insert into case_note (id, case_id, staff_id, sealed, written_at)
      values (${id}, ${found.id}, ${ctx.actor.staffId}, ${key.seal(`note:${id}`, { words })}, ${tx.now}) on conflict (id) do nothing`;
    if (made.count === 0) return tx.unchanged(id);
    return tx.record(
      { subject: { kind: 'case', id: found.id }, kind: 'note.written', data: { noteId: id } },
      id,
    );
  });
}
