import type { Catalogue } from '@guichet/catalogue/load';
import type { Channel, Clock, CounterId, DeviceId, Id, PlaceId, StaffId } from '@guichet/kernel';
import type { OwnDays } from './clocks/calendar.ts';
import type { EvidenceStore, Keyring, Sql } from '@guichet/platform';

export const roles = ['agent', 'clerk', 'supervisor', 'privacy-officer'] as const;
export type Role = (typeof roles)[number];

/** What stands in the hall: what tells whose turn it is, what gives tickets, and the screen before a person at a counter. */
export const deviceUses = ['board', 'kiosk', 'screen'] as const;
export type DeviceUse = (typeof deviceUses)[number];

/** Who acts. The database sees the kind, the staff id and the teams; the history keeps kind and id. */
export type Actor =
  | { kind: 'public'; channel: Channel | 'api' }
  | {
      kind: 'staff';
      staffId: StaffId;
      roles: readonly Role[];
      teams: readonly string[];
      /** The key by which a program acts in their name; absent for the person themselves. */
      keyId?: Id<'access-key'>;
    }
  /** The desk's own process, before it knows who is in front of it. */
  | { kind: 'door' }
  /** A screen or kiosk in a hall: it acts for one place, a screen for one counter of it. */
  | { kind: 'device'; deviceId: DeviceId; use: DeviceUse; placeId: PlaceId; counterId: CounterId | null }
  | { kind: 'system'; name: string };

/** The definitions on offer and what is wrong with the others; `find` without a version gives the newest on offer. */
export type ServiceShelf = Pick<Catalogue, 'services' | 'problems' | 'standIns' | 'drafts' | 'find'> & {
  /** Reads again what is published, where the shelf follows it. */
  refresh?(): Promise<void>;
};

/** The days on which the body does otherwise than the public service's calendar says. */
export interface Closures {
  readonly known: OwnDays;
  /** Reads them again, where they are followed. */
  refresh?(): Promise<void>;
}

/** What a verb needs of the world; made once a process, with the actor set per request by `as`. */
export interface DeskContext {
  sql: Sql;
  clock: Clock;
  actor: Actor;
  catalogue: ServiceShelf;
  keyring: Keyring;
  evidence: EvidenceStore;
  /** The version of the case that whoever acts had before them; a save on an older one is refused. */
  seen?: number;
  /** Absent where the public service's calendar is the body's. */
  closures?: Closures;
}

/** Gives the same context with another actor. */
export function as(ctx: DeskContext, actor: Actor): DeskContext {
  return { ...ctx, actor };
}

/** How the history names an actor: never a person of the public. */
export function actorId(actor: Actor): string {
  switch (actor.kind) {
    case 'staff':
      return actor.staffId;
    case 'system':
      return actor.name;
    case 'public':
      return actor.channel;
    case 'door':
      return 'desk';
    case 'device':
      return actor.deviceId;
  }
}
