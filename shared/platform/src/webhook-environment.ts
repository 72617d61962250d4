import { z } from 'zod';
import { ConfigError } from './config-error.ts';

/** The settings of the processes that register webhooks and send to them. */
export const webhookEnvironment = z.object({
  /** `yes` lets webhooks go by http and to private addresses: for tests and a first try on one machine. */
  WEBHOOKS_ALLOW_PRIVATE: z
    .enum(['yes', 'no'], { error: 'yes ou no attendu | yes or no expected' })
    .default('no'),
  /** The hosts, between commas, to which webhooks may go; absent lets them go to any public one. */
  WEBHOOK_HOSTS: z
    .string()
    .transform((line) =>
      line
        .split(',')
        .map((host) => host.trim().toLowerCase())
        .filter((host) => host !== ''),
    )
    .optional(),
});

/** Gives where webhooks may lead. */
export function webhookRules(config: {
  WEBHOOKS_ALLOW_PRIVATE: 'yes' | 'no';
  WEBHOOK_HOSTS?: string[] | undefined;
}): { allowPrivate: boolean; hosts?: string[] } {
  const hosts = config.WEBHOOK_HOSTS ?? [];
  return {
    allowPrivate: config.WEBHOOKS_ALLOW_PRIVATE === 'yes',
    ...(hosts.length > 0 ? { hosts } : {}),
  };
}

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
