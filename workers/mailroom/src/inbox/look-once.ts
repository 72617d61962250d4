import { constants } from 'node:fs';
import { access, type FileHandle, mkdir, open, rename, writeFile } from 'node:fs/promises';
import { batchBytesMax, type DeskContext, receiveBatch } from '@guichet/casework';
import { DeskError, isDeskError } from '@guichet/kernel';
import type { Logger } from '@guichet/platform';
import { refusalWords } from '../refusal-words.ts';
import { quietMsOf, tailSize } from './ends-well.ts';
import { joined, listFiles, received, refused } from './list-files.ts';
import { returnedOf } from './returned-of.ts';

/** What was seen of each file at the looks before, by its path: when it last changed, and whether nothing more is to be done. */
export type Seen = Map<string, { state: string; sinceMs: number; done: boolean }>;

export interface Look {
  ctx: DeskContext;
  log: Pick<Logger, 'warn' | 'error'>;
  inbox: string;
  seen: Seen;
  /** Unit: milliseconds, of any clock that goes evenly. */
  nowMs: number;
}

/**
 * Looks at the hot folder once and takes what has stood still long enough.
 *
 * Errors: what the database answers when it is away; the files stay.
 */
export async function lookOnce(look: Look): Promise<void> {
  const { inbox, seen } = look;
  const root = Buffer.from(inbox);
  for (const folder of [received, refused]) await mkdir(joined(root, folder), { recursive: true });
  const files = await listFiles(root);
  const keys = new Set(files.map(keyOf));
  for (const gone of [...seen.keys()].filter((key) => !keys.has(key))) seen.delete(gone);
  for (const file of files) await lookAt(look, file);
}

/** Every byte of a path counts, text or not. */
const keyOf = (file: Buffer) => file.toString('latin1');

async function lookAt(look: Look, file: Buffer): Promise<void> {
  const { inbox, seen, nowMs, log } = look;
  let handle: FileHandle | undefined;
  try {
    // Never through a link, and never waiting for a pipe to be written to.
    handle = await open(
      joined(inbox, file),
      constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
    );
    const { size, mtimeMs } = await handle.stat();
    const state = `${size} ${mtimeMs}`;
    const before = seen.get(keyOf(file));
    if (before?.state !== state) seen.set(keyOf(file), { state, sinceMs: nowMs, done: false });
    else if (!before.done && nowMs - before.sinceMs >= (await quietMs(handle, size))) {
      before.done = true;
      await take(look, file, handle, size);
    }
  } catch (error) {
    if (isDeskError(error)) {
      // Not kept: it is looked at again, as if for the first time.
      seen.delete(keyOf(file));
      throw error;
    }
    if (isGone(error)) return;
    if (await isNews(look, file, error)) log.warn({ event: 'inbox.file-not-taken', err: error });
  } finally {
    await handle?.close();
  }
}

async function quietMs(handle: FileHandle, size: number): Promise<number> {
  const part = async (from: number) => {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(tailSize), position: from });
    return buffer.subarray(0, bytesRead);
  };
  return quietMsOf(await part(0), await part(Math.max(0, size - tailSize)));
}

async function take(look: Look, file: Buffer, handle: FileHandle, size: number): Promise<void> {
  const { ctx, inbox } = look;
  try {
    if (size > batchBytesMax) throw new DeskError('invalid', 'batch-too-large');
    const bytes = await handle.readFile();
    // It grew or shrank while it was read: it is not whole.
    if (bytes.length !== size) return void look.seen.delete(keyOf(file));
    const fileName = file.subarray(file.lastIndexOf('/') + 1).toString('utf8');
    const returnedWhy = returnedOf(file.toString('latin1'));
    await receiveBatch(ctx, {
      bytes,
      fileName,
      mediaType: 'application/octet-stream',
      source: 'hot-folder',
      ...(returnedWhy === undefined ? {} : { returnedWhy }),
    });
    await move(inbox, file, received);
  } catch (error) {
    if (!isDeskError(error) || error.code !== 'invalid') throw error;
    const moved = await move(inbox, file, refused);
    await writeFile(withEnding(moved), refusalWords(error.publicKey));
  }
}

const withEnding = (path: Buffer) => Buffer.concat([path, Buffer.from('.txt')]);

/** Moves a file to a folder beside it, under a name of its own there; gives where it went. */
async function move(inbox: string, file: Buffer, folder: string): Promise<Buffer> {
  const to = joined(inbox, folder, file);
  await mkdir(folderOf(to), { recursive: true });
  for (let count = 1; ; count++) {
    const free = count === 1 ? to : numbered(to, count);
    if (await isThere(free)) continue;
    await rename(joined(inbox, file), free);
    return free;
  }
}

const isThere = (path: Buffer) =>
  access(path).then(
    () => true,
    () => false,
  );

const folderOf = (path: Buffer) => path.subarray(0, path.lastIndexOf('/'));

/** `lot.pdf` becomes `lot (2).pdf`: what came before under this name stays. */
function numbered(path: Buffer, count: number): Buffer {
  const dot = path.lastIndexOf('.');
  const cut = dot > path.lastIndexOf('/') + 1 ? dot : path.length;
  return Buffer.concat([path.subarray(0, cut), Buffer.from(` (${count})`), path.subarray(cut)]);
}

/** A file that can't be opened stays where it is, with a word in `refused` until somebody lets us in; gives whether that is new. */
async function isNews({ inbox, seen, nowMs }: Look, file: Buffer, error: unknown): Promise<boolean> {
  const state = `unreadable ${(error as NodeJS.ErrnoException).code ?? ''}`;
  if (seen.get(keyOf(file))?.state === state) return false;
  seen.set(keyOf(file), { state, sinceMs: nowMs, done: false });
  const note = withEnding(joined(inbox, refused, file));
  await mkdir(folderOf(note), { recursive: true });
  await writeFile(note, refusalWords('file-unreadable'));
  return true;
}

function isGone(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
