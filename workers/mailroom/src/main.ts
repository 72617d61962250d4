import { join } from 'node:path';
import { openDesk, pageKey, parkJob } from '@guichet/casework';
import { openTextReader, pageSigner } from '@guichet/channels/mail';
import { dispatch, lockMs, redisPrefix, retry } from '@guichet/jobs';
import { runProcess, runWorker } from '@guichet/platform';
import { openScanner } from './child/open-scanner.ts';
import { mailroomConfig } from './config.ts';
import { handlers } from './handlers/index.ts';
import { watchInbox } from './inbox/watch-inbox.ts';
import { receiveMail } from './mail/receive-mail.ts';
import { yieldToDoors } from './yield-to-doors.ts';

/** Reading is bound by the processor: one batch at a time, and never before a door's request. */
const concurrency = 1;
const niceness = 18;

await runProcess('mailroom', async (scope) => {
  const config = mailroomConfig();
  yieldToDoors(niceness);
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
  const reader = openTextReader();
  scope.onClose(() => reader.close());
  const scanner = await openScanner();
  scope.onClose(() => scanner.close());
  scope.log.info({ event: 'mailroom.child', ways: scanner.ways });
  const hands = {
    ...ctx,
    reader,
    sign: pageSigner(pageKey(ctx.keyring)),
    scanner,
    spoolFolder: join(config.GUICHET_DATA, 'reading'),
    log: scope.log,
  };
  runWorker(scope, {
    queue: 'mailroom',
    redisUrl: config.REDIS_URL,
    prefix: redisPrefix,
    concurrency,
    lockMs,
    attemptsMax: retry.attemptsMax,
    perform: dispatch(handlers, {}, hands),
    giveUp: (job, why) => parkJob(ctx, job.id, why),
  });
  if (config.MAILROOM_INBOX !== undefined) watchInbox(scope, ctx, config.MAILROOM_INBOX);
  if (config.MAILROOM_SMTP_PORT !== undefined) {
    const mail = await receiveMail(scope, ctx, {
      host: config.MAILROOM_SMTP_HOST,
      port: config.MAILROOM_SMTP_PORT,
      recipients: config.MAILROOM_SMTP_RECIPIENTS,
      bytesMax: config.MAILROOM_SMTP_MEGABYTES * 1024 * 1024,
    });
    scope.onClose(() => mail.close());
  }
});
