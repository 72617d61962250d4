import { type Channel, channels, isId, type Language, languages, type StaffId } from '@guichet/kernel';
import { placeKey } from './place-key.ts';

export const dueClasses = ['late', 'today', 'later'] as const;
/** Promised for a day that is over, for today, or within the norm. Days are of the desk. */
export type DueClass = (typeof dueClasses)[number];

/** What of the queue is shown; absent means all. Nothing of it is personal: it stands in the page's address. */
export interface QueueFilter {
  service?: string;
  channel?: Channel;
  language?: Language;
  team?: string;
  due?: DueClass;
  /** A street, as `placeKey` writes it. */
  place?: string;
  /** Cases that somebody holds, in place of those that wait. */
  heldBy?: StaffId;
}

const keys = ['service', 'channel', 'language', 'team', 'due', 'place', 'held'] as const;
const code = /^[a-z0-9][a-z0-9-]{0,60}$/;

/** Reads filters out of an address; what is none of ours falls away. */
export function readFilter(asked: (key: string) => string | undefined): QueueFilter {
  const among = <T extends string>(key: string, list: readonly T[]): T | undefined =>
    list.find((one) => one === asked(key));
  const coded = (key: string): string | undefined => {
    const text = asked(key) ?? '';
    return code.test(text) ? text : undefined;
  };
  const held = asked('held') ?? '';
  const read = {
    service: coded('service'),
    channel: among('channel', channels),
    language: among('language', languages),
    team: coded('team'),
    due: among('due', dueClasses),
    place: placeKey((asked('place') ?? '').slice(0, 120)),
    heldBy: isId(held) ? (held as StaffId) : undefined,
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** Writes filters as they stand in an address, in one order, so that equal filters are one text; empty for none. */
export function writeFilter({ heldBy, ...filter }: QueueFilter): string {
  const facts: Readonly<Record<string, string | undefined>> = { ...filter, held: heldBy };
  const query = new URLSearchParams();
  for (const key of keys) {
    const value = facts[key];
    if (value !== undefined) query.set(key, value);
  }
  return query.toString();
}
