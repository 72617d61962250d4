import { PDFiumLibrary } from '@hyzyla/pdfium';

/** A place on a sheet. Unit: pixels from the top left corner of the picture; the middle of the first pixel is 0.5, 0.5. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A sheet of paper as a grey picture, one byte a pixel, 0 black. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** Tells from where on the sheet as it was printed a place comes; without it, from the same place. */
  readonly from?: (spot: Spot) => Spot;
}

let library: Promise<PDFiumLibrary> | undefined;

/** Prints a PDF at 300 dots per inch. */
export async function printed(pdf: Uint8Array): Promise<Sheet[]> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(pdf);
  try {
    const sheets: Sheet[] = [];
    for (const page of document.pages()) {
      const { width, height, data } = await page.render({
        scale: 300 / 72,
        colorSpace: 'Gray',
        render: 'bitmap',
      });
      sheets.push({ width, height, data: Uint8Array.from(data) });
    }
    return sheets;
  } finally {
    document.destroy();
  }
}
