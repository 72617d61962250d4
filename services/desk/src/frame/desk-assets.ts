import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ServedAsset } from '@guichet/platform/http';

const sheets = ['work.css', 'stations.css'];

function read(name: string): Buffer {
  return readFileSync(new URL(`../static/${name}`, import.meta.url));
}

function asset(name: string, contentType: string, body: Buffer): ServedAsset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
  return { path: `/static/${name.replace('.', `.${hash}.`)}`, contentType, body };
}

const workCss = asset('work.css', 'text/css; charset=utf-8', Buffer.concat(sheets.map(read)));
const workScript = asset('work.js', 'text/javascript; charset=utf-8', read('work.js'));

/** The files of the desk's own pages, beside those of the design system. */
export const deskAssets: readonly ServedAsset[] = [workCss, workScript];

/** The paths that pages link to. */
export const deskAssetPaths = { css: workCss.path, script: workScript.path } as const;
