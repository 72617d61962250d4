import { createHash, randomBytes } from 'node:crypto';
import { type AppointmentId, type Bilingual, DeskError, newId, type PlaceId } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import { requirePerson } from '../audit/require-person.ts';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { staffIdOf } from '../visits/staff-at.ts';

/**
 * Makes the secret address of a place's calendar, and ends the one before.
 *
 * Guarantee: the secret is told once and kept as a hash only. Errors: not-found — no such place
 */
export async function makeFeed(ctx: DeskContext, placeId: PlaceId): Promise<{ token: string }> {
  return transact(ctx, 'appointment.feed', async (tx) => {
    requirePerson(ctx);
    const [place] = await tx.sql`select 1 from place where id = ${placeId}`;
    if (!place) throw new DeskError('not-found', 'no-such-place');
    const token = randomBytes(24).toString('base64url');
    await tx.sql`update appointment_feed set revoked_at = ${tx.now} where place_id = ${placeId} and revoked_at is null`;
    await tx.sql`
      insert into appointment_feed (id, place_id, token_hash, made_at, made_by)
      values (${newId()}, ${placeId}, ${hashOf(token)}, ${tx.now}, ${staffIdOf(ctx)})`;
    return tx.record({ subject: { kind: 'place', id: placeId }, kind: 'appointment-feed.made' }, { token });
  });
}

export interface FeedEntry {
  id: AppointmentId;
  sequence: number;
  startsAt: Date;
  endsAt: Date;
  seat: number;
  serviceCode: string;
}

/** Gives the coming appointments of the place whose secret address was asked, 500 at most; undefined when nobody gave it. No names. */
export function readFeed(
  ctx: DeskContext,
  token: string,
): Promise<{ place: Bilingual; entries: FeedEntry[] } | undefined> {
  return readAs(ctx, 'feed.read', async (sql) => {
    const [feed] = await sql<[{ placeId: PlaceId; nameFr: string; nameEn: string }?]>`
      select f.place_id, p.name_fr, p.name_en from appointment_feed f join place p on p.id = f.place_id
      where f.token_hash = ${hashOf(token)} and f.revoked_at is null`;
    if (!feed) return undefined;
    const since = new Date(ctx.clock.now().getTime() - 86_400_000);
    const entries = await sql<FeedEntry[]>`
      select first_id as id, version as sequence, starts_at, ends_at, seat, service_code from appointment
      where place_id = ${feed.placeId} and starts_at >= ${since} and (ended_how is null or ended_how in ('arrived', 'missed'))
      order by starts_at, seat limit 500`;
    return { place: { fr: feed.nameFr, en: feed.nameEn }, entries: [...entries] };
  });
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
