import type { Context } from 'hono';

/** Kinds that a browser shows without running anything; all others are saved, never shown. */
const shown = /^(image\/(png|jpeg|webp|tiff)|application\/pdf|audio\/(wav|x-wav|mpeg|ogg|webm|mp4))$/;

/**
 * Answers with a stored file in a sandbox of its own: nothing in it runs, reaches out or is kept by the browser.
 *
 * Source: OWASP ASVS 5.0 §5.4; CSP level 3 `sandbox`
 */
export function storedFile(
  c: Context,
  file: { bytes: Buffer; mediaType: string; fileName?: string | null },
): Response {
  const mediaType = file.mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  const inline = shown.test(mediaType);
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
  c.header('content-length', String(file.bytes.length));
  return c.body(new Uint8Array(file.bytes));
}
