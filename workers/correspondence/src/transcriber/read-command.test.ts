import { describe, expect, it } from 'vitest';
import { readCommand } from './read-command.ts';

describe('the command of a transcriber', () => {
  it.each([
    ['whisper-cli -l {language} -f {file}', ['whisper-cli', '-l', '{language}', '-f', '{file}']],
    [
      `"/opt/my programs/hear" '-m' "/opt/a model.bin" {file}`,
      ['/opt/my programs/hear', '-m', '/opt/a model.bin', '{file}'],
    ],
    ['hear --in={file}  ', ['hear', '--in={file}']],
    ['hear {file}; rm -rf $HOME', ['hear', '{file};', 'rm', '-rf', '$HOME']],
  ])('%s is a program and its arguments, whatever a shell would make of it', (line, parts) => {
    expect(readCommand(line)).toEqual(parts);
  });

  it.each(['', '   ', 'hear', 'hear "{file}', '{file} hear', 'hear --in="{file}"', '"" {file}'])(
    '%j is refused',
    (line) => {
      expect(readCommand(line)).toBeUndefined();
    },
  );
});
