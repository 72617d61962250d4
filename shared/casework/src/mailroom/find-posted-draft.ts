import type { Answers } from '@guichet/catalogue';
import { type CaseId, type DraftId, parseDraftNumber } from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { draftKey } from '../intake/draft-key.ts';
import type { DraftContent } from '../intake/save-draft.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';

/** A request begun elsewhere, whose remaining questions came back by post. */
export interface PostedDraft {
  id: DraftId;
  answers: Answers;
  provenance: NonNullable<DraftContent['provenance']>;
  /** Set once it was sent, by post or at another door. */
  caseId: CaseId | null;
  /** Under which it is accepted, whoever sends it: one draft, one case. */
  key: { scope: string; key: string };
}

/**
 * Opens the draft that the form of a letter goes on with; leaves the event that says who looked.
 *
 * Shape: undefined when there is none of this number, it expired, or it is of another version: the letter then stands by itself
 */
export function findPostedDraft(
  ctx: DeskContext,
  letter: { draft?: string | undefined; serviceCode: string | null; serviceVersion: number | null },
): Promise<PostedDraft | undefined> {
  return transact(ctx, 'mailroom.settle', async (tx) => {
    const draft = letter.draft === undefined ? undefined : await openDraft(ctx, tx, letter.draft);
    if (draft?.service !== letter.serviceCode || draft.version !== letter.serviceVersion)
      return tx.unchanged(undefined);
    const { service: _, version: __, ...posted } = draft;
    return tx.record({ subject: { kind: 'draft', id: draft.id }, kind: 'draft.opened-by-post' }, posted);
  });
}

async function openDraft(ctx: DeskContext, tx: DeskTx, text: string) {
  const number = parseDraftNumber(text);
  if (number === undefined) return undefined;
  const [row] = await tx.sql<
    [
      {
        id: DraftId;
        externalKey: string | null;
        service: string;
        version: number;
        caseId: CaseId | null;
        dataKey: Buffer;
        sealed: Buffer;
      }?,
    ]
  >`
    select id, external_key, service_code as service, service_version as version, case_id, data_key, sealed from draft
    where number = ${number} and expires_at > ${tx.now}`;
  if (!row) return undefined;
  const { id, externalKey, service, version, caseId, dataKey, sealed } = row;
  const content = unwrapDataKey(ctx.keyring, `draft:${id}`, dataKey).open('content', sealed) as DraftContent;
  // Only answers that parsed are ever saved in a draft.
  const answers = content.answers as Answers;
  const { provenance = {} } = content;
  return { id, service, version, caseId, answers, provenance, key: draftKey({ id, externalKey }) };
}
