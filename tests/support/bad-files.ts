import { constants, deflateSync } from 'node:zlib';
import Pdf from 'pdfkit';

// Files that somebody broke, or made to break what reads them.

/** Makes a PDF of blank Letter pages. */
export async function blankPdf(pages: number, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const doc = new Pdf({ ...options, autoFirstPage: false, size: 'LETTER' });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
  });
  for (let page = 0; page < pages; page++) doc.addPage();
  doc.end();
  return done;
}

/** Writes a PDF object by object, the first being its catalogue. */
function rawPdf(objects: readonly (string | { dictionary: string; stream: Buffer })[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  for (const [at, object] of objects.entries()) {
    offsets.push(length);
    if (typeof object === 'string') add(Buffer.from(`${at + 1} 0 obj\n${object}\nendobj\n`, 'latin1'));
    else {
      const head = `${at + 1} 0 obj\n<< ${object.dictionary} /Length ${object.stream.length} >>\nstream\n`;
      add(Buffer.concat([Buffer.from(head), object.stream, Buffer.from('\nendstream\nendobj\n')]));
    }
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}

const page = (contents: number, resources = '') =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << ${resources} >> /Contents ${contents} 0 R >>`;

const text = (stream: string) => ({ dictionary: '', stream: Buffer.from(stream) });

/** One page with a box drawn on it, and everything that a PDF should not do: scripts at opening and closing, a file inside, a link to a program. */
export function scriptedPdf(): Buffer {
  return rawPdf([
    `<< /Type /Catalog /Pages 2 0 R /OpenAction 5 0 R /AA << /WC 5 0 R >>
      /Names << /EmbeddedFiles << /Names [(facture.exe) 6 0 R] >> /JavaScript << /Names [(a) 5 0 R] >> >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `${page(4).slice(0, -2)} /AA << /O 5 0 R >> /Annots [8 0 R] >>`,
    text('2 w 100 100 300 400 re S 120 120 50 50 re f'),
    '<< /S /JavaScript /JS (while (true) { app.alert("Bonjour"); this.submitForm("http://127.0.0.1:9/"); }) >>',
    '<< /Type /Filespec /F (facture.exe) /EF << /F 7 0 R >> >>',
    { dictionary: '/Type /EmbeddedFile', stream: Buffer.from('MZ not a program') },
    '<< /Type /Annot /Subtype /Link /Rect [0 0 612 792] /A << /S /Launch /F (cmd.exe) >> >>',
  ]);
}

/** Two pages: the first holds a picture of ten thousand million pixels, the second a box. */
export function gigapixelPdf(): Buffer {
  const side = 100_000;
  const picture = `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`;
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>',
    page(4, '/XObject << /Im0 5 0 R >>'),
    text('q 612 0 0 792 0 0 cm /Im0 Do Q 10 10 20 20 re f'),
    { dictionary: picture, stream: zeros(side * side) },
    page(7),
    text('2 w 100 100 300 400 re S'),
  ]);
}

/** Two pages: the instructions of the first are a gigabyte and a half once unpacked, the second holds a box. */
export function swollenPdf(): Buffer {
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 5 0 R] /Count 2 >>',
    page(4),
    { dictionary: '/Filter /FlateDecode', stream: zeros(1_500_000_000) },
    page(6),
    text('2 w 100 100 300 400 re S'),
  ]);
}

/** A PNG that says what size it has and holds as many zeros. Unit: pixels, one bit each. */
export function bombPng(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const chunks = [
    chunk('IHDR', header),
    chunk('IDAT', zeros(side * (Math.ceil(side / 8) + 1))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks]);
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(body.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crcOf(named), named.length + 4);
  return whole;
}

/** CRC-32 as PNG has it; Node's own came with 20.15. */
function crcOf(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A deflate stream of zeros, made of one block over and over, so that a gigabyte costs a moment. */
function zeros(count: number): Buffer {
  const blockSize = 1_000_000;
  const block = deflateSync(Buffer.alloc(blockSize), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const [head, body] = [block.subarray(0, 2), block.subarray(2)];
  const rest = deflateSync(Buffer.alloc(count % blockSize), { level: 9 }).subarray(2, -4);
  const sum = Buffer.alloc(4);
  // Adler-32 of zeros: the first half stays 1, the second counts the bytes.
  sum.writeUInt32BE((count % 65_521) * 65_536 + 1, 0);
  return Buffer.concat([
    head,
    ...Array.from({ length: Math.floor(count / blockSize) }, () => body),
    rest,
    sum,
  ]);
}

/** A TIFF whose last page says that the first one follows: round and round without an end. */
export function loopedTiff(pages = 1): Buffer {
  const [width, height] = [64, 64];
  const entries = 8;
  const directory = 2 + entries * 12 + 4;
  const pixels = 8 + pages * directory;
  const bytes = Buffer.alloc(pixels + (width * height) / 8);
  bytes.write('II*\0', 0, 'latin1');
  bytes.writeUInt32LE(8, 4);
  for (let at = 0; at < pages; at++) {
    const from = 8 + at * directory;
    bytes.writeUInt16LE(entries, from);
    const tags = [
      [256, width],
      [257, height],
      [258, 1],
      [259, 1],
      [262, 1],
      [273, pixels],
      [278, height],
      [279, (width * height) / 8],
    ];
    for (const [index, [tag = 0, value = 0]] of tags.entries()) {
      const entry = from + 2 + index * 12;
      bytes.writeUInt16LE(tag, entry);
      bytes.writeUInt16LE(4, entry + 2);
      bytes.writeUInt32LE(1, entry + 4);
      bytes.writeUInt32LE(value, entry + 8);
    }
    bytes.writeUInt32LE(8 + ((at + 1) % pages) * directory, from + directory - 4);
  }
  return bytes;
}
