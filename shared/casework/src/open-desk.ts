import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Catalogue, loadCatalogue } from '@guichet/catalogue/load';
import { systemClock } from '@guichet/kernel';
import { ConfigError, openDatabase, openEvidenceStore, openKeyring } from '@guichet/platform';
import type { Actor, DeskContext } from './context.ts';

export interface DeskSettings {
  databaseUrl: string;
  /** Path of the file with the key-encryption key. */
  keyFile: string;
  dataDir: string;
  catalogueDir: string;
  /** Shown by the database beside each connection. */
  name: string;
  /** Who the process is; requests set theirs with `as`. */
  actor: Actor;
  poolMax?: number;
}

export interface OpenDesk {
  ctx: DeskContext;
  close(): Promise<void>;
}

/** A few busy connections do more than many waiting ones. Source: runtime.md, measured */
const poolDefault = 6;

/**
 * Opens what every verb needs: pool, keys, originals, services and time.
 *
 * Guarantee: a statement outside `transact` runs as the process's own kind of actor, never as more.
 * Errors: ConfigError — the key file can't be read, or the catalogue has a fault.
 */
export async function openDesk(settings: DeskSettings): Promise<OpenDesk> {
  const keyring = openKeyring(await readKeyFile(settings.keyFile));
  const catalogue = readCatalogue(settings.catalogueDir);
  const sql = openDatabase({
    url: settings.databaseUrl,
    max: settings.poolMax ?? poolDefault,
    name: settings.name,
    settings: { 'guichet.actor_kind': settings.actor.kind },
  });
  return {
    ctx: {
      sql,
      clock: systemClock,
      actor: settings.actor,
      catalogue,
      keyring,
      evidence: openEvidenceStore(join(settings.dataDir, 'evidence')),
    },
    close: () => sql.end({ timeout: 5 }),
  };
}

async function readKeyFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new ConfigError({
      fr: 'Le fichier de clé (GUICHET_KEY_FILE) ne peut pas être lu.',
      en: 'The key file (GUICHET_KEY_FILE) can’t be read.',
    });
  }
}

/** A service that vanished because of a typing mistake must stop the new start, not the people who ask for it. */
function readCatalogue(dir: string): Catalogue {
  const catalogue = loadCatalogue(dir);
  const [first] = catalogue.problems;
  if (!first) return catalogue;
  const where = `${first.file}:${first.line}`;
  const count = catalogue.problems.length;
  throw new ConfigError({
    fr: `Catalogue (CATALOGUE_DIR) : ${where} : ${first.message.fr} (${count} en tout ; voir « guichet catalogue check »).`,
    en: `Catalogue (CATALOGUE_DIR): ${where}: ${first.message.en} (${count} in all; see “guichet catalogue check”).`,
  });
}
