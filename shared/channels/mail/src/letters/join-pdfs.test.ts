import { expect, it } from 'vitest';
import { paperSign, printed } from '../../../../../tests/support/paper/index.ts';
import { addressBlock } from './address-lines.ts';
import { joinPdfs } from './join-pdfs.ts';
import { letterPdf } from './letter-pdf.ts';

const address = { street: '12, rue (1 0 R)', municipality: 'Québec', province: 'QC', postalCode: 'G1R 4S9' };
const letter = (paragraphs: number, serial: string) =>
  letterPdf({
    language: 'fr',
    sender: ['Ville de Saint-Exemple'],
    recipient: addressBlock('Jeanne Tremblay', address, 'fr'),
    reference: '1234567890',
    serial,
    date: '24 novembre 2026',
    subject: 'Objet (2 0 R) d’une lettre',
    paragraphs: Array.from({ length: paragraphs }, () =>
      'Une phrase (3 0 R) qui remplit la page. '.repeat(12),
    ),
    sign: paperSign,
  });

it('joins letters page by page as each prints alone, every one on a new sheet', async () => {
  const letters = [
    await letter(1, 'AAAAAAAAAA'),
    await letter(9, 'BBBBBBBBBB'),
    await letter(13, 'CCCCCCCCCC'),
  ];
  expect(letters.map(({ pages }) => pages)).toEqual([1, 2, 3]);
  const joined = await printed(
    await joinPdfs(
      letters.map(({ pdf }) => pdf),
      { duplex: true },
    ),
  );
  const alone = await Promise.all(letters.map(({ pdf }) => printed(pdf)));
  const expected = alone.flatMap((pages) => (pages.length % 2 === 1 ? [...pages, undefined] : pages));
  expect(joined).toHaveLength(expected.length);
  for (const [at, page] of expected.entries()) {
    const sheet = joined[at]?.data ?? new Uint8Array();
    const wanted = page?.data ?? new Uint8Array(sheet.length).fill(255);
    expect(Buffer.compare(sheet, wanted)).toBe(0);
  }
}, 60_000);

it('adds no blank page for a printer of one side', async () => {
  const one = await letter(1, 'AAAAAAAAAA');
  expect(await printed(await joinPdfs([one.pdf, one.pdf], { duplex: false }))).toHaveLength(2);
});

it('refuses what is no PDF of ours', async () => {
  await expect(joinPdfs([Buffer.from('%PDF-1.7 nothing')], { duplex: true })).rejects.toThrow(
    'without a plain table',
  );
});
