import { z } from 'zod';
import { ConfigError } from './config-error.ts';

/** The settings of the processes that register webhooks and send to them. */
export const webhookEnvironment = z.object({
  /** `yes` lets webhooks go by http and to private addresses: for tests and a first try on one machine. */
  WEBHOOKS_ALLOW_PRIVATE: z
    .enum(['yes', 'no'], { error: 'yes ou no attendu | yes or no expected' })
    .default('no'),
});

/** Refuses to start in production where webhooks could lead to this machine or network. Errors: ConfigError */
export function requirePublicWebhooks<
  Config extends { NODE_ENV?: string | undefined; WEBHOOKS_ALLOW_PRIVATE: 'yes' | 'no' },
>(config: Config): Config {
  if (config.NODE_ENV === 'production' && config.WEBHOOKS_ALLOW_PRIVATE === 'yes')
    throw new ConfigError({
      fr: 'Configuration : WEBHOOKS_ALLOW_PRIVATE : jamais « yes » en production.',
      en: 'Configuration: WEBHOOKS_ALLOW_PRIVATE: never “yes” in production.',
    });
  return config;
}
