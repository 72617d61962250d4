import type { Context } from 'hono';

/** Kinds that a browser shows without running anything; all others are saved, never shown. */
const shown = /^(image\/(png|jpeg|webp|tiff)|application\/pdf|audio\/(wav|x-wav|mpeg|ogg|webm|mp4))$/;

/**
 * Answers with a stored file in a sandbox of its own: nothing in it runs, reaches out or is kept by the browser. `saved` has it
 * downloaded instead of shown.
 *
 * Source: OWASP ASVS 5.0 §5.4; CSP level 3 `sandbox`
 */
export function storedFile(
  c: Context,
  file: { bytes: Buffer; mediaType: string; fileName?: string | null },
  { saved = false }: { saved?: boolean } = {},
): Response {
  const mediaType = file.mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  const inline = !saved && shown.test(mediaType);
  const name = encodeURIComponent(file.fileName ?? 'document').replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16)}`,
  );
  c.header('content-type', inline ? mediaType : 'application/octet-stream');
  c.header('content-disposition', `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`);
  // The browser's own PDF reader does not work in a sandbox; it runs no page script either way.
  const sandbox = mediaType === 'application/pdf' ? '' : '; sandbox';
  c.header(
    'content-security-policy',
    `default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'${sandbox}`,
  );
  c.header('cache-control', 'no-store');
  if (!mediaType.startsWith('audio/')) return whole(c, file.bytes);
  // A player moves about in what it hears only where it may ask for a part.
  c.header('accept-ranges', 'bytes');
  const part = partOf(c.req.header('range'), file.bytes.length);
  if (part === undefined) return whole(c, file.bytes);
  if (part === 'none') {
    c.header('content-range', `bytes */${file.bytes.length}`);
    return c.body(null, 416);
  }
  const { from, to } = part;
  c.header('content-range', `bytes ${from}-${to}/${file.bytes.length}`);
  c.header('content-length', String(to - from + 1));
  return c.body(new Uint8Array(file.bytes.subarray(from, to + 1)), 206);
}

function whole(c: Context, bytes: Buffer): Response {
  c.header('content-length', String(bytes.length));
  return c.body(new Uint8Array(bytes));
}

/** Reads one range of bytes; several, or what is no range, ask for the whole. Source: RFC 9110 §14.1.2, §14.2 */
function partOf(header: string | undefined, size: number): { from: number; to: number } | 'none' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(size - 1, Number(last));
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  return from > to ? 'none' : { from, to };
}
