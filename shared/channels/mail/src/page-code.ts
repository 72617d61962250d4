import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Language } from '@guichet/kernel';
import type { PaperName, PrintSize } from './paper.ts';

/** What the code of a page says: which sheet of which printing of which form. */
export interface PageCode {
  service: string;
  version: number;
  language: Language;
  page: number;
  pages: number;
  /** One printing of the form: its pages belong together. */
  serial: string;
  /** Fingerprint of where the fields stand; a form is read by the layout that it was printed by. */
  geometry: string;
  paper: PaperName;
  print: PrintSize;
  /** Whose answers are asked for, when the form was printed for one request. */
  about?: PageSubject;
}

/**
 * The request that a printed page belongs to.
 *
 * Guarantee: names nobody and opens nothing: both numbers are drawn at random, and each door wants a second fact with them
 *   (decisions 0006 and 0013), so whoever finds the sheet learns no more from its code than from the words beside it.
 */
export type PageSubject =
  | { readonly kind: 'case'; readonly reference: string }
  | { readonly kind: 'draft'; readonly number: string };

/** Makes the truncated proof of a payload; only the desk's own key makes one. */
export type Sign = (payload: string) => string;

/** Stands where the desk's key must not be: a code is taken as read, for whoever holds the key to prove (`provePage`). */
export const provenLater: Sign = () => {
  throw new Error('signs nothing');
};

const isProven = (sign: Sign, payload: string, proof: string): boolean =>
  sign === provenLater || sameText(sign(payload), proof);

/**
 * Gives a function that signs page codes with the desk's key.
 *
 * Guarantee: 50 bits of HMAC-SHA-256; a code made up or changed by hand is taken as one time in 10^15.
 */
export function pageSigner(key: Uint8Array): Sign {
  return (payload) => base32(createHmac('sha256', key).update(payload).digest(), 10);
}

/** Makes the serial of one printing: 50 bits at random, without letters that look alike. */
export function newSerial(): string {
  return base32(randomBytes(8), 10);
}

/**
 * Writes a page code as it stands in the QR: `G1/<code>/<version>/<lang>/<page>-<pages>/<serial>/<geometry>/<mac>`;
 * before the proof stand `A4`, `LARGE`, and `C` or `D` with the number of a case or a draft, where they apply.
 *
 * Shape: a code of the first printings, which has none of these, is of a Letter sheet in normal print. Upper case throughout, which a QR packs a third denser; codes of services hold lower case only, so nothing is lost.
 */
export function writePageCode(code: PageCode, sign: Sign): string {
  const payload = [
    'G1',
    code.service,
    code.version,
    code.language,
    `${code.page}-${code.pages}`,
    code.serial,
    code.geometry,
    ...(code.paper === 'a4' ? ['A4'] : []),
    ...(code.print === 'large' ? ['LARGE'] : []),
    ...(code.about === undefined ? [] : [subjectText(code.about)]),
  ]
    .join('/')
    .toUpperCase();
  return `${payload}/${sign(payload)}`;
}

function subjectText(about: PageSubject): string {
  return about.kind === 'case' ? `C${about.reference}` : `D${about.number}`;
}

function subjectOf(text: string): PageSubject {
  const number = text.slice(1);
  return text.startsWith('C') ? { kind: 'case', reference: number } : { kind: 'draft', number };
}

const formPattern =
  /^G1\/(?<service>[A-Z0-9-]{1,40})\/(?<version>\d{1,6})\/(?<language>FR|EN)\/(?<page>\d{1,2})-(?<pages>\d{1,2})\/(?<serial>[0-9A-Z]{4,16})\/(?<geometry>[0-9A-Z]{4}|[0-9A-Z]{8})(?<a4>\/A4)?(?<large>\/LARGE)?(?:\/(?<about>[CD]\d{10}))?$/;

/** Reads a page code; undefined when it is not one of ours, `forged` when it looks like one but its proof is wrong. */
export function readPageCode(text: string, sign: Sign): PageCode | 'forged' | undefined {
  const cut = text.lastIndexOf('/');
  const payload = text.slice(0, cut);
  const groups = formPattern.exec(payload)?.groups;
  if (groups === undefined) return undefined;
  if (!isProven(sign, payload, text.slice(cut + 1))) return 'forged';
  return {
    service: (groups['service'] ?? '').toLowerCase(),
    version: Number(groups['version']),
    language: groups['language'] === 'EN' ? 'en' : 'fr',
    page: Number(groups['page']),
    pages: Number(groups['pages']),
    serial: groups['serial'] ?? '',
    geometry: groups['geometry'] ?? '',
    paper: groups['a4'] === undefined ? 'letter' : 'a4',
    print: groups['large'] === undefined ? 'normal' : 'large',
    ...(groups['about'] === undefined ? {} : { about: subjectOf(groups['about']) }),
  };
}

/**
 * Writes the code of a letter we send, so that what comes back with it finds its case, and an envelope that comes back its own
 * posting: `L2/<reference>/<serial>/<mac>`; without a serial, as on a cover slip, `L1/<reference>/<mac>`; without a case, `L3/<serial>/<mac>`.
 */
export function writeLetterCode(reference: string | undefined, sign: Sign, serial?: string): string {
  if (reference === undefined) return `L3/${serial}/${sign(`L3/${serial}`)}`;
  const payload = serial === undefined ? `L1/${reference}` : `L2/${reference}/${serial}`;
  return `${payload}/${sign(payload)}`;
}

/** Reads the reference out of the code of one of our letters, whichever printing it is of; `none` when it is about no case. */
export function readLetterCode(
  text: string,
  sign: Sign,
): { reference: string } | 'none' | 'forged' | undefined {
  const read = letterCode(text, sign);
  if (typeof read !== 'object') return read;
  return read.reference === undefined ? 'none' : { reference: read.reference };
}

/** What the code of something we posted says: its own serial, or, where it had none yet, the case it is about. */
export type PostedCode = { code: string } | { reference: string };

/** Reads which posting a page is of: a letter's or a form's own serial. Undefined when it is no code of ours. */
export function readPostedCode(text: string, sign: Sign): PostedCode | 'forged' | undefined {
  const letter = letterCode(text, sign);
  if (letter === 'forged') return letter;
  if (letter?.serial !== undefined) return { code: letter.serial };
  if (letter?.reference !== undefined) return { reference: letter.reference };
  const page = readPageCode(text, sign);
  return typeof page === 'object' ? { code: page.serial } : page;
}

interface LetterCode {
  reference?: string | undefined;
  serial?: string | undefined;
}

const letterPattern =
  /^(?<payload>L1\/(?<slip>\d{10})|L2\/(?<case>\d{10})\/(?<serial>[0-9A-Z]{4,16})|L3\/(?<alone>[0-9A-Z]{4,16}))\/(?<mac>[0-9A-Z]+)$/;

function letterCode(text: string, sign: Sign): LetterCode | 'forged' | undefined {
  const groups = letterPattern.exec(text)?.groups;
  if (groups === undefined) return undefined;
  if (!isProven(sign, groups['payload'] ?? '', groups['mac'] ?? '')) return 'forged';
  return { reference: groups['slip'] ?? groups['case'], serial: groups['serial'] ?? groups['alone'] };
}

/** Writes bytes in Crockford's base 32, which has no I, L, O or U. */
export function base32(bytes: Uint8Array, length: number): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  let bits = 0n;
  for (const byte of bytes.subarray(0, Math.ceil((length * 5) / 8))) bits = (bits << 8n) | BigInt(byte);
  let text = '';
  for (let at = 0; at < length; at++) {
    text = (alphabet[Number(bits & 31n)] ?? '') + text;
    bits >>= 5n;
  }
  return text;
}

function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
