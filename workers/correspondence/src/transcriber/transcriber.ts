import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Language, minute, newId } from '@guichet/kernel';
import { readText } from './read-text.ts';
import { runProgram } from './run-program.ts';

export interface Recorded {
  bytes: Buffer;
  mediaType: string;
  language: Language;
}

export interface Transcriber {
  /** A machine hears one recording at a time: it takes the processor that people wait for. */
  isBusy(): boolean;
  /** Gives what it heard; undefined when nothing came of it that can be shown to anyone. */
  hear(recorded: Recorded): Promise<string | undefined>;
}

export interface TranscriberOptions {
  /** The program and its arguments, with `{file}` and `{language}` in them. */
  command: readonly [string, ...string[]];
  /** Where the sound is put while it is heard. */
  folder: string;
  /** Where programs are looked for. */
  path: string;
  timeoutMs?: number;
  /** Told why nothing came of a recording; never what was said. */
  onNothing?: (why: string) => void;
}

const usualTimeoutMs = 3 * minute;

const endings: Readonly<Record<string, string>> = {
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/webm': 'webm',
  'audio/mp4': 'm4a',
};

/**
 * Makes a transcriber of a program on this machine that is given a sound file and prints what it hears.
 *
 * Guarantee: the program gets no setting and no secret of ours; the sound stands in the clear in a file of the owner's alone, for
 *   as long as the program runs; what a killed worker left there goes at the next start.
 */
export async function openTranscriber(options: TranscriberOptions): Promise<Transcriber> {
  const { command, folder, path, timeoutMs = usualTimeoutMs, onNothing = () => {} } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeLeftovers(folder, timeoutMs);
  let running = false;
  return {
    isBusy: () => running,
    async hear({ bytes, mediaType, language }) {
      running = true;
      const file = join(folder, `${newId()}.${endings[mediaType] ?? 'wav'}`);
      try {
        await writeFile(file, bytes, { mode: 0o600, flag: 'wx' });
        const [program, ...args] = command;
        const filled = args.map((arg) => arg.replaceAll('{file}', file).replaceAll('{language}', language));
        const ran = await runProgram({ program, args: filled, folder, path, timeoutMs });
        const text = ran.kind === 'printed' ? readText(ran.printed) : undefined;
        if (text === undefined) onNothing(ran.kind === 'printed' ? 'not-text' : ran.why);
        return text;
      } finally {
        await rm(file, { force: true });
        running = false;
      }
    },
  };
}

/** Another worker may be at it: only what is older than any run is left over. */
async function removeLeftovers(folder: string, timeoutMs: number): Promise<void> {
  const before = Date.now() - 2 * timeoutMs;
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found && found.mtimeMs < before) await rm(file, { force: true });
  }
}
