import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ConfigError } from '@guichet/platform';

interface Link {
  source: string;
  target: string;
}

/**
 * Makes the library links that are missing: npm packages hold none, and the script that makes them may have been off.
 *
 * Errors: ConfigError when they can't be made.
 */
export function restoreLinks(home: string): void {
  const list = join(home, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[];
  try {
    for (const { source, target } of links) {
      const place = join(home, '..', target);
      if (lstatSync(place, { throwIfNoEntry: false }) === undefined) symlinkSync(basename(source), place);
    }
  } catch (cause) {
    const error = new ConfigError({
      fr: `Les liens de PostgreSQL manquent et ne peuvent être créés dans ${home} : relancez « npm ci » avec ses scripts.`,
      en: `PostgreSQL's links are missing and can't be made in ${home}: run "npm ci" with its scripts.`,
    });
    error.cause = cause;
    throw error;
  }
}
