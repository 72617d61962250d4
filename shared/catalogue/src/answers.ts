import type { Channel, EvidenceId, StaffId } from '@guichet/kernel';

/** A postal address in Canada or elsewhere. */
export interface AddressValue {
  /** Civic number and street, as written: `12-345, rue Saint-Jean`. */
  street: string;
  unit?: string;
  municipality: string;
  /** `QC`, `ON`… or a region's name abroad. */
  province: string;
  /** `G1R 4S9` in Canada. */
  postalCode: string;
  /** ISO 3166-1 alpha-2; absent means CA. */
  country?: string;
}

/** Where something is: words people would say, and a point when one is known. */
export interface PlaceValue {
  text: string;
  /** Degrees, WGS 84. */
  latitude?: number;
  longitude?: number;
}

export interface PersonValue {
  given: string;
  family: string;
  /** ISO date. */
  birthDate?: string;
}

/** Files sent, or the way they will come. */
export type FileValue = { evidence: EvidenceId[] } | { later: 'post' | 'counter' };

/** A wished place, day and time. */
export interface SlotValue {
  /** The key of a place of the question. */
  place: string;
  /** ISO date. */
  day: string;
  /** `HH:MM`, local time of the desk. */
  time: string;
}

/** Words spoken and kept as a recording, until a person has typed them. */
export interface PendingValue {
  pending: 'transcription';
  evidence: EvidenceId;
  /** What was keyed beside the recording, e.g. `postalCode` and `civic` of an address whose street was spoken, `birthDate`. */
  keyed?: { [part: string]: string };
}

export type MemberValue =
  | string
  | number
  | boolean
  | string[]
  | AddressValue
  | PlaceValue
  | PersonValue
  | PendingValue;
export type GroupEntry = { [key: string]: MemberValue };

/**
 * The stored answer of one question, the same whichever door it came through.
 *
 * Shape: text, long-text, email: string, trimmed · choice: option key · choices: option keys in the definition's order ·
 *   yes-no, consent: boolean · date: ISO date · number: number · money: whole cents · phone: E.164 · identifier:
 *   normalised text · address, place, person, file: objects above · group: list of entries ·
 *   scale: number · ranking: option keys from the first · slot: object above · information: never stored
 */
export type AnswerValue = MemberValue | FileValue | SlotValue | GroupEntry[];

export type Answers = { [key: string]: AnswerValue };

/** How a value reached us; kept with each answer. */
export interface Provenance {
  how:
    | 'typed'
    | 'keyed'
    | 'spoken'
    | 'recorded'
    | 'caller-id'
    | 'read-by-machine'
    | 'typed-by-staff'
    | 'reused';
  /** 0 to 1, for machine readings. */
  confidence?: number;
  /** Of paper: a person confirmed it beside its picture, or two persons keyed it. */
  checked?: 'once' | 'twice';
  /** Of a consent on paper: whether there is ink in the place to sign. */
  signature?: 'present' | 'absent' | 'doubtful';
  /** Who typed or confirmed it, of the staff. */
  by?: StaffId;
  /** From which channel they had it; absent where it came as the request did. */
  channel?: Channel;
}

/** Tells whether a value waits for a person to type what was said. */
export function isPending(value: unknown): value is PendingValue {
  return (
    typeof value === 'object' &&
    value !== null &&
    (value as { pending?: unknown }).pending === 'transcription'
  );
}
