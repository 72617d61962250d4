import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The command as a person runs it. */
const guichet = (...words: string[]) =>
  spawnSync('npx', ['tsx', 'infra/cli/guichet.ts', ...words], { encoding: 'utf8' });

describe('the command line', () => {
  it.each<[string, string[]]>([
    ['no verb', ['catalogue', '--lang', 'fr']],
    ['a verb that there is not', ['catalogue', 'chek', '--lang', 'fr']],
    ['an option that there is not', ['catalogue', 'check', '--language', 'fr']],
    ['an option without its value', ['catalogue', 'import', 'form.yml', '--out', '--lang']],
  ])('given %s says what it can do, touches nothing and ends with exit code 2', (_, words) => {
    const { status, stdout, stderr } = guichet(...words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('guichet catalogue check');
    expect(existsSync('--lang')).toBe(false);
  });
});
