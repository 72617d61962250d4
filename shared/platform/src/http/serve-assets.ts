import { gzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { parseAccept } from 'hono/utils/accept';

/** A file that is part of the product. */
export interface ServedAsset {
  path: string;
  contentType: string;
  body: Buffer;
}

/**
 * Serves files whose path holds a hash of their content, to be kept for ever, compressed for who reads that.
 *
 * Guarantee: compressed once, at the start. Pages are not: a page with a secret and with what was typed would tell one by its length.
 */
export function serveAssets(assets: readonly ServedAsset[]): Hono {
  const app = new Hono();
  for (const { path, contentType, body } of assets) {
    const small = gzipSync(body, { level: 9 });
    const isSmaller = small.length < body.length;
    app.get(path, (c) => {
      c.header('content-type', contentType);
      c.header('cache-control', 'public, max-age=31536000, immutable');
      if (isSmaller) c.header('vary', 'accept-encoding');
      if (!isSmaller || !readsGzip(c.req.header('accept-encoding'))) return c.body(new Uint8Array(body));
      c.header('content-encoding', 'gzip');
      return c.body(new Uint8Array(small));
    });
  }
  return app;
}

/** Tells whether who asks reads gzip: named, and not with a weight of nothing. Source: RFC 9110 §12.5.3 */
function readsGzip(accepted = ''): boolean {
  return parseAccept(accepted).some(({ type, q }) => type === 'gzip' && q > 0);
}
