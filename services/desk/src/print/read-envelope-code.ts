import type { EnvelopeCode } from '@guichet/casework';
import { readPostedCode, type Sign } from '@guichet/channels/mail';
import { parseReference } from '@guichet/kernel';

/**
 * Reads what was scanned or typed of an envelope: the code of a page, the number of a mailing, or the reference of its case.
 *
 * Guarantee: a code reader set for another keyboard, which writes é for /, is understood, and so are letters that look like
 *   figures in a number typed by hand.
 */
export function readEnvelopeCode(typed: string, sign: Sign): EnvelopeCode | 'empty' | 'forged' | 'not-ours' {
  const text = typed.trim().toUpperCase();
  if (text === '') return 'empty';
  const code = text.replace(/[^0-9A-Z-]+/g, '/');
  if (/^(?:G1|L\d)\//.test(code)) return readPostedCode(code, sign) ?? 'not-ours';
  const bare = text.replace(/[^0-9A-Z]/g, '');
  const reference = parseReference(bare);
  if (reference) return { reference };
  const serial = bare.replaceAll('O', '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(serial) ? { code: serial } : 'not-ours';
}
