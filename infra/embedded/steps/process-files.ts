import { join } from 'node:path';
import { projectFolder } from '../config.ts';

/** A process by its name and its main file. */
export interface ProcessFile {
  readonly name: string;
  readonly main: string;
  /** What it is given beyond the settings of all; the operator's own word goes before. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** The doors, which people wait for, start and stop first; the hands do what the outbox holds. */
export interface ProcessFiles {
  readonly doors: readonly ProcessFile[];
  readonly hands: readonly ProcessFile[];
}

// glibc keeps a heap for each thread, up to eight a core, and gives back little of them. Pages pass through many threads as large
// buffers: after a letter of five the mailroom held over 600 MB, with two heaps about 430. Each of its three engines has a heap of
// JavaScript too, whose young part need not grow to 16 MB: 25 MB less. Read at a process's start only.
const own: Readonly<Record<string, Record<string, string>>> = {
  mailroom: { MALLOC_ARENA_MAX: '2', NODE_OPTIONS: '--max-semi-space-size=4' },
};

const inFolder =
  (folder: string) =>
  (name: string): ProcessFile => ({
    name,
    main: join(projectFolder, folder, name, 'src/main.ts'),
    environment: own[name] ?? {},
  });

export const processFiles: ProcessFiles = {
  doors: ['intake', 'desk'].map(inFolder('services')),
  hands: ['relay', 'casework', 'mailroom', 'correspondence', 'records'].map(inFolder('workers')),
};
