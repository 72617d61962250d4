import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CatalogueProblem, type LoadedCatalogue, loadCatalogue } from '@guichet/catalogue/load';
import { systemClock } from '@guichet/kernel';
import { ConfigError, openDatabase, openEvidenceStore, openKeyring } from '@guichet/platform';
import type { Actor, DeskContext } from './context.ts';
import { followClosures } from './clocks/follow-closures.ts';
import { todayOf } from './clocks/today.ts';
import { publishedReader } from './intake/published-reader.ts';
import { openShelf } from './intake/open-shelf.ts';

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
  /** Called once for each problem of the catalogue. */
  onCatalogueProblem?: (problem: CatalogueProblem) => void;
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
 * Guarantee: a statement outside `transact` runs as the process's own kind of actor, never as more; a faulty file of the
 *   catalogue keeps no other from serving.
 * Errors: ConfigError — the key file can't be read, or the catalogue's folder holds no definition.
 */
export async function openDesk(settings: DeskSettings): Promise<OpenDesk> {
  const keyring = openKeyring(await readKeyFile(settings.keyFile));
  const loaded = readCatalogue(settings.catalogueDir);
  const sql = openDatabase({
    url: settings.databaseUrl,
    max: settings.poolMax ?? poolDefault,
    name: settings.name,
    settings: { 'guichet.actor_kind': settings.actor.kind },
  });
  const { shelf, close } = await openShelf(
    loaded,
    publishedReader(sql),
    () => todayOf(systemClock.now()),
    settings.onCatalogueProblem ?? (() => {}),
  ).catch(async (error: unknown) => {
    await sql.end({ timeout: 1 });
    throw error;
  });
  const { closures, close: unfollow } = await followClosures(sql);
  return {
    ctx: {
      sql,
      clock: systemClock,
      actor: settings.actor,
      catalogue: shelf,
      keyring,
      evidence: openEvidenceStore(join(settings.dataDir, 'evidence')),
      closures,
    },
    close: () => {
      close();
      unfollow();
      return sql.end({ timeout: 5 });
    },
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

/** One faulty file is for the supervisor to see; a folder without any is a wrong setting. */
function readCatalogue(dir: string): LoadedCatalogue {
  const loaded = loadCatalogue(dir);
  if (loaded.sources.size + loaded.refused.length > 0) return loaded;
  throw new ConfigError({
    fr: 'Catalogue (CATALOGUE_DIR) : aucune définition de service (*.yaml) dans ce dossier.',
    en: 'Catalogue (CATALOGUE_DIR): no service definition (*.yaml) in this folder.',
  });
}
