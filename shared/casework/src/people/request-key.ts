import { createHash } from 'node:crypto';
import { canonicalJson, type CaseId, DeskError, minute, type Reference } from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

/** What tells a request of a program that is sent again from a new one. */
export interface RequestKey {
  /** Of who sends it, what is asked, and the key that they gave it. */
  hash: Buffer;
  /** Of what it says. */
  fingerprint: Buffer;
}

/** After that long without an answer, whoever did it died, and it is done by whoever asks again. Unit: milliseconds. */
export const pendingMs = 2 * minute;

/** Makes the key of a request. Guarantee: nobody's key is another's, nor that of another operation; kept as a keyed hash only. */
export function requestKey(
  { actor, keyring }: DeskContext,
  { asked, key, body }: { asked: string; key: string; body: unknown },
): RequestKey {
  const who = actor.kind === 'staff' ? actor.staffId : actor.kind;
  return {
    hash: keyring.blindIndex('request-key', `${who} ${asked} ${key}`),
    fingerprint: createHash('sha256')
      .update(canonicalJson(body ?? null))
      .digest(),
  };
}

/**
 * Writes a request down before it is done; `known` was answered before. No event, since nothing changes by it.
 *
 * Errors: invalid — its key was used for another one; conflict — it is being done.
 */
export function claimRequest(
  ctx: DeskContext,
  { hash, fingerprint }: RequestKey,
): Promise<'claimed' | 'known'> {
  return transact<'claimed' | 'known'>(ctx, 'key.make', async (tx) => {
    const { now } = tx;
    const claimed = await tx.sql`
      insert into request_key (key_hash, fingerprint, at, pending_since) values (${hash}, ${fingerprint}, ${now}, ${now})
      on conflict (key_hash) do nothing`;
    if (claimed.count > 0) return tx.unchanged('claimed');
    const [row] = await tx.sql<[{ fingerprint: Buffer; pendingSince: Date | null }?]>`
      select fingerprint, pending_since from request_key where key_hash = ${hash} for update`;
    // Refused and forgotten meanwhile: whoever asks once more does it.
    if (!row) throw new DeskError('conflict', 'still-in-flight');
    if (!row.fingerprint.equals(fingerprint)) throw new DeskError('invalid', 'idempotency-key-reused');
    if (row.pendingSince === null) return tx.unchanged('known');
    if (now.getTime() - row.pendingSince.getTime() < pendingMs)
      throw new DeskError('conflict', 'still-in-flight');
    await tx.sql`update request_key set pending_since = ${now} where key_hash = ${hash}`;
    return tx.unchanged('claimed');
  });
}

/** Keeps that a claimed request was answered, so that its key serves for no other. Safe to repeat. */
export function settleRequest(ctx: DeskContext, { hash }: RequestKey): Promise<void> {
  return transact(ctx, 'key.make', async (tx) => {
    await tx.sql`update request_key set pending_since = null where key_hash = ${hash}`;
    return tx.unchanged(undefined);
  });
}

/** Forgets a claimed request that was refused or that gave nothing: it may be put right under its key. Safe to repeat. */
export function forgetRequest(ctx: DeskContext, { hash }: RequestKey): Promise<void> {
  return transact(ctx, 'key.make', async (tx) => {
    await tx.sql`delete from request_key where key_hash = ${hash} and pending_since is not null`;
    return tx.unchanged(undefined);
  });
}

/** Writes beside the key of a request which case it was given, in the transaction that gives it. */
export async function writeGivenCase(
  { sql, now }: DeskTx,
  { hash, fingerprint }: RequestKey,
  { caseId, reference }: { caseId: CaseId; reference: Reference },
): Promise<void> {
  await sql`
    insert into request_key (key_hash, fingerprint, at, reference, case_id)
    values (${hash}, ${fingerprint}, ${now}, ${reference}, ${caseId})
    on conflict (key_hash) do update set reference = excluded.reference, case_id = excluded.case_id`;
}

/** Tells which case a request was given, from its own row: also when the case is out of the actor's sight since. */
export async function findGivenCase(
  { sql }: DeskTx,
  { hash }: RequestKey,
): Promise<{ caseId: CaseId; reference: Reference } | undefined> {
  const [row] = await sql<[{ caseId: CaseId; reference: Reference }?]>`
    select case_id, reference from request_key where key_hash = ${hash} and case_id is not null`;
  return row;
}
