import { describe, expect, it } from 'vitest';
import {
  newSerial,
  pageSigner,
  readLetterCode,
  readPageCode,
  readPostedCode,
  writeLetterCode,
  writePageCode,
} from './page-code.ts';

const sign = pageSigner(Buffer.from('key'));
const code = {
  service: 'permis-chien',
  version: 3,
  language: 'fr',
  page: 2,
  pages: 4,
  serial: newSerial(),
  geometry: 'AB12',
  paper: 'letter',
  print: 'normal',
} as const;

describe('page codes', () => {
  it('what is written is read back', () => {
    expect(readPageCode(writePageCode(code, sign), sign)).toEqual(code);
    expect(readLetterCode(writeLetterCode('1234567890', sign), sign)).toEqual({ reference: '1234567890' });
  });

  it('a letter names its case and its own posting; one of before names its case alone', () => {
    const posted = writeLetterCode('1234567890', sign, 'ABCDEFGHJK');
    expect(readLetterCode(posted, sign)).toEqual({ reference: '1234567890' });
    const alone = writeLetterCode(undefined, sign, 'ABCDEFGHJK');
    expect(readLetterCode(alone, sign)).toBe('none');
    expect(readPostedCode(alone, sign)).toEqual({ code: 'ABCDEFGHJK' });
    expect(readPostedCode(alone.replace('ABC', 'ABD'), sign)).toBe('forged');
    expect(readPostedCode(posted, sign)).toEqual({ code: 'ABCDEFGHJK' });
    expect(readPostedCode(writeLetterCode('1234567890', sign), sign)).toEqual({ reference: '1234567890' });
    expect(readPostedCode(writePageCode(code, sign), sign)).toEqual({ code: code.serial });
    expect(readPostedCode('https://exemple.ca', sign)).toBeUndefined();
    for (const forged of [
      posted.replace('ABCDEFGHJK', 'ABCDEFGHJM'),
      posted.replace('1234567890', '1234567891'),
    ]) {
      expect(readPostedCode(forged, sign)).toBe('forged');
      expect(readLetterCode(forged, sign)).toBe('forged');
    }
  });

  it('the sheet, the print and the request that a page belongs to are read back', () => {
    const printings = [
      { paper: 'a4' },
      { print: 'large' },
      { about: { kind: 'case', reference: '1234567890' } },
      { paper: 'a4', print: 'large', geometry: 'AB12CD34', about: { kind: 'draft', number: '9876543210' } },
    ] as const;
    for (const more of printings) {
      const printed = { ...code, ...more };
      expect(readPageCode(writePageCode(printed, sign), sign)).toEqual(printed);
    }
  });

  it('a code of the first printings, which says nothing of sheet and print, is of a Letter sheet in normal print', () => {
    const first = 'G1/PERMIS-CHIEN/3/FR/2-4/T3STPAPER0/AB12';
    expect(readPageCode(`${first}/${sign(first)}`, sign)).toEqual({ ...code, serial: 'T3STPAPER0' });
  });

  it('the request named in a code can not be changed for another', () => {
    const text = writePageCode({ ...code, about: { kind: 'case', reference: '1234567890' } }, sign);
    expect(readPageCode(text.replace('/C1234567890/', '/C1234567891/'), sign)).toBe('forged');
    expect(readPageCode(text.replace('/C1234567890/', '/'), sign)).toBe('forged');
  });

  it('a code changed by hand or signed by another desk is forged', () => {
    const text = writePageCode(code, sign);
    expect(readPageCode(text.replace('/2-4/', '/1-4/'), sign)).toBe('forged');
    expect(readPageCode(text, pageSigner(Buffer.from('other')))).toBe('forged');
    expect(readLetterCode('L1/1234567890/0000000000', sign)).toBe('forged');
  });

  it('a code of anything else is not ours', () => {
    for (const text of ['https://exemple.ca', 'G1/', 'G2/permis-chien/1/fr/1-1/AAAAA/BBBB/CCCC', '']) {
      expect(readPageCode(text, sign)).toBeUndefined();
    }
  });

  it('the payload fits the densest kind of QR', () => {
    expect(writePageCode(code, sign)).toMatch(/^[0-9A-Z/-]+$/);
  });
});
