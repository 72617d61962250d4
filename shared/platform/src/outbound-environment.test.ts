import { expect, it } from 'vitest';
import { outboundEnvironment, textEnvironment } from './outbound-environment.ts';

it.each(['OUTBOUND_CALLS_A_NUMBER', 'OUTBOUND_CALLS_AN_HOUR'] as const)(
  '%s is at least one: with none, replies by call would wait for ever',
  (name) => {
    expect(outboundEnvironment.safeParse({ [name]: '0' }).success).toBe(false);
    expect(outboundEnvironment.parse({ [name]: '1' })[name]).toBe(1);
  },
);

it('links by text message may be switched off', () => {
  expect(textEnvironment.parse({ OUTBOUND_TEXTS_AN_HOUR: '0' }).OUTBOUND_TEXTS_AN_HOUR).toBe(0);
});
