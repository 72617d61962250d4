import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Point } from '../paper.ts';
import { type GreyImage, graymapOf, halved, softened } from './grey-image.ts';

/** A QR found on a page: its text and its corners from its own top left, clockwise. Unit: pixels of the page. */
export interface FoundCode {
  readonly text: string;
  readonly corners: readonly Point[];
}

const require = createRequire(import.meta.url);
let prepared = false;

/**
 * Finds our QR codes on a page, whichever way up it lies.
 *
 * Guarantee: a code seen through from the other side (mirrored) is never taken, nor one of another namespace.
 */
export async function findCodes(page: GreyImage): Promise<FoundCode[]> {
  prepare();
  const half = halved(page);
  const quick = await codesIn(half, 2);
  if (quick.length > 0) return quick;
  const full = await codesIn(page, 1);
  if (full.length > 0) return full;
  return codesIn(softened(half, 3), 2);
}

function prepare(): void {
  if (prepared) return;
  const path = require.resolve('zxing-wasm/reader/zxing_reader.wasm');
  const file = readFileSync(path);
  const wasmBinary = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;
  prepareZXingModule({ overrides: { wasmBinary } });
  prepared = true;
}

async function codesIn(image: GreyImage, scale: number): Promise<FoundCode[]> {
  const found = await readBarcodes(graymapOf(image), {
    formats: ['QRCode'],
    tryHarder: true,
    tryInvert: false,
    maxNumberOfSymbols: 6,
  });
  return found
    .filter((code) => code.isValid && !code.isMirrored && /^(?:G1|L[123])\//.test(code.text))
    .map((code) => {
      const { topLeft, topRight, bottomRight, bottomLeft } = code.position;
      const corners = [topLeft, topRight, bottomRight, bottomLeft].map(({ x, y }) => ({
        x: x * scale,
        y: y * scale,
      }));
      return { text: code.text, corners };
    });
}
