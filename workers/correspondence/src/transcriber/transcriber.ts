import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DeskError, type Language, minute, second } from '@guichet/kernel';
import { readText } from './read-text.ts';
import { type Ran, runProgram } from './run-program.ts';

export interface Recorded {
  bytes: Buffer;
  mediaType: string;
  language: Language;
}

export interface Transcriber {
  /**
   * Hears one recording at a time, since it takes the processor that people wait for; undefined at once while another is heard.
   *
   * Guarantee: the turn is taken before this answers, and the sound is read only then.
   * Shape: gives what it heard; undefined when nothing came of it that can be shown to anyone. Errors: not-now — it was stopped.
   */
  tryHear(read: () => Promise<Recorded>): Promise<string | undefined> | undefined;
}

export interface TranscriberOptions {
  /** The program and its arguments, with `{file}` and `{language}` in them. */
  command: readonly [string, ...string[]];
  /** Holds a folder for each sound while it is heard. */
  folder: string;
  /** Where programs are looked for. */
  path: string;
  timeoutMs?: number;
  /** How often a hearing shows that it is alive; one that misses four beats is left over. */
  beatMs?: number;
  /** Aborted when the worker begins to close: nobody waits for a hearing to end. */
  signal?: AbortSignal;
  /** Told why nothing came of a recording; never what was said. */
  onNothing?: (why: string) => void;
}

const usualTimeoutMs = 3 * minute;
const usualBeatMs = 5 * second;

const endings: Readonly<Record<string, string>> = {
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/webm': 'webm',
  'audio/mp4': 'm4a',
};

/**
 * Makes a transcriber of a program on this machine that is given a sound file and prints what it hears.
 *
 * Guarantee: the program gets no setting and no secret of ours; the sound stands in the clear in a folder of the owner's alone, for
 *   as long as the program runs, and goes with all that the program wrote beside it; what a killed worker left goes before the
 *   next hearing, by whichever worker.
 */
export async function openTranscriber(options: TranscriberOptions): Promise<Transcriber> {
  const { folder, beatMs = usualBeatMs } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeLeftovers(folder, beatMs);
  let isHearing = false;
  return {
    tryHear(read) {
      if (isHearing) return undefined;
      isHearing = true;
      return hear(options, read).finally(() => {
        isHearing = false;
      });
    },
  };
}

async function hear(options: TranscriberOptions, read: () => Promise<Recorded>): Promise<string | undefined> {
  const { folder, beatMs = usualBeatMs, onNothing = () => {} } = options;
  await removeLeftovers(folder, beatMs);
  const { bytes, mediaType, language } = await read();
  const own = await mkdtemp(join(folder, 'hearing-'));
  const beat = setInterval(() => void utimes(own, new Date(), new Date()).catch(() => {}), beatMs);
  try {
    const file = join(own, `recording.${endings[mediaType] ?? 'wav'}`);
    await writeFile(file, bytes, { mode: 0o600, flag: 'wx' });
    const ran = await runCommand(options, own, { file, language });
    const text = ran.kind === 'printed' ? readText(ran.printed) : undefined;
    if (ran.kind === 'failed' && ran.why === 'stopped') throw new DeskError('not-now', 'transcriber-stopped');
    if (text === undefined) onNothing(ran.kind === 'printed' ? 'not-text' : ran.why);
    return text;
  } finally {
    clearInterval(beat);
    await rm(own, { recursive: true, force: true });
  }
}

function runCommand(
  { command, path, timeoutMs = usualTimeoutMs, signal }: TranscriberOptions,
  folder: string,
  { file, language }: { file: string; language: Language },
): Promise<Ran> {
  const [program, ...args] = command;
  const filled = args.map((arg) => arg.replaceAll('{file}', file).replaceAll('{language}', language));
  return runProgram({ program, args: filled, folder, path, timeoutMs, signal });
}

/** Another worker may be hearing: only what has shown no life for a while is left over. */
async function removeLeftovers(folder: string, beatMs: number): Promise<void> {
  const before = Date.now() - 4 * beatMs;
  for (const name of await readdir(folder)) {
    const left = join(folder, name);
    const found = await stat(left).catch(() => undefined);
    if (found && found.mtimeMs < before) await rm(left, { recursive: true, force: true });
  }
}
