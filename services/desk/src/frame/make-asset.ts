import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ServedAsset } from '@guichet/platform/http';

export const javascript = 'text/javascript; charset=utf-8';

/** Reads a file of the desk's own pages. */
export function read(name: string): Buffer {
  return readFileSync(new URL(`../static/${name}`, import.meta.url));
}

/** Gives a file the path that holds the hash of its content. */
export function asset(name: string, contentType: string, body: Buffer): ServedAsset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
  return { path: `/static/${name.replace('.', `.${hash}.`)}`, contentType, body };
}

/** Makes a script whose imports are of `modules`, each by the path that holds its hash. */
export function script(name: string, modules: Readonly<Record<string, ServedAsset>> = {}): ServedAsset {
  return asset(name, javascript, Buffer.from(linked(read(name).toString(), modules)));
}

/** Writes the paths of modules in the place of their names. */
export function linked(text: string, modules: Readonly<Record<string, ServedAsset>>): string {
  return Object.entries(modules).reduce(
    (body, [module, { path }]) => body.replaceAll(`'./${module}'`, `'${path}'`),
    text,
  );
}
