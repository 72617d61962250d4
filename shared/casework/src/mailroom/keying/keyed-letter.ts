import type { Answers, Provenance } from '@guichet/catalogue';
import type { Language, LetterId, StaffId } from '@guichet/kernel';
import type { ContentKind } from '@guichet/catalogue';
import type { FieldReading } from '../letter-reading.ts';

/** What a person did with a field that the machine read. */
export interface KeyedField {
  path: string;
  /** Left as read because the machine was sure; confirmed by a key; changed; or typed where nothing was read. */
  how: 'left' | 'confirmed' | 'corrected' | 'typed';
  /** Of a field keyed without seeing the reading: whether the reading was wrong. */
  sample?: { wrong: boolean };
}

/** A letter as a first person keyed it: kept sealed until what is critical was keyed by a second one. */
export interface KeptLetter {
  service: string;
  version: number;
  language: Language;
  answers: Answers;
  provenance: Record<string, Provenance>;
  depositedOn: string;
}

/** An answer that a second person is to key, as it is sealed. */
export interface SealedCheck {
  /** Where it stands on the pages. */
  crops: FieldReading['crop'][];
  /** Null where a person found nothing written, or could not read it. */
  first: unknown;
  second?: unknown;
  third?: unknown;
}

/** Gives the field of a letter's key under which a check is sealed. */
export function checkField(path: string): string {
  return `check:${path}`;
}

/** What is written of a letter once it was keyed. */
export interface Keying {
  letterId: LetterId;
  staffId: StaffId;
  fields: readonly (KeyedField & { content: ContentKind; confidence: number })[];
  /** Answers keyed where the machine read nothing at all: letters without a form. */
  unread: number;
}
