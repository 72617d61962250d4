import { expect, test } from 'vitest';
import { z } from 'zod';
import { ConfigError } from './config-error.ts';
import { readConfig } from './read-config.ts';

const schema = z.object({
  PORT: z.coerce.number('un port | a port').default(3000),
  SECRET: z.string().min(20, 'trop court | too short'),
  MODE: z.enum(['a', 'b']).default('a'),
});

function refusal(environment: Record<string, string>): ConfigError {
  try {
    readConfig(schema, environment);
  } catch (error) {
    if (error instanceof ConfigError) return error;
  }
  throw new Error('not refused');
}

test('settings come back read, with defaults, and frozen', () => {
  const config = readConfig(schema, { SECRET: 'x'.repeat(20), PORT: '8080', OTHER: '1' });
  expect(config).toEqual({ PORT: 8080, SECRET: 'x'.repeat(20), MODE: 'a' });
  expect(Object.isFrozen(config)).toBe(true);
});

test('every wrong setting is named on one line a language', () => {
  expect(refusal({ PORT: 'x' }).message.split('\n')).toEqual([
    'Configuration : PORT : un port; SECRET manque.',
    'Configuration: PORT: a port; SECRET is missing.',
  ]);
});

test('an empty value counts as absent', () => {
  expect(refusal({ SECRET: ' ' }).words.en).toContain('SECRET is missing');
});

test('a refusal never repeats a value', () => {
  const { message } = refusal({ SECRET: 'hunter2', MODE: 'hunter2', PORT: 'hunter2' });
  expect(message).not.toContain('hunter2');
});
