import { openDesk, parkJob } from '@guichet/casework';
import { dispatch, lockMs, redisPrefix, retry } from '@guichet/jobs';
import { runProcess, runWorker } from '@guichet/platform';
import { recordsConfig } from './config.ts';
import { handlers, recurring } from './handlers/index.ts';

await runProcess('records', async (scope) => {
  const config = recordsConfig();
  const { ctx, close } = await openDesk({
    databaseUrl: config.DATABASE_URL,
    keyFile: config.GUICHET_KEY_FILE,
    dataDir: config.GUICHET_DATA,
    catalogueDir: config.CATALOGUE_DIR,
    name: scope.name,
    actor: { kind: 'system', name: scope.name },
    poolMax: 2,
  });
  scope.onClose(close);
  runWorker(scope, {
    queue: 'records',
    redisUrl: config.REDIS_URL,
    prefix: redisPrefix,
    // Long reads of the whole desk, one after the other.
    concurrency: 1,
    lockMs,
    attemptsMax: retry.attemptsMax,
    perform: dispatch(handlers, recurring, { desk: ctx, log: scope.log }),
    giveUp: (job, why) => parkJob(ctx, job.id, why),
  });
});
