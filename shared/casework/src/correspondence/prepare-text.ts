import type { DraftId, DraftNumber, Id, Language } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { once } from '../outbox/once.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import { refusesTexts } from './text-refusal.ts';

/** What a text message needs, opened for this one attempt. Guarantee: the code of the draft is not among it. */
export interface TextToSay {
  textId: Id<'text'>;
  phone: string;
  language: Language;
  number: DraftNumber;
}

export type PreparedText =
  | { kind: 'say'; say: TextToSay }
  /** Nothing to send: done before, of unsure fate, to one who wants no texts, or its draft is no more. */
  | { kind: 'already' | 'unsure' | 'refused' | 'gone' };

interface FoundText {
  draftId: DraftId;
  language: Language;
  dataKey: Buffer | null;
  sealed: Buffer | null;
  attempt: number;
  startedAt: Date | null;
  fate: string | null;
  number: DraftNumber | null;
  caseId: string | null;
}

/**
 * Writes down an attempt to send a text message before it is made, and gives what to send.
 *
 * Guarantee: an attempt that left no fate behind is marked `unsure` and never repeated blindly; who said STOP since gets none; the
 *   telephone of a message that will not be sent is forgotten.
 */
export async function prepareText(
  ctx: DeskContext,
  outboxId: string,
  textId: Id<'text'>,
): Promise<PreparedText> {
  return transact<PreparedText>(ctx, 'reply.deliver', async (tx) => {
    const end = async (kind: Exclude<PreparedText['kind'], 'say'>, why?: { draftId: DraftId }) => {
      await once(tx, outboxId, 'correspondence.send-text', async () =>
        why === undefined
          ? tx.unchanged(undefined)
          : tx.record(
              { subject: { kind: 'draft', id: why.draftId }, kind: `draft.link-${kind}`, data: { textId } },
              undefined,
            ),
      );
      return tx.unchanged<PreparedText>({ kind });
    };
    const [found] = await tx.sql<[FoundText?]>`
      select t.draft_id, t.language, t.data_key, t.sealed, t.attempt, t.started_at, t.fate, d.number, d.case_id
      from text_message t join draft d on d.id = t.draft_id where t.id = ${textId} for update of t`;
    if (!found) return end('gone');
    if (found.sealed === null || (found.fate !== null && found.fate !== 'later')) return end('already');
    const settle = (fate: 'unsure' | 'bounced', detail: string) => tx.sql`
      update text_message set fate = ${fate}, detail = ${detail}, settled_at = ${tx.now}, data_key = null, sealed = null
      where id = ${textId}`;
    if (found.startedAt !== null && found.fate === null) {
      await settle('unsure', 'left-no-fate');
      return end('unsure', found);
    }
    if (found.number === null || found.caseId !== null) {
      await settle('bounced', 'draft-over');
      return end('gone', found);
    }
    const key = unwrapDataKey(ctx.keyring, `text:${textId}`, found.dataKey);
    const phone = key.open('phone', found.sealed) as string;
    if (await refusesTexts(tx.sql, ctx.keyring, phone)) {
      await settle('bounced', 'texts-refused');
      return end('refused', found);
    }
    await tx.sql`
      update text_message set attempt = attempt + 1, started_at = ${tx.now}, fate = null, settled_at = null where id = ${textId}`;
    const { draftId, language, number } = found;
    return tx.record<PreparedText>(
      {
        subject: { kind: 'draft', id: draftId },
        kind: 'draft.link-attempted',
        data: { textId, attempt: found.attempt + 1 },
      },
      { kind: 'say', say: { textId, phone, language, number } },
    );
  });
}
