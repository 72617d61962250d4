import { readLetterCode, readPageCode, type Sign } from '../page-code.ts';
import type { ReadPage } from './read-page.ts';

export type PageIdentity = Pick<ReadPage, 'code' | 'codeText' | 'reference' | 'doubts'>;

/** As many copies of its code as a page carries; more are two sheets on one picture. */
const copiesMax = 2;

/**
 * Says whose page it is by the codes found on it, one text a copy. Two different codes, more copies than a page carries, or a
 * code without proof name nothing: a person looks.
 */
export function identifyPage(texts: readonly string[], sign: Sign): PageIdentity {
  const different = [...new Set(texts)];
  const [codeText] = different;
  if (codeText === undefined) return { doubts: [] };
  if (different.length > 1 || texts.length > copiesMax) return { doubts: ['two-codes'] };
  const code = readPageCode(codeText, sign) ?? readLetterCode(codeText, sign);
  if (code === undefined || code === 'forged') return { codeText, doubts: ['forged-code'] };
  // A letter of ours that is about no case: what comes back with it is for a person.
  if (code === 'none') return { codeText, doubts: [] };
  return 'reference' in code
    ? { codeText, reference: code.reference, doubts: [] }
    : { codeText, code, doubts: [] };
}

/**
 * Proves the code of a page that was read with `provenLater`, in the process that holds the key.
 *
 * Guarantee: what the page says of its own identity is not believed, only what its code proves.
 */
export function provePage(page: ReadPage, sign: Sign): ReadPage {
  const { code: _, reference: __, ...rest } = page;
  if (page.codeText === undefined) return rest;
  const { doubts, ...identity } = identifyPage([page.codeText], sign);
  const known = { ...rest, ...identity, doubts: [...new Set([...page.doubts, ...doubts])] };
  return doubts.includes('forged-code') ? { ...known, trust: 'none', marks: 0 } : known;
}
