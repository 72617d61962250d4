import { type Bilingual, type CounterId, DeskError, newId, type PlaceId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { type Family, isFamily } from './families.ts';

export interface NewPlace {
  /** Stays: the same code is the same place. */
  code: string;
  name: Bilingual;
  /** IANA, `America/Toronto`. */
  timeZone: string;
  /** How much earlier than they came whoever goes first is called, at most. Unit: minutes. */
  priorityMinutes?: number;
}

/** Adds a place with counters. Guarantee: repeating changes nothing. Errors: invalid */
export async function addPlace(ctx: DeskContext, input: NewPlace): Promise<PlaceId> {
  return transact(ctx, 'place.write', async (tx) => {
    const code = input.code.trim().toLowerCase();
    const [known] = await tx.sql<[{ id: PlaceId }?]>`select id from place where code = ${code}`;
    if (known) return tx.unchanged(known.id);
    const [fr, en] = [input.name.fr.trim(), input.name.en.trim()];
    if (!/^[a-z0-9-]{2,40}$/.test(code) || fr === '' || en === '' || !isTimeZone(input.timeZone))
      throw new DeskError('invalid', 'place-wrong');
    const id = newId<'place'>();
    await tx.sql`
      insert into place (id, code, name_fr, name_en, time_zone, priority_minutes)
      values (${id}, ${code}, ${fr}, ${en}, ${input.timeZone}, ${input.priorityMinutes ?? 15})`;
    return tx.record({ subject: { kind: 'place', id }, kind: 'place.added', data: { code } }, id);
  });
}

export interface NewCounter {
  placeId: PlaceId;
  /** As the board says it: `1`, `2B`. */
  name: string;
  /** None serves every family. */
  families?: readonly Family[];
}

/** Adds a counter to a place. Guarantee: one name, one counter; repeating changes nothing. Errors: not-found; invalid */
export async function addCounter(
  ctx: DeskContext,
  { placeId, name, families = [] }: NewCounter,
): Promise<CounterId> {
  return transact(ctx, 'place.write', async (tx) => {
    const [place] = await tx.sql`select 1 from place where id = ${placeId}`;
    if (!place) throw new DeskError('not-found', 'no-such-place');
    const said = name.trim();
    if (said === '' || said.length > 12 || !families.every(isFamily))
      throw new DeskError('invalid', 'counter-wrong');
    const [known] = await tx.sql<[{ id: CounterId }?]>`
      select id from counter where place_id = ${placeId} and name = ${said}`;
    if (known) return tx.unchanged(known.id);
    const id = newId<'counter'>();
    await tx.sql`
      insert into counter (id, place_id, name, families) values (${id}, ${placeId}, ${said}, ${families as string[]})`;
    return tx.record(
      {
        subject: { kind: 'counter', id },
        kind: 'counter.added',
        data: { name: said, families: [...families] },
      },
      id,
    );
  });
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
