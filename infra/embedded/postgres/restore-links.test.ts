import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { restoreLinks } from './restore-links.ts';

test('library links that an install without scripts left out are made, those there are left alone', () => {
  const root = mkdtempSync(join(tmpdir(), 'guichet-links-'));
  const home = join(root, 'native');
  mkdirSync(join(home, 'lib'), { recursive: true });
  writeFileSync(join(home, 'lib/libx.so.1.2'), '');
  const links = ['native/lib/libx.so', 'native/lib/libx.so.1'].map((target) => ({
    source: 'native/lib/libx.so.1.2',
    target,
  }));
  writeFileSync(join(home, 'pg-symlinks.json'), JSON.stringify(links));
  restoreLinks(home);
  restoreLinks(home);
  expect(['libx.so', 'libx.so.1'].map((name) => readlinkSync(join(home, 'lib', name)))).toEqual([
    'libx.so.1.2',
    'libx.so.1.2',
  ]);
  rmSync(root, { recursive: true });
});
