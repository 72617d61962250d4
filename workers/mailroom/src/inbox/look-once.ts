import { constants } from 'node:fs';
import { access, type FileHandle, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { batchBytesMax, type DeskContext, receiveBatch } from '@guichet/casework';
import { DeskError, isDeskError, minute, second } from '@guichet/kernel';
import type { Logger } from '@guichet/platform';
import { refusalNote } from '../refusal-words.ts';
import { quietMsOf, tailSize } from './ends-well.ts';
import { joined, listFiles, received, refused } from './list-files.ts';
import { returnedOf } from './returned-of.ts';

interface SeenFile {
  state: string;
  /** When it last changed. */
  sinceMs: number;
  /** Nothing more is to be done. */
  done: boolean;
  /** What was made of it: only its move is left. */
  outcome?: Outcome;
  /** How often it got stuck, and when it is tried again. */
  stuck?: { times: number; untilMs: number };
}

/** Where a file goes, and why it was refused. */
type Outcome = { folder: typeof received } | { folder: typeof refused; why: string };

/** What was seen of each file at the looks before, by its path. */
export type Seen = Map<string, SeenFile>;

/** Unit: milliseconds. */
const [stuckFirstMs, stuckMostMs] = [10 * second, 10 * minute];

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
    else if (!before.done && isDue(before, nowMs) && nowMs - before.sinceMs >= (await quietMs(handle, size)))
      await take(look, file, before, handle, size);
  } catch (error) {
    if (isDeskError(error)) {
      // Not kept: it is looked at again, as if for the first time.
      seen.delete(keyOf(file));
      throw error;
    }
    if (isGone(error)) return;
    if (isNews(look, file, error)) {
      log.warn({ event: 'inbox.file-not-taken', err: error });
      await note(look, joined(inbox, refused, file), 'file-unreadable');
    }
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

const isDue = ({ stuck }: SeenFile, nowMs: number) => stuck === undefined || nowMs >= stuck.untilMs;

/** Takes a file, and moves it. What was taken and can't be moved is never read again: its move alone is tried, ever more rarely. */
async function take(
  look: Look,
  file: Buffer,
  known: SeenFile,
  handle: FileHandle,
  size: number,
): Promise<void> {
  const { inbox, nowMs, log } = look;
  const stuckNote = joined(inbox, refused, file);
  try {
    const outcome = known.outcome ?? (await keep(look, file, handle, size));
    // It grew or shrank while it was read: it is not whole.
    if (outcome === undefined) return void look.seen.delete(keyOf(file));
    known.outcome = outcome;
    const moved = await move(inbox, file, outcome.folder);
    known.done = true;
    if (known.stuck !== undefined) await rm(withEnding(stuckNote), { force: true }).catch(() => undefined);
    if (outcome.folder === refused) await note(look, moved, outcome.why);
  } catch (error) {
    if (isDeskError(error) || isGone(error)) throw error;
    const times = (known.stuck?.times ?? 0) + 1;
    known.stuck = { times, untilMs: nowMs + Math.min(stuckMostMs, stuckFirstMs * 2 ** (times - 1)) };
    if (times > 1) return;
    log.warn({ event: 'inbox.file-stuck', err: error });
    await note(look, stuckNote, known.outcome === undefined ? 'file-not-taken' : 'file-not-moved');
  }
}

/** Keeps a file as a batch; gives what was made of it, or nothing when it is not whole. */
async function keep(
  { ctx }: Look,
  file: Buffer,
  handle: FileHandle,
  size: number,
): Promise<Outcome | undefined> {
  try {
    if (size > batchBytesMax) throw new DeskError('invalid', 'batch-too-large');
    const bytes = await handle.readFile();
    if (bytes.length !== size) return undefined;
    const fileName = file.subarray(file.lastIndexOf('/') + 1).toString('utf8');
    const returnedWhy = returnedOf(file.toString('latin1'));
    const { kind } = await receiveBatch(ctx, {
      bytes,
      fileName,
      mediaType: 'application/octet-stream',
      source: 'hot-folder',
      ...(returnedWhy === undefined ? {} : { returnedWhy }),
    });
    return kind === 'otherwise' ? { folder: refused, why: 'batch-otherwise' } : { folder: received };
  } catch (error) {
    if (!isDeskError(error) || error.code !== 'invalid') throw error;
    return { folder: refused, why: error.publicKey };
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

/** A file that can't be opened stays where it is until somebody lets us in; gives whether that is new. */
function isNews({ seen, nowMs }: Look, file: Buffer, error: unknown): boolean {
  const state = `unreadable ${(error as NodeJS.ErrnoException).code ?? ''}`;
  if (seen.get(keyOf(file))?.state === state) return false;
  seen.set(keyOf(file), { state, sinceMs: nowMs, done: false });
  return true;
}

/** Leaves a word beside a file for whoever looks after the scanner. One that can't be written holds up no other file. */
async function note({ log }: Look, path: Buffer, why: string): Promise<void> {
  try {
    await mkdir(folderOf(path), { recursive: true });
    await writeFile(withEnding(path), refusalNote(why));
  } catch (error) {
    log.warn({ event: 'inbox.note-not-written', err: error });
  }
}

function isGone(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
