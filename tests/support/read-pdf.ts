import { PDFiumLibrary } from '@hyzyla/pdfium';

/** One element of a document's structure, as a screen reader walks it. */
export interface PdfElement {
  type: string;
  alt: string;
  /** Its text, from the page's own marked content, children included. */
  text: string;
  children: PdfElement[];
}

export interface ReadPdf {
  isTagged: boolean;
  language: string;
  title: string;
  pages: { width: number; height: number; structure: PdfElement[]; artifacts: string[] }[];
}

interface Raw {
  HEAPU8: Uint8Array;
  wasmExports: { malloc(bytes: number): number; free(at: number): void };
  [call: `_FPDF${string}`]: (...args: number[]) => number;
}

let library: Promise<Raw> | undefined;

/**
 * Reads a PDF back by PDFium, as a viewer hands it to a screen reader: structure, reading order, what is passed over.
 *
 * Shape: texts of the marked content of each element; `artifacts` are the texts that stand outside the structure.
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  library ??= PDFiumLibrary.init().then((made) => Reflect.get(made, 'module') as Raw);
  const raw = await library;
  const at = raw.wasmExports.malloc(bytes.length);
  raw.HEAPU8.set(bytes, at);
  const call = (name: `_FPDF${string}`, ...args: number[]) => raw[name]?.(...args) ?? 0;
  const document = call('_FPDF_LoadMemDocument', at, bytes.length, 0);
  if (document === 0) throw new Error('PDFium does not open it');
  const textOf = (ask: (buffer: number, size: number) => number): string => {
    const size = ask(0, 0);
    if (size <= 2) return '';
    const buffer = raw.wasmExports.malloc(size);
    ask(buffer, size);
    const text = Buffer.from(raw.HEAPU8.subarray(buffer, buffer + size - 2)).toString('utf16le');
    raw.wasmExports.free(buffer);
    return text;
  };
  const count = call('_FPDF_GetPageCount', document);
  const source = Buffer.from(bytes).toString('latin1');
  const pages = Array.from({ length: count }, (_, index) => {
    const page = call('_FPDF_LoadPage', document, index);
    const texts = contentTexts(raw, page);
    const tree = call('_FPDF_StructTree_GetForPage', page);
    const read = (element: number): PdfElement => {
      const children = Array.from(
        { length: call('_FPDF_StructElement_CountChildren', element) },
        (_, child) => call('_FPDF_StructElement_GetChildAtIndex', element, child),
      )
        .filter((child) => child !== 0)
        .map(read);
      const own = Array.from(
        { length: Math.max(0, call('_FPDF_StructElement_GetMarkedContentIdCount', element)) },
        (_, mark) =>
          texts.byMark.get(call('_FPDF_StructElement_GetMarkedContentIdAtIndex', element, mark)) ?? '',
      ).join('');
      return {
        type: textOf((buffer, size) => call('_FPDF_StructElement_GetType', element, buffer, size)),
        alt: textOf((buffer, size) => call('_FPDF_StructElement_GetAltText', element, buffer, size)),
        text: own + children.map(({ text }) => text).join(''),
        children,
      };
    };
    const structure = Array.from(
      { length: Math.max(0, call('_FPDF_StructTree_CountChildren', tree)) },
      (_, child) => read(call('_FPDF_StructTree_GetChildAtIndex', tree, child)),
    );
    const width = call('_FPDF_GetPageWidthF', page);
    const height = call('_FPDF_GetPageHeightF', page);
    call('_FPDF_ClosePage', page);
    return { width, height, structure, artifacts: texts.outside };
  });
  const isTagged = call('_FPDFCatalog_IsTagged', document) === 1;
  call('_FPDF_CloseDocument', document);
  raw.wasmExports.free(at);
  return { isTagged, language: /\/Lang \(([^)]*)\)/.exec(source)?.[1] ?? '', title: titleOf(source), pages };
}

function contentTexts(raw: Raw, page: number): { byMark: Map<number, string>; outside: string[] } {
  const call = (name: `_FPDF${string}`, ...args: number[]) => raw[name]?.(...args) ?? 0;
  const textPage = call('_FPDFText_LoadPage', page);
  const byMark = new Map<number, string>();
  const outside: string[] = [];
  for (let at = 0; at < call('_FPDFPage_CountObjects', page); at++) {
    const object = call('_FPDFPage_GetObject', page, at);
    if (call('_FPDFPageObj_GetType', object) !== 1) continue;
    const size = call('_FPDFTextObj_GetText', object, textPage, 0, 0);
    const buffer = raw.wasmExports.malloc(size);
    call('_FPDFTextObj_GetText', object, textPage, buffer, size);
    const text = Buffer.from(raw.HEAPU8.subarray(buffer, buffer + size - 2)).toString('utf16le');
    raw.wasmExports.free(buffer);
    const mark = call('_FPDFPageObj_GetMarkedContentID', object);
    if (mark < 0) outside.push(text);
    else byMark.set(mark, `${byMark.get(mark) ?? ''}${byMark.has(mark) ? '\n' : ''}${text}`);
  }
  call('_FPDFText_ClosePage', textPage);
  return { byMark, outside };
}

/** The title that a viewer shows, from the document's metadata. */
function titleOf(source: string): string {
  const title = /<dc:title>[\s\S]*?<rdf:li[^>]*>([\s\S]*?)<\/rdf:li>/.exec(source)?.[1] ?? '';
  return Buffer.from(title, 'latin1').toString('utf8');
}
