import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type LoadedCatalogue, loadCatalogue } from '@guichet/catalogue/load';

/**
 * Gives the catalogue of a folder as its files are now.
 *
 * Guarantee: read anew only when a file changed, came or went; the same catalogue, and the same list of services, until then.
 */
export function keepCatalogue(dir: string): () => LoadedCatalogue {
  let kept: { stamp: string; catalogue: LoadedCatalogue } | undefined;
  return () => {
    const stamp = stampOf(dir);
    if (kept?.stamp !== stamp) kept = { stamp, catalogue: loadCatalogue(dir) };
    return kept.catalogue;
  };
}

function stampOf(dir: string): string {
  const files = names(dir).filter((name) => /\.ya?ml$/i.test(name));
  return files.map((name) => `${name} ${changeOf(join(dir, name))}`).join('\n');
}

function names(dir: string): string[] {
  try {
    return readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort();
  } catch {
    return [];
  }
}

/** A file that an editor has just put another in place of is changed too. */
function changeOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.ino} ${found.size} ${found.mtimeMs} ${found.ctimeMs}` : 'gone';
}
