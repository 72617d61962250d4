import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@guichet/platform';
import { afterAll, expect, test } from 'vitest';
import { databaseUrl } from '../../database/database-url.ts';
import { freePort } from '../free-port.ts';
import { commandLine } from '../processes/command-line.ts';
import type { Identity } from './choose-identity.ts';
import { startPostgres } from './start-postgres.ts';

// As root's temporary folders are: nobody else may enter it.
const folder = mkdtempSync(join(tmpdir(), 'guichet-postgres-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const isRoot = process.getuid?.() === 0;
const ways: Identity['way'][] = isRoot ? ['namespace', 'nobody'] : ['self'];

test.each(ways)(
  'a server run as %s is durable, listens on loopback only, and finds its data again',
  async (way) => {
    const options = {
      dataFolder: join(folder, way, 'data'),
      logFile: join(folder, 'log'),
      port: await freePort(),
      password: 'test',
      durable: true,
      ways: [way],
    };
    const first = await startPostgres(options);
    const url = databaseUrl({ ...first, password: 'test', database: 'postgres' });
    const sql = openDatabase({ url, max: 1, name: 'test' });
    const [settings] = await sql`
    select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits,
      current_setting('listen_addresses') as listens, current_setting('max_connections') as connections`;
    await sql`create table kept ()`;
    await sql.end({ timeout: 1 });
    await first.stop();
    expect(commandLine(first.pid)).toBeUndefined();
    const second = await startPostgres(options);
    const again = openDatabase({ url, max: 1, name: 'test' });
    const found = await again`select to_regclass('kept') is not null as is_there`;
    await again.end({ timeout: 1 });
    await second.stop();
    rmSync(second.dataFolder, { recursive: true, force: true });

    expect(settings).toEqual({ fsync: 'on', commits: 'on', listens: '127.0.0.1', connections: '200' });
    expect([first.isNew, second.isNew]).toEqual([true, false]);
    expect(found).toEqual([{ isThere: true }]);
  },
);
