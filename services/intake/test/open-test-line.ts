import { randomBytes } from 'node:crypto';
import { todayOf } from '@guichet/casework';
import { createLogger, openRedis, type Redis } from '@guichet/platform';
import type { Hono } from 'hono';
import { afterAll } from 'vitest';
import { type CallLineOptions, callLine, type PhoneCall } from '../../../tests/support/call/call-line.ts';
import { useRedis } from '../../../tests/support/redis.ts';
import type { TestDesk } from '../../../tests/support/test-desk.ts';
import type { PhoneDeps } from '../src/phone/phone-deps.ts';
import type { PhoneDesk } from '../src/phone/phone-desk.ts';
import { phoneRoutes } from '../src/phone/phone-routes.ts';
import { phoneDesk } from '../src/phone-desk.ts';

/** The line's webhooks on a test desk, and a telephone to call them with. */
export interface TestLine {
  readonly account: { accountSid: string; authTokens: string[]; publicUrl: string };
  readonly from: string;
  readonly redis: Redis;
  /** The webhooks, with a part of the desk, the memory or the account changed. */
  line(
    change?: Partial<PhoneDesk>,
    memory?: Pick<Redis, 'hmget' | 'eval'>,
    account?: PhoneDeps['account'],
  ): Hono;
  dial(app?: Hono, options?: Partial<CallLineOptions>): Promise<PhoneCall>;
}

/** Opens the line of a test desk on this run's Redis, with an address file or without; closed when the file ends. */
export function openTestLine(
  desk: TestDesk,
  known: Pick<PhoneDeps, 'addresses' | 'people' | 'staffLines' | 'callBackDays'> = {},
): TestLine {
  const redis = openRedis(useRedis().url, { role: 'plain' });
  afterAll(() => redis.disconnect());
  const account = {
    accountSid: `AC${randomBytes(16).toString('hex')}`,
    authTokens: ['a-token-of-this-test'],
    publicUrl: 'https://guichet.example.ca/line',
  };
  const from = '+14185550123';

  function line(
    change: Partial<PhoneDesk> = {},
    memory: Pick<Redis, 'hmget' | 'eval'> = redis,
    ours: PhoneDeps['account'] = account,
  ): Hono {
    return phoneRoutes({
      account: ours,
      desk: { ...phoneDesk(desk.ctx, { prefixes: ['+1418'], textsAnHour: 60 }), ...change },
      redis: memory,
      services: () => desk.ctx.catalogue.services,
      today: () => todayOf(new Date()),
      log: createLogger('test', { level: 'silent' }),
      ...known,
    });
  }

  function dial(app = line(), options: Partial<CallLineOptions> = {}): Promise<PhoneCall> {
    return callLine({
      url: 'http://127.0.0.1',
      publicUrl: account.publicUrl,
      accountSid: account.accountSid,
      authToken: account.authTokens[0] ?? '',
      from,
      pauseMsMax: 10,
      post: async (target, request) => app.request(target, request),
      ...options,
    });
  }

  return { account, from, redis, line, dial };
}
