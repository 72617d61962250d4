import type { Language } from '@guichet/kernel';

/** Where on the pages something stands. Unit: page from 1; pixels of the upright page picture. */
export interface PageSpot {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Something found in a letter: a proposal for a person, never a decision. */
export interface Found<T> {
  readonly value: T;
  /** 0 to 1, of the least sure word it was found in. */
  readonly confidence: number;
  readonly spot: PageSpot;
}

export interface FoundAddress {
  readonly street: string;
  readonly unit?: string;
  readonly municipality: string;
  /** `QC`. */
  readonly province: string;
  /** `G1R 4S9`. */
  readonly postalCode: string;
}

/** What a letter without a form says of itself, in the order in which it stands there. */
export interface LetterSuggestions {
  readonly language?: Language;
  /** ISO days that the letter is dated, or that its envelope was stamped. */
  readonly dates: readonly (Found<string> & { readonly of: 'letter' | 'postmark' })[];
  /** References whose check digit is right; digits only. */
  readonly references: readonly Found<string>[];
  /** E.164, Canada and the United States. */
  readonly phones: readonly Found<string>[];
  readonly emails: readonly Found<string>[];
  readonly addresses: readonly Found<FoundAddress>[];
  /** Who signs, as typed. */
  readonly names: readonly Found<string>[];
}
