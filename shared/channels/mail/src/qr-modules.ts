import symbols from 'bwip-js/node';

/** The module's named export `raw` writes another symbology; the one meant hangs on its default export. */
// oxlint-disable-next-line import/no-named-as-default-member
const write = symbols['raw'];

/** Gives the squares of a QR code, row by row, true where it is dark. */
export function qrModules(text: string, level: 'M' | 'Q'): boolean[][] {
  const [symbol] = write('qrcode', text, `eclevel=${level}`);
  if (symbol === undefined || !('pixs' in symbol)) throw new Error('the QR writer gave no matrix');
  const { pixs, pixx, pixy } = symbol;
  return Array.from({ length: pixy }, (_, y) =>
    Array.from({ length: pixx }, (_, x) => pixs[y * pixx + x] === 1),
  );
}
