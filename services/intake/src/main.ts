import { lineState, nextOpenDays, openDesk, todayOf } from '@guichet/casework';
import { problemLine } from '@guichet/catalogue/load';
import { languages } from '@guichet/kernel';
import { openRedis, requireSafeRedis, runProcess } from '@guichet/platform';
import { peopleNow } from './people-now.ts';
import { createApp, type DoorFacts } from './app.tsx';
import { checkReadiness } from './check-readiness.ts';
import { intakeConfig } from './config.ts';
import { listen } from './listen.ts';
import { phoneDesk } from './phone-desk.ts';
import { phoneRoutes } from './phone/phone-routes.ts';
import { testLine } from './phone/test-line.ts';
import { openAddressFile } from './open-address-file.ts';
import { paperFormPrinter } from './print-paper-form.ts';

await runProcess('intake', async (scope) => {
  const config = intakeConfig();
  const addresses =
    config.ADDRESS_FILE === undefined ? undefined : await openAddressFile(config.ADDRESS_FILE, scope.log);
  await requireSafeRedis(config.REDIS_URL, config.NODE_ENV);
  const { ctx, close } = await openDesk({
    databaseUrl: config.DATABASE_URL,
    keyFile: config.GUICHET_KEY_FILE,
    dataDir: config.GUICHET_DATA,
    catalogueDir: config.CATALOGUE_DIR,
    name: 'intake',
    actor: { kind: 'public', channel: 'web' },
    onCatalogueProblem: (problem) =>
      scope.log.warn({ event: 'catalogue.problem' }, problemLine(problem, languages)),
  });
  scope.onClose(close);
  const redis = openRedis(config.REDIS_URL, { role: 'plain' });
  scope.onClose(() => redis.disconnect());
  const facts: DoorFacts = {
    publicUrl: config.publicUrl,
    organisation: { fr: config.ORGANISATION_FR, en: config.ORGANISATION_EN },
    address: config.ORGANISATION_ADDRESS,
    paper: config.PAPER,
    ...(config.TWILIO_FROM === undefined ? {} : { phone: config.TWILIO_FROM }),
  };
  const { PHONE_TRANSFER_TO: staffLines } = config;
  const hours = {
    week: config.PHONE_HOURS,
    closedDays: config.PHONE_CLOSED_DAYS,
    openDays: config.PHONE_OPEN_DAYS,
  };
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: tokens } = config;
  const account =
    accountSid === undefined || tokens === undefined
      ? undefined
      : { accountSid, authTokens: tokens.split(','), publicUrl: config.publicUrl };
  const telephone =
    account === undefined
      ? undefined
      : phoneRoutes({
          account,
          desk: phoneDesk(ctx, {
            prefixes: config.OUTBOUND_PREFIXES,
            textsAnHour: config.OUTBOUND_TEXTS_AN_HOUR,
          }),
          redis,
          services: () => ctx.catalogue.services,
          today: () => todayOf(ctx.clock.now()),
          callBackDays: () => nextOpenDays(hours, ctx.clock.now(), 2),
          people: () => peopleNow(lineState(hours, ctx.clock.now()), staffLines.length),
          staffLines,
          log: scope.log,
          deskName: facts.organisation,
          ...(addresses === undefined ? {} : { addresses }),
          postTo: facts.address,
          pointer: facts.phone === undefined ? {} : { phone: facts.phone },
        });
  const app = createApp({
    ...facts,
    desk: ctx,
    log: scope.log,
    paperForm: paperFormPrinter(ctx, facts),
    readiness: () => checkReadiness(ctx, redis),
    ...(telephone ? { phoneRoutes: telephone } : {}),
  });
  const server = await listen(app, config.PORT);
  scope.onClose(server.close);
  if (account !== undefined) await testLine(account, server.port, scope.log);
  scope.log.info({ event: 'http.listening', port: server.port });
});
