import { expect, it } from 'vitest';
import { outboundEnvironment, textEnvironment } from './outbound-environment.ts';

it.each(['OUTBOUND_CALLS_A_NUMBER', 'OUTBOUND_CALLS_AN_HOUR'] as const)('%s of 0 calls nobody', (name) => {
  expect(outboundEnvironment.parse({ [name]: '0' })[name]).toBe(0);
  expect(outboundEnvironment.safeParse({ [name]: '-1' }).success).toBe(false);
});

it('links by text message may be switched off', () => {
  expect(textEnvironment.parse({ OUTBOUND_TEXTS_AN_HOUR: '0' }).OUTBOUND_TEXTS_AN_HOUR).toBe(0);
});
