import { appRole, databaseUrl, ownerRole, prepareDatabase } from '../../database/index.ts';
import { freePort } from '../free-port.ts';
import type { Home } from '../home.ts';
import { startPostgres } from '../postgres/start-postgres.ts';
import { keepServer } from '../processes/keep-server.ts';
import type { PidFiles } from '../processes/pid-files.ts';

/** The embedded database, ready to be migrated. */
export interface StartedDatabase {
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly dataFolder: string;
  readonly port: number;
  readonly isNew: boolean;
  stop(): Promise<void>;
}

const database = 'guichet';

/** Starts the embedded PostgreSQL on its remembered port and makes its roles and database. */
export async function startDatabase(
  home: Home,
  pidFiles: PidFiles,
  died: (name: string, code: number | null, againInMs: number) => void,
): Promise<StartedDatabase> {
  const password = home.secret('postgres');
  const port = await freePort(home.port('postgres'));
  home.rememberPort('postgres', port);
  const start = () =>
    startPostgres({
      dataFolder: home.at('postgres'),
      logFile: home.at('log', 'postgres.log'),
      port,
      password,
      durable: true,
    });
  const server = await keepServer('postgres', start, pidFiles, died);
  const { user, dataFolder, isNew } = server.first;
  const ownerPassword = home.secret('owner');
  const appPassword = home.secret('app');
  try {
    const superuserUrl = databaseUrl({ port, user, password, database: 'postgres' });
    await prepareDatabase(superuserUrl, { database, ownerPassword, appPassword });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    appUrl: databaseUrl({ port, user: appRole, password: appPassword, database }),
    ownerUrl: databaseUrl({ port, user: ownerRole, password: ownerPassword, database }),
    dataFolder,
    port,
    isNew,
    stop: server.stop,
  };
}
