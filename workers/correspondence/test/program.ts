import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@guichet/kernel';

/** Writes a program that is given the sound and the language, as whisper.cpp is; gives its path. */
export function program(folder: string, script: string, interpreter = process.execPath): string {
  const file = join(folder, `${newId()}${interpreter === process.execPath ? '.mjs' : ''}`);
  writeFileSync(file, `#!${interpreter}\n${script}`);
  chmodSync(file, 0o700);
  return file;
}

/** Prints what stands in the sound behind the telephone's own words, and the language, each line with its time marks. */
export const honest = `
  import { readFileSync } from 'node:fs';
  const [, , , language, , file] = process.argv;
  const said = readFileSync(file, 'utf8').replace(/^RIFF a voice that says /, '');
  console.log('[00:00:00.000 --> 00:00:02.000]  ' + said + '\\n[00:00:02.000 --> 00:00:03.000]  ' + language);`;
