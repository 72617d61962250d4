import { expect, test } from 'vitest';
import { requirePublicWebhooks, webhookEnvironment } from './webhook-environment.ts';

test('webhooks lead to public addresses alone unless a test says otherwise, and production refuses to start with that', () => {
  expect(webhookEnvironment.parse({}).WEBHOOKS_ALLOW_PRIVATE).toBe('no');
  const config = { NODE_ENV: 'production', WEBHOOKS_ALLOW_PRIVATE: 'yes' } as const;
  expect(() => requirePublicWebhooks(config)).toThrow(/WEBHOOKS_ALLOW_PRIVATE/);
  expect(requirePublicWebhooks({ ...config, NODE_ENV: 'test' })).toBeDefined();
});
