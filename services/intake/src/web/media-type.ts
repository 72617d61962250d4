/**
 * Tells what a file is from its first bytes, whatever its name says; undefined when it is none of those we keep.
 *
 * Source: ISO 32000-2 §7.5.2, JPEG (ISO/IEC 10918-1 B.1), PNG (W3C), TIFF 6.0 §2, HEIF (ISO/IEC 23008-12)
 */
export function mediaTypeOf(bytes: Buffer): string | undefined {
  // Some scanners write a few bytes before the mark of a PDF; readers look for it in the first 1024.
  if (bytes.subarray(0, 1024).includes('%PDF-', 0, 'latin1')) return 'application/pdf';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, [0x49, 0x49, 0x2a, 0x00]) || startsWith(bytes, [0x4d, 0x4d, 0x00, 0x2a]))
    return 'image/tiff';
  if (bytes.toString('latin1', 4, 8) === 'ftyp' && heif.has(bytes.toString('latin1', 8, 12)))
    return 'image/heic';
  return undefined;
}

const heif = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);

function startsWith(bytes: Buffer, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
