import { DeskError, newId } from '@guichet/kernel';
import { type DeskTx, transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { type LockedCase, lockCase } from '../lock-case.ts';
import type { LinkId, LinkKind } from './links-of.ts';

export interface LinkCases {
  reference: string;
  /** The other case, digits only. */
  other: string;
}

/**
 * Notes that two cases are about the same.
 *
 * Guarantee: one link a pair, whichever of the two asks; repeating is harmless; both histories tell.
 * Errors: not-found — no such case of the actor's teams; invalid — a case is no other of its own.
 */
export async function linkCases(ctx: DeskContext, input: LinkCases): Promise<LinkId> {
  return transact<LinkId>(ctx, 'case.link', async (tx) => {
    const [found, other] = await lockBoth(tx, input);
    const known = await linkBetween(tx, found, other);
    if (known) return tx.unchanged(known.id);
    const id = await writeLink(ctx, tx, found, other, 'related');
    await tx.note({
      subject: { kind: 'case', id: other.id },
      kind: 'case.linked',
      data: { other: found.reference },
    });
    return tx.record(
      { subject: { kind: 'case', id: found.id }, kind: 'case.linked', data: { other: other.reference } },
      id,
    );
  });
}

/**
 * Takes back that two cases are about the same. Guarantee: repeating is harmless.
 *
 * Errors: not-found; conflict — one is the duplicate or a part of the other, which stays.
 */
export async function unlinkCases(ctx: DeskContext, reference: string, id: LinkId): Promise<void> {
  return transact(ctx, 'case.link', async (tx) => {
    const found = await lockCase(tx, reference);
    const [link] = await tx.sql<[{ kind: LinkKind; endedAt: Date | null }?]>`
      select kind, ended_at from case_link where id = ${id} and ${found.id} in (case_id, other_id) for update`;
    if (!link) throw new DeskError('not-found', 'not-found');
    if (link.kind !== 'related') throw new DeskError('conflict', 'link-stays');
    if (link.endedAt !== null || ctx.actor.kind !== 'staff') return tx.unchanged(undefined);
    await tx.sql`update case_link set ended_at = ${tx.now}, ended_by = ${ctx.actor.staffId} where id = ${id}`;
    return tx.record(
      { subject: { kind: 'case', id: found.id }, kind: 'case.unlinked', data: { linkId: id } },
      undefined,
    );
  });
}

/** Locks two cases, always in one order, so that two who link them never wait for each other in a circle. */
export async function lockBoth(
  tx: DeskTx,
  { reference, other }: LinkCases,
): Promise<[LockedCase, LockedCase]> {
  if (reference === other) throw new DeskError('invalid', 'link-to-itself');
  const [low, high] = reference < other ? [reference, other] : [other, reference];
  const [first, second] = [await lockCase(tx, low), await lockCase(tx, high)];
  return reference === low ? [first, second] : [second, first];
}

/** Gives the link that two cases have. */
export async function linkBetween(tx: DeskTx, one: LockedCase, other: LockedCase) {
  const [link] = await tx.sql<[{ id: LinkId; kind: LinkKind }?]>`
    select id, kind from case_link where ended_at is null
      and least(case_id, other_id) = least(${one.id}::uuid, ${other.id}::uuid)
      and greatest(case_id, other_id) = greatest(${one.id}::uuid, ${other.id}::uuid)`;
  return link;
}

/** Writes that one case belongs to another; whoever calls writes the event. */
export async function writeLink(
  { actor }: DeskContext,
  tx: DeskTx,
  { id: caseId }: Pick<LockedCase, 'id'>,
  { id: otherId }: Pick<LockedCase, 'id'>,
  kind: LinkKind,
  tells = false,
): Promise<LinkId> {
  if (actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
  const id: LinkId = newId<'case-link'>();
  await tx.sql`
    insert into case_link (id, case_id, other_id, kind, tells, made_at, made_by)
    values (${id}, ${caseId}, ${otherId}, ${kind}, ${tells}, ${tx.now}, ${actor.staffId})`;
  return id;
}
