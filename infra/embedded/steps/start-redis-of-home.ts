import { freePort } from '../free-port.ts';
import type { Home } from '../home.ts';
import { keepServer } from '../processes/keep-server.ts';
import type { PidFiles } from '../processes/pid-files.ts';
import { startRedis } from '../redis/start-redis.ts';

/** The embedded Redis. */
export interface StartedRedis {
  readonly url: string;
  readonly kind: 'server' | 'javascript';
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts the embedded Redis on its remembered port. */
export async function startRedisOfHome(
  home: Home,
  pidFiles: PidFiles,
  died: (name: string, code: number | null, againInMs: number) => void,
): Promise<StartedRedis> {
  const port = await freePort(home.port('redis'));
  home.rememberPort('redis', port);
  const start = () =>
    startRedis({
      dataFolder: home.at('redis'),
      logFile: home.at('log', 'redis.log'),
      port,
      password: home.secret('redis'),
    });
  const server = await keepServer('redis', start, pidFiles, died);
  return { url: server.first.url, kind: server.first.kind, port, stop: server.stop };
}
