import { join } from 'node:path';
import { projectFolder } from '../config.ts';

/** A process by its name and its main file. */
export interface ProcessFile {
  readonly name: string;
  readonly main: string;
}

/** The doors, which people wait for, start and stop first; the hands do what the outbox holds. */
export interface ProcessFiles {
  readonly doors: readonly ProcessFile[];
  readonly hands: readonly ProcessFile[];
}

const inFolder = (folder: string) => (name: string) => ({
  name,
  main: join(projectFolder, folder, name, 'src/main.ts'),
});

export const processFiles: ProcessFiles = {
  doors: ['intake', 'desk'].map(inFolder('services')),
  hands: ['relay', 'casework', 'mailroom', 'correspondence', 'records'].map(inFolder('workers')),
};
