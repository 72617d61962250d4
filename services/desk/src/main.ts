import { openDesk } from '@guichet/casework';
import { problemLine } from '@guichet/catalogue/load';
import { languages } from '@guichet/kernel';
import { runProcess, webhookRules } from '@guichet/platform';
import { serve } from '@hono/node-server';
import { createApp } from './app.tsx';
import { deskConfig } from './config.ts';

await runProcess('desk', async (scope) => {
  const config = deskConfig();
  const desk = await openDesk({
    databaseUrl: config.DATABASE_URL,
    keyFile: config.GUICHET_KEY_FILE,
    dataDir: config.GUICHET_DATA,
    catalogueDir: config.CATALOGUE_DIR,
    name: 'desk',
    actor: { kind: 'door' },
    onCatalogueProblem: (problem) =>
      scope.log.warn({ event: 'catalogue.problem' }, problemLine(problem, languages)),
  });
  scope.onClose(() => desk.close());
  const app = createApp({
    ctx: desk.ctx,
    log: scope.log,
    publicUrl: config.PUBLIC_URL,
    https: config.https,
    organisation: {
      name: { fr: config.ORGANISATION_FR, en: config.ORGANISATION_EN },
      address: config.ORGANISATION_ADDRESS,
    },
    sampleShare: config.MAILROOM_SAMPLE_SHARE,
    onePersonOffice: config.MAILROOM_ONE_PERSON === 'yes',
    closing: scope.signal,
    webhooks: webhookRules(config),
    calls: {
      lines: config.PHONE_TRANSFER_TO,
      rules: {
        prefixes: config.OUTBOUND_PREFIXES,
        callsANumberADay: config.OUTBOUND_CALLS_A_NUMBER,
        callsAnHour: config.OUTBOUND_CALLS_AN_HOUR,
      },
    },
    ...(config.DESK_URL === undefined ? {} : { deskUrl: config.DESK_URL }),
  });
  await new Promise<void>((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: config.DESK_PORT }, ({ port }) => {
      scope.log.info({ event: 'http.listening', port });
      resolve();
    });
    server.on('error', reject);
    scope.onClose(
      () =>
        new Promise<void>((done) => {
          server.close(() => done());
          if ('closeIdleConnections' in server) server.closeIdleConnections();
        }),
    );
  });
});
