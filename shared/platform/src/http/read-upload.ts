import { DeskError } from '@guichet/kernel';

/** A file as a person sent it, known for what it is. */
export interface Upload {
  bytes: Buffer;
  mediaType: string;
  /** To be read by people; never a path. */
  fileName: string;
}

const marks: readonly (readonly [mediaType: string, mark: readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', [0x4d, 0x4d, 0x00, 0x2a]],
];

/**
 * Reads a posted file and tells what it is from its bytes, whatever its name says.
 *
 * Errors: invalid — `file-empty`, `file-type` (not a PDF, JPEG, PNG or TIFF), `file-encrypted`
 * Source: OWASP ASVS 5.0 §5.2; ISO 32000-2 §7.5.2 and §7.5.5
 */
export async function readUpload(file: File): Promise<Upload> {
  return knownUpload(Buffer.from(await file.arrayBuffer()), file.name);
}

/** The same for bytes at hand, of which no copy is made. Errors: as `readUpload` */
export function knownUpload(bytes: Buffer, name: string): Upload {
  if (bytes.length === 0) throw new DeskError('invalid', 'file-empty');
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === undefined) throw new DeskError('invalid', 'file-type');
  if (mediaType === 'application/pdf' && isEncrypted(bytes)) throw new DeskError('invalid', 'file-encrypted');
  return { bytes, mediaType, fileName: plainName(name) };
}

/** Some scanners write a few bytes before a PDF's mark; readers look for it in the first 1024. */
function mediaTypeOf(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, 1024).includes('%PDF-', 0, 'latin1')) return 'application/pdf';
  return marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
}

/** The trailer names the encryption of a protected PDF, which nobody at the desk could open. */
function isEncrypted(bytes: Buffer): boolean {
  return /\/Encrypt\s+\d+\s+\d+\s+R/.test(bytes.subarray(-4096).toString('latin1'));
}

function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 120) || 'document';
}
