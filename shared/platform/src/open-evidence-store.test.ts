import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@guichet/kernel';
import { afterAll, expect, test } from 'vitest';
import { openEvidenceStore } from './open-evidence-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'guichet-evidence-'));
const store = openEvidenceStore(join(folder, 'new', 'store'));
afterAll(() => rmSync(folder, { recursive: true }));

const filesBelow = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

test('bytes come back as they were put, and putting again replaces them whole', async () => {
  const id = newId();
  await store.put(id, Buffer.from([1, 2, 3]));
  await store.put(id, Buffer.from([4]));
  expect(await store.get(id)).toEqual(Buffer.from([4]));
});

test('an original lies under the first digits of its id, and no draft stays beside it', async () => {
  const id = newId();
  await Promise.all(Array.from({ length: 5 }, () => store.put(id, Buffer.alloc(100_000, 7))));
  const found = filesBelow().filter((entry) => entry.name.includes(id));
  expect(found.map((entry) => join(entry.parentPath, entry.name))).toEqual([
    join(folder, 'new', 'store', id.slice(0, 4), id.slice(4, 6), id),
  ]);
  expect(filesBelow().filter((entry) => entry.name.startsWith('.'))).toEqual([]);
});

test('what is destroyed is gone, and destroying again is no fault', async () => {
  const id = newId();
  await store.put(id, Buffer.from('x'));
  await store.destroy(id);
  await store.destroy(id);
  await expect(store.get(id)).rejects.toMatchObject({ code: 'gone' });
  await expect(store.destroy(newId())).resolves.toBeUndefined();
});

test('what is not an id never becomes a path', async () => {
  await expect(store.get('../../etc/passwd')).rejects.toMatchObject({ code: 'invalid' });
  await expect(store.put('a/b', Buffer.of())).rejects.toMatchObject({ code: 'invalid' });
});
