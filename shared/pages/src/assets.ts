import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { leanSheet } from './lean-sheet.ts';

/** A static file: its path holds a hash of its content, so it may be cached for ever. */
export interface StaticAsset {
  path: string;
  contentType: string;
  body: Buffer;
}

const sheets = ['tokens', 'base', 'frame', 'forms', 'parts', 'desk', 'palette', 'print'];

function read(name: string): Buffer {
  return readFileSync(new URL(`./static/${name}`, import.meta.url));
}

function asset(name: string, contentType: string, body: Buffer): StaticAsset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
  const dot = name.lastIndexOf('.');
  return { path: `/static/${name.slice(0, dot)}.${hash}${name.slice(dot)}`, contentType, body };
}

const css = asset(
  'guichet.css',
  'text/css; charset=utf-8',
  leanSheet(sheets.map((sheet) => read(`${sheet}.css`))),
);
const script = 'text/javascript; charset=utf-8';
const publicScript = asset('public.js', script, read('public.js'));
const deskScript = asset('desk.js', script, read('desk.js'));
const paletteScript = asset('palette.js', script, read('palette.js'));
const icon = asset('icon.svg', 'image/svg+xml', read('icon.svg'));

/** Every static file of the pages, for doors to serve with immutable caching. */
export const assets: readonly StaticAsset[] = [css, publicScript, deskScript, paletteScript, icon];

/** The paths that layouts link to. */
export const assetPaths = {
  css: css.path,
  publicScript: publicScript.path,
  deskScript: deskScript.path,
  paletteScript: paletteScript.path,
  icon: icon.path,
} as const;
