import { openDesk, parkJob } from '@guichet/casework';
import { dispatch, lockMs, redisPrefix, retry } from '@guichet/jobs';
import { runProcess, runWorker } from '@guichet/platform';
import { caseworkConfig } from './config.ts';
import { handlers, recurring } from './handlers/index.ts';

/** Short work in the database: more at once than the pool has connections only waits. */
const concurrency = 8;

await runProcess('casework', async (scope) => {
  const config = caseworkConfig();
  const { ctx, close } = await openDesk({
    databaseUrl: config.DATABASE_URL,
    keyFile: config.GUICHET_KEY_FILE,
    dataDir: config.GUICHET_DATA,
    catalogueDir: config.CATALOGUE_DIR,
    name: scope.name,
    actor: { kind: 'system', name: scope.name },
  });
  scope.onClose(close);
  runWorker(scope, {
    queue: 'casework',
    redisUrl: config.REDIS_URL,
    prefix: redisPrefix,
    concurrency,
    lockMs,
    attemptsMax: retry.attemptsMax,
    perform: dispatch(handlers, recurring, ctx),
    giveUp: (job, why) => parkJob(ctx, job.id, why),
  });
});
