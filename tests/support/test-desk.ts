import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addStaff, addTeam, type DeskContext, publishServices, type Role } from '@guichet/casework';
import { loadCatalogue } from '@guichet/catalogue/load';
import { type Clock, systemClock } from '@guichet/kernel';
import { openDatabase, openEvidenceStore, openKeyring } from '@guichet/platform';
import { afterAll } from 'vitest';
import { type TestDatabase, useDatabase } from './database.ts';

/** Signs every staff member of a test desk in. */
export const testPassword = 'un mot de passe de test';

export interface TestDesk {
  database: TestDatabase;
  /** As the system. */
  ctx: DeskContext;
  /** As a door before anyone signs in. */
  door: DeskContext;
  /** As the public at one channel. */
  public(channel: 'web' | 'phone' | 'mail' | 'counter' | 'api'): DeskContext;
  /** Adds a staff member, who signs in with `testPassword`, and gives the context in which they act. */
  staff(
    signIn: string,
    roles: readonly Role[],
    teams: readonly string[],
    language?: 'fr' | 'en',
  ): Promise<DeskContext>;
}

export const packsDir = fileURLToPath(new URL('../../shared/catalogue/packs', import.meta.url));

/**
 * Opens a desk on a database of its own, with the shipped services published and their teams; closed when the file ends.
 *
 * Shape: call it at the top of a test file, `const desk = await useDesk()`.
 */
export async function useDesk({ clock = systemClock }: { clock?: Clock } = {}): Promise<TestDesk> {
  const database = await useDatabase();
  const dir = await mkdtemp(join(tmpdir(), 'guichet-evidence-'));
  // As in the product: acceptance runs outside a transaction block, as the kind of actor its pool started as.
  const open = (kind: 'public' | 'door' | 'system') =>
    openDatabase({ url: database.url, max: 6, name: 'test-desk', settings: { 'guichet.actor_kind': kind } });
  const [sql, doorSql, publicSql] = [open('system'), open('door'), open('public')];
  afterAll(async () => {
    await Promise.all([sql, doorSql, publicSql].map((pool) => pool.end({ timeout: 2 })));
    await rm(dir, { recursive: true, force: true });
  });
  const catalogue = loadCatalogue(packsDir);
  const ctx: DeskContext = {
    sql,
    clock,
    actor: { kind: 'system', name: 'tests' },
    catalogue,
    keyring: openKeyring(randomBytes(32).toString('base64')),
    evidence: openEvidenceStore(dir),
  };
  await publishServices(ctx, catalogue.versions, 'tests');
  for (const { definition } of ctx.catalogue.services) {
    const { team } = definition.routing;
    await addTeam(ctx, team, { fr: team, en: team });
  }
  return {
    database,
    ctx,
    door: { ...ctx, sql: doorSql, actor: { kind: 'door' } },
    public: (channel) => ({ ...ctx, sql: publicSql, actor: { kind: 'public', channel } }),
    staff: async (signIn, roles, teams, language = 'fr') => {
      const staffId = await addStaff(ctx, {
        signIn,
        name: signIn,
        password: testPassword,
        language,
        roles,
        teams,
      });
      return { ...ctx, sql: doorSql, actor: { kind: 'staff', staffId, roles, teams } };
    },
  };
}
