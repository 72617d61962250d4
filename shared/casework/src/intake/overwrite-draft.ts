import { DeskError, type DraftId, isDeskError } from '@guichet/kernel';
import { translateDatabaseError } from '@guichet/platform';
import { chain, chainStart } from '../audit/chain.ts';
import { requireMay } from '../audit/permissions.ts';
import type { DeskContext } from '../context.ts';
import { newDataKey } from '../privacy/case-key.ts';
import { draftLifeMs, type SaveDraft } from './save-draft.ts';

/** A whole draft, under an id that its door gives. */
export type OverwriteDraft = SaveDraft & { id: DraftId };

/**
 * Keeps the whole of a submission that is not finished yet, in the place of what was kept under its id.
 *
 * Guarantee: durable when this answers; one statement, one round trip; sealed under a new key each time, so that nothing
 *   has to be read first; a draft that became a case is no longer changed; its number stays. One that went on elsewhere is not
 *   written over: what its first door still holds becomes a draft again. What staff type meanwhile is beside it and stays.
 * Errors: gone — the draft became a case; not-now — the database is away.
 * Source: decisions 0010, 0013, 0014
 */
export async function overwriteDraft(ctx: DeskContext, input: OverwriteDraft): Promise<void> {
  requireMay(ctx.actor, 'draft.save');
  const { id, service, version, channel, language } = input;
  const now = ctx.clock.now();
  const expiresAt = new Date(now.getTime() + draftLifeMs);
  const { wrapped, key } = newDataKey(ctx.keyring, `draft:${id}`);
  const started = chain(
    { subject: { kind: 'draft', id }, kind: 'draft.started', data: { channel, service } },
    ctx.actor,
    now,
    { seq: 0, hash: chainStart },
  );
  // A row that was inserted has no xmax: only the first of all writers starts the history, even of a draft that has moved since.
  const write = () =>
    ctx.sql`
    with kept as (
      insert into draft (id, external_key, service_code, service_version, channel, language, data_key, sealed, created_at, updated_at, expires_at)
      values (${id}, ${input.externalKey ?? null}, ${service}, ${version}, ${channel}, ${language}, ${wrapped},
        ${key.seal('content', input.content)}, ${now}, ${now}, ${expiresAt})
      on conflict (id) do update set data_key = excluded.data_key, sealed = excluded.sealed, language = excluded.language,
        service_code = excluded.service_code, service_version = excluded.service_version, updated_at = excluded.updated_at,
        expires_at = excluded.expires_at
      where draft.case_id is null
      returning xmax = 0 as is_new
    ), headed as (
      insert into event_head (subject_id, seq, hash) select ${id}, ${started.seq}, ${started.hash} from kept where is_new
      on conflict (subject_id) do nothing returning subject_id
    ), told as (
      insert into event (subject_id, seq, subject_kind, kind, actor_kind, actor_id, at, data, previous_hash, hash)
      select ${id}, ${started.seq}, ${started.subjectKind}, ${started.kind}, ${started.actorKind}, ${started.actorId},
        ${now}, ${ctx.sql.json(started.data)}, ${started.previousHash}, ${started.hash}
      from headed
    )
    select is_new from kept`.catch((error: unknown) => {
      throw translateDatabaseError(error) ?? error;
    });
  // Two first writers may meet at the door's key before they meet at the id: who waited there finds the row the second time.
  const { count } = await write().catch((error: unknown) => {
    if (isDeskError(error) && error.code === 'conflict') return write();
    throw error;
  });
  if (count === 0) throw new DeskError('gone', 'draft-submitted');
}
