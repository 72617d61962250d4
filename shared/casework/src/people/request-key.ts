import { createHash } from 'node:crypto';
import { canonicalJson, DeskError } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import { type DeskTx, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

/** What tells a request of a program that is sent again from a new one. */
export interface RequestKey {
  /** Of who sends it, what is asked, and the key that they gave it. */
  hash: Buffer;
  /** Of what it says. */
  fingerprint: Buffer;
}

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

/** Tells whether a request was answered before. Errors: invalid — its key was used for another one. */
export function isRequestKnown(ctx: DeskContext, { hash, fingerprint }: RequestKey): Promise<boolean> {
  return readAs(ctx, 'key.make', async (sql) => {
    const [row] = await sql<[{ fingerprint: Buffer }?]>`
      select fingerprint from request_key where key_hash = ${hash}`;
    if (row && !row.fingerprint.equals(fingerprint)) throw new DeskError('invalid', 'idempotency-key-reused');
    return row !== undefined;
  });
}

/** Keeps that a request was answered, so that its key serves for no other; no event, since nothing changes by it. */
export function keepRequestKey(ctx: DeskContext, key: RequestKey): Promise<void> {
  return transact(ctx, 'key.make', async (tx) => {
    await writeRequestKey(tx, key, null);
    return tx.unchanged(undefined);
  });
}

/** Writes the key of a request, with the case that it was given, if any. Safe to repeat. */
export async function writeRequestKey(
  { sql, now }: DeskTx,
  { hash, fingerprint }: RequestKey,
  reference: string | null,
): Promise<void> {
  await sql`
    insert into request_key (key_hash, fingerprint, at, reference) values (${hash}, ${fingerprint}, ${now}, ${reference})
    on conflict (key_hash) do nothing`;
}
