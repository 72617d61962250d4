import { Hono } from 'hono';

/** A file that is part of the product. */
export interface ServedAsset {
  path: string;
  contentType: string;
  body: Buffer;
}

/** Serves files whose path holds a hash of their content, to be kept for ever. */
export function serveAssets(assets: readonly ServedAsset[]): Hono {
  const app = new Hono();
  for (const { path, contentType, body } of assets) {
    app.get(path, (c) => {
      c.header('content-type', contentType);
      c.header('cache-control', 'public, max-age=31536000, immutable');
      return c.body(new Uint8Array(body));
    });
  }
  return app;
}
