import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { batchBytesMax, type DeskContext, receiveBatch } from '@guichet/casework';
import { DeskError, isDeskError, second } from '@guichet/kernel';
import type { ProcessScope } from '@guichet/platform';

const lookEveryMs = second;
/** Scanners write slowly: a file counts as whole when it has stood still between two looks. */
type Seen = Map<string, string>;

/**
 * Takes the files that scanners drop in the hot folder, once each, and moves them to `received` or `refused` beside it.
 *
 * Guarantee: a file moves only after the commit that keeps it; one still being written is left alone; the same file twice is
 *   one batch; a database that is away leaves the files where they are.
 */
export function watchInbox(
  scope: Pick<ProcessScope, 'log' | 'onClose' | 'signal'>,
  ctx: DeskContext,
  inbox: string,
): void {
  const watching = keepLooking(scope, ctx, inbox);
  scope.onClose(() => watching);
}

async function keepLooking(
  { log, signal }: Pick<ProcessScope, 'log' | 'signal'>,
  ctx: DeskContext,
  inbox: string,
): Promise<void> {
  const seen: Seen = new Map();
  while (!signal.aborted) {
    try {
      await lookOnce(ctx, inbox, seen);
    } catch (error) {
      log.warn({ event: 'inbox.failed', err: error });
    }
    await setTimeout(lookEveryMs, undefined, { signal }).catch(() => undefined);
  }
}

async function lookOnce(ctx: DeskContext, inbox: string, seen: Seen): Promise<void> {
  await Promise.all(['received', 'refused'].map((name) => mkdir(join(inbox, name), { recursive: true })));
  const entries = await readdir(inbox, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name);
  for (const gone of [...seen.keys()].filter((name) => !names.includes(name))) seen.delete(gone);
  for (const name of names.sort()) {
    const { size, mtimeMs } = await stat(join(inbox, name));
    const state = `${size} ${mtimeMs}`;
    if (seen.get(name) !== state) seen.set(name, state);
    else await take(ctx, inbox, name);
  }
}

async function take(ctx: DeskContext, inbox: string, name: string): Promise<void> {
  const path = join(inbox, name);
  try {
    if ((await stat(path)).size > batchBytesMax) throw new DeskError('invalid', 'batch-too-large');
    const bytes = await readFile(path);
    await receiveBatch(ctx, {
      bytes,
      fileName: basename(name),
      mediaType: 'application/octet-stream',
      source: 'hot-folder',
    });
    await rename(path, join(inbox, 'received', name));
  } catch (error) {
    if (!isDeskError(error) || error.code !== 'invalid') throw error;
    await writeFile(join(inbox, 'refused', `${name}.txt`), `${error.publicKey}\n`);
    await rename(path, join(inbox, 'refused', name));
  }
}
