import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Language } from '@guichet/kernel';

/** What the code of a page says: which sheet of which printing of which form. */
export interface PageCode {
  service: string;
  version: number;
  language: Language;
  page: number;
  pages: number;
  /** One printing of the form: its pages belong together. */
  serial: string;
  /** Fingerprint of where the fields stand; a form printed by another layout is read by a person. */
  geometry: string;
}

/** Makes the truncated proof of a payload; only the desk's own key makes one. */
export type Sign = (payload: string) => string;

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
 * Writes a page code as it stands in the QR: `G1/<code>/<version>/<lang>/<page>-<pages>/<serial>/<geometry>/<mac>`.
 *
 * Shape: upper case throughout, which a QR packs a third denser; codes of services hold lower case only, so nothing is lost.
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
  ]
    .join('/')
    .toUpperCase();
  return `${payload}/${sign(payload)}`;
}

const formPattern =
  /^G1\/(?<service>[A-Z0-9-]{1,40})\/(?<version>\d{1,6})\/(?<language>FR|EN)\/(?<page>\d{1,2})-(?<pages>\d{1,2})\/(?<serial>[0-9A-Z]{4,16})\/(?<geometry>[0-9A-Z]{4})$/;

/** Reads a page code; undefined when it is not one of ours, `forged` when it looks like one but its proof is wrong. */
export function readPageCode(text: string, sign: Sign): PageCode | 'forged' | undefined {
  const cut = text.lastIndexOf('/');
  const payload = text.slice(0, cut);
  const groups = formPattern.exec(payload)?.groups;
  if (groups === undefined) return undefined;
  if (!sameText(sign(payload), text.slice(cut + 1))) return 'forged';
  return {
    service: (groups['service'] ?? '').toLowerCase(),
    version: Number(groups['version']),
    language: groups['language'] === 'EN' ? 'en' : 'fr',
    page: Number(groups['page']),
    pages: Number(groups['pages']),
    serial: groups['serial'] ?? '',
    geometry: groups['geometry'] ?? '',
  };
}

/** Writes the code of a letter we send, so that what comes back with it finds its case: `L1/<reference>/<mac>`. */
export function writeLetterCode(reference: string, sign: Sign): string {
  const payload = `L1/${reference}`;
  return `${payload}/${sign(payload)}`;
}

/** Reads the reference out of the code of one of our letters. */
export function readLetterCode(text: string, sign: Sign): string | 'forged' | undefined {
  const match = /^(L1\/(\d{10}))\/([0-9A-Z]+)$/.exec(text);
  if (match === null) return undefined;
  return sameText(sign(match[1] ?? ''), match[3] ?? '') ? match[2] : 'forged';
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
