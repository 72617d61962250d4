import { describe, expect, it } from 'vitest';
import {
  degrade,
  paperSign,
  printed,
  shippedService,
  testForm,
  toScan,
} from '../../../../../tests/support/paper/index.ts';
import { renderForm } from '../form/render-form.ts';
import { readScan } from './read-scan.ts';
import { stretchesOf } from './tiff-shapes.ts';

/** Writes the heads of a TIFF of pages that hold nothing but their resolutions; the last one leads to `next`. */
function tiff(pages: readonly [number, number][], { isLittle = true, next = 0, over = 1 } = {}): Uint8Array {
  const each = 2 + 2 * 12 + 4 + 16;
  const bytes = new Uint8Array(8 + pages.length * each);
  const view = new DataView(bytes.buffer);
  bytes.set(isLittle ? [0x49, 0x49, 42, 0] : [0x4d, 0x4d, 0, 42]);
  view.setUint32(4, 8, isLittle);
  for (const [at, sides] of pages.entries()) {
    const first = 8 + at * each;
    view.setUint16(first, 2, isLittle);
    for (const [n, value] of sides.entries()) {
      const [entry, place] = [first + 2 + n * 12, first + 30 + n * 8];
      view.setUint16(entry, 282 + n, isLittle);
      view.setUint16(entry + 2, 5, isLittle);
      view.setUint32(entry + 4, 1, isLittle);
      view.setUint32(entry + 8, place, isLittle);
      view.setUint32(place, value, isLittle);
      view.setUint32(place + 4, over, isLittle);
    }
    view.setUint32(first + 26, at === pages.length - 1 ? next : first + each, isLittle);
  }
  return bytes;
}

const square = { across: 1, down: 1 };

describe('stretchesOf', () => {
  it.each([
    ['as tall as wide', [200, 200], square],
    ['rounded', [204, 196], square],
    ['twice as tall as wide', [200, 100], { across: 1, down: 2 }],
    ['twice as wide as tall', [150, 300], { across: 2, down: 1 }],
    ['nothing said', [0, 0], square],
    ['nonsense', [7620, 1], square],
  ] as const)('pixels %s', (_, [across, down], stretch) => {
    expect(stretchesOf(tiff([[across, down]]), 200)).toEqual([stretch]);
    expect(stretchesOf(tiff([[across, down]], { isLittle: false }), 200)).toEqual([stretch]);
  });

  it('each page has its own', () => {
    const pages = stretchesOf(
      tiff([
        [200, 200],
        [204, 102],
      ]),
      200,
    );
    expect(pages).toEqual([square, { across: 1, down: 2 }]);
  });

  it('ends on pages that lead back to the first, on cut files and on a division by nothing', () => {
    expect(stretchesOf(tiff([[200, 100]], { next: 8 }), 200)).toHaveLength(1);
    expect(stretchesOf(tiff([[200, 100]], { over: 0 }), 200)).toEqual([square]);
    const whole = tiff([[200, 100]]);
    for (let length = 0; length < whole.length; length++)
      expect(stretchesOf(whole.subarray(0, length), 200).length).toBeLessThan(2);
  });

  it('a fax of pixels twice as tall as wide lies straight, each of its pages, and is for a person', async () => {
    const form = testForm(shippedService('nid-de-poule'), 'fr');
    const sheets = (await printed(await renderForm(form))).slice(0, 2);
    const fax = await toScan(await degrade(sheets, 'fax-flat', 3), 'fax-tiff');
    const scan = await readScan(fax, { sign: paperSign });
    if (scan.kind === 'refused') throw new Error(scan.reason);
    const pages = [];
    for await (const { code, trust, marks } of scan.pages) pages.push({ page: code?.page, trust, marks });
    expect(pages).toEqual([
      { page: 1, trust: 'reduced', marks: 6 },
      { page: 2, trust: 'reduced', marks: 6 },
    ]);
  }, 60_000);
});
