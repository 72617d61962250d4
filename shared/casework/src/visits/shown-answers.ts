import { canonicalJson, type Language } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import type { DeskContext } from '../context.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';

export interface ShownDraft {
  service: string;
  version: number;
  language: Language;
  /** As its door keeps them: what a form of the counter held, or answers. */
  kept: Record<string, unknown>;
  isResumed: boolean;
  isSubmitted: boolean;
  /** Keyed, so that nothing can be guessed from it: other answers have another. */
  hash: Buffer;
}

/** Opens the draft of a form of the counter, to show it to its person. */
export async function shownDraft(ctx: DeskContext, sql: Tx, form: string): Promise<ShownDraft | undefined> {
  const [row] = await sql<
    [
      {
        id: string;
        serviceCode: string;
        serviceVersion: number;
        language: Language;
        dataKey: Buffer;
        sealed: Buffer;
        isResumed: boolean;
        isSubmitted: boolean;
      }?,
    ]
  >`
    select id, service_code, service_version, language, data_key, sealed, external_key like 'resumed:%' as is_resumed,
      case_id is not null as is_submitted
    from draft where external_key in ('counter:' || ${form}::text, 'resumed:' || ${form}::text) and expires_at > ${ctx.clock.now()}`;
  if (!row) return undefined;
  const content = unwrapDataKey(ctx.keyring, `draft:${row.id}`, row.dataKey).open('content', row.sealed) as {
    answers: Record<string, unknown>;
  };
  const said = canonicalJson([row.serviceCode, row.serviceVersion, content.answers]);
  return {
    service: row.serviceCode,
    version: row.serviceVersion,
    language: row.language,
    kept: content.answers,
    isResumed: row.isResumed,
    isSubmitted: row.isSubmitted,
    hash: ctx.keyring.blindIndex('shown-answers', said),
  };
}
