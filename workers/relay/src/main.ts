import { openDesk } from '@guichet/casework';
import { redisPrefix } from '@guichet/jobs';
import { requireSafeRedis, runProcess } from '@guichet/platform';
import { relayConfig } from './config.ts';
import { runRelay } from './run-relay.ts';

await runProcess('relay', async (scope) => {
  const config = relayConfig();
  await requireSafeRedis(config.REDIS_URL, config.NODE_ENV);
  const desk = await openDesk({
    databaseUrl: config.DATABASE_URL,
    keyFile: config.GUICHET_KEY_FILE,
    dataDir: config.GUICHET_DATA,
    catalogueDir: config.CATALOGUE_DIR,
    name: scope.name,
    actor: { kind: 'system', name: scope.name },
    poolMax: 2,
  });
  scope.onClose(desk.close);
  runRelay(scope, desk.ctx, { redisUrl: config.REDIS_URL, prefix: redisPrefix });
});
