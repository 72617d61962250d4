import { join } from 'node:path';
import { openDesk, parkJob } from '@guichet/casework';
import { dispatch, lockMs, redisPrefix, retry } from '@guichet/jobs';
import { runProcess, runWorker } from '@guichet/platform';
import { correspondenceConfig } from './config.ts';
import { correspondenceContext } from './correspondence-context.ts';
import { handlers, webhookHandlers } from './handlers/index.ts';
import { readCommand } from './transcriber/read-command.ts';
import { openTranscriber } from './transcriber/transcriber.ts';

/** Waits on networks, not on the processor. */
const concurrency = 10;
/** Of the programs of others, at most two to one address. */
const webhooksAtOnce = 6;

await runProcess('correspondence', async (scope) => {
  const config = correspondenceConfig();
  const { ctx, close } = await openDesk({
    databaseUrl: config.DATABASE_URL,
    keyFile: config.GUICHET_KEY_FILE,
    dataDir: config.GUICHET_DATA,
    catalogueDir: config.CATALOGUE_DIR,
    name: scope.name,
    actor: { kind: 'system', name: scope.name },
  });
  scope.onClose(close);
  const command = readCommand(config.TRANSCRIBER ?? '');
  const transcriber =
    command &&
    (await openTranscriber({
      command,
      folder: join(config.GUICHET_DATA, 'transcriber'),
      path: config.PATH ?? '/usr/local/bin:/usr/bin:/bin',
      signal: scope.signal,
      onNothing: (why) => scope.log.warn({ event: 'transcriber.nothing', name: why }, 'no suggestion'),
    }));
  const hands = correspondenceContext(ctx, config, transcriber);
  scope.onClose(() => hands.mailer.close());
  const settings = {
    redisUrl: config.REDIS_URL,
    prefix: redisPrefix,
    lockMs,
    attemptsMax: retry.attemptsMax,
    giveUp: (job: { id: string }, why: string) => parkJob(ctx, job.id, why),
  };
  runWorker(scope, {
    ...settings,
    queue: 'correspondence',
    concurrency,
    perform: dispatch(handlers, {}, hands),
  });
  runWorker(scope, {
    ...settings,
    queue: 'webhooks',
    concurrency: webhooksAtOnce,
    perform: dispatch(webhookHandlers, {}, hands),
  });
});
