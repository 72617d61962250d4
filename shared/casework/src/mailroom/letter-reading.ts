import type { Language } from '@guichet/kernel';

/** What the machine read of one field, and why a person must look at it. */
export interface FieldReading {
  /** Question key, `question.part`, or `group.0.member`. */
  path: string;
  /** As proposed; nothing when the field is empty or unreadable. */
  text: string;
  /** 0 to 1. */
  confidence: number;
  /** Reasons, as keys of the words table; none means sure. */
  doubts: string[];
  /** Where on the straightened page picture, in its pixels. */
  crop: { page: number; x: number; y: number; width: number; height: number };
}

/** One letter as read: a form whose code was found, or pages that a person must classify. Kept sealed. */
export interface LetterReading {
  form: { service: string; version: number; language: Language; serial: string } | undefined;
  /** The case that the code on its first page names: a slip, or a letter of ours that came back. Digits only. */
  reference?: string;
  /** The number of the draft that its form goes on with. Digits only. */
  draft?: string;
  missingPages: number[];
  /** Raw answers by question key, for the definition's parser. */
  answers: Record<string, unknown>;
  fields: FieldReading[];
  /** Whether there is ink where the form is signed. */
  signature?: 'present' | 'absent' | 'doubtful';
  /** What was read on each page of a letter without a form, in the order of its pages. */
  text?: readonly (readonly ReadLine[])[];
  /** Of the page pictures that the text was read from. Unit: pixels */
  sizes?: readonly ({ width: number; height: number } | null)[];
  /** Found in that text; nobody confirmed it. */
  suggestions?: LetterSuggestions;
  /** Pages of our forms that a page whose code can't be read looks like, best first; nobody confirmed them. */
  candidates?: readonly FormCandidate[];
  /** `bytes` gives a page's picture when it is kept, so that no batch is in memory whole; none where it has none. `place`: in the file, from 1. */
  pages: { bytes: () => Promise<Buffer>; mediaType: string; reasons: string[]; place?: number }[];
}

/** A page of a form, and how much a scanned page looks like it. Unit: likeness 0 to 1 */
export interface FormCandidate {
  service: string;
  version: number;
  language: Language;
  page: number;
  likeness: number;
}

export type StoredReading = Omit<LetterReading, 'pages' | 'form'> & { pageReasons: string[][] };

/** Where on the pages something stands. Unit: page from 1; pixels of the page picture. */
export interface PageSpot {
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One line of a page as read; lines of one paragraph carry one number. */
export interface ReadLine {
  paragraph: number;
  words: readonly { text: string; confidence: number; x: number; y: number; width: number; height: number }[];
}

/** A proposal for a person, never a decision. */
export interface Suggested<T> {
  value: T;
  /** 0 to 1. */
  confidence: number;
  spot: PageSpot;
}

/** What a letter without a form says of itself. */
export interface LetterSuggestions {
  language?: Language;
  /** ISO days. */
  dates: readonly (Suggested<string> & { of: 'letter' | 'postmark' })[];
  /** Digits only. */
  references: readonly Suggested<string>[];
  /** E.164. */
  phones: readonly Suggested<string>[];
  emails: readonly Suggested<string>[];
  addresses: readonly Suggested<{
    street: string;
    unit?: string;
    municipality: string;
    province: string;
    postalCode: string;
  }>[];
  /** Who signs, as typed. */
  names: readonly Suggested<string>[];
}

/** What one page of a batch was taken for. */
export interface PageTaken {
  /** In the file, from 1: where its sheet lies in the pile. */
  place: number;
  takenFor: 'form' | 'duplicate' | 'letter' | 'blank' | 'undecodable' | 'returned';
  /** Of a form: which of its pages it is. */
  formPage?: number;
  formPages?: number;
  /** Reasons, as keys of the words table. */
  doubts: string[];
  /** Which letter of the batch it is in, from 0. */
  letter?: number;
  /** JPEG, too small to be read. */
  small?: Buffer;
  /** Gives the JPEG of a page that is in no letter. */
  picture?: () => Promise<Buffer>;
}

/** Lists the questions that stand on the form of a letter: of one printed for a case, those that were asked again. */
export function askedOn({ fields }: Pick<StoredReading, 'fields'>): string[] {
  return [...new Set(fields.map(({ path }) => path.split('.')[0] ?? ''))];
}
