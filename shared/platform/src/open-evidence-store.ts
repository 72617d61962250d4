import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DeskError, isId } from '@guichet/kernel';

/** Keeps stored originals as opaque bytes, one file each. */
export interface EvidenceStore {
  put(id: string, bytes: Uint8Array): Promise<void>;
  get(id: string): Promise<Buffer>;
  destroy(id: string): Promise<void>;
}

/**
 * Opens the folder of stored originals, and makes it when it is new.
 *
 * Guarantee: after `put` the bytes are on the disk, whole or not at all; `put` and `destroy` are safe to repeat.
 * Errors: DeskError 'gone' when nothing is kept under an id; 'invalid' for what is not an id.
 */
export function openEvidenceStore(folder: string): EvidenceStore {
  return {
    put: async (id, bytes) => write(fileOf(folder, id), bytes),
    get: async (id) => read(fileOf(folder, id)),
    destroy: async (id) => remove(fileOf(folder, id)),
  };
}

/** An id starts with its time of making: its first digits give a folder per 49 days, the next a folder per 4.7 hours. */
function fileOf(folder: string, id: string): string {
  if (!isId(id)) throw new DeskError('invalid', 'not-an-id', { detail: 'evidence id' });
  return join(folder, id.slice(0, 4), id.slice(4, 6), id);
}

async function write(file: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(file);
  await makeFolder(folder);
  const draft = join(folder, `.${randomUUID()}`);
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

async function read(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new DeskError('gone', 'evidence-gone', { cause: error });
    throw error;
  }
}

async function remove(file: string): Promise<void> {
  await rm(file, { force: true });
  await syncFolder(dirname(file)).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  });
}

/** A new folder is durable only once its parent is written: from the first one made, upwards by one. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

async function syncFolder(folder: string): Promise<void> {
  // Windows can't open a folder; its file system writes entries by itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error ? Reflect.get(error, 'code') : undefined;
}
