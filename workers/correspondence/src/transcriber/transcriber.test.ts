import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { day } from '@guichet/kernel';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../../../tests/support/eventually.ts';
import { honest, program } from '../../test/program.ts';
import { openTranscriber, type TranscriberOptions } from './transcriber.ts';

const dir = mkdtempSync(join(tmpdir(), 'guichet-transcriber-'));
const folder = join(dir, 'sounds');
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const told: string[] = [];
beforeEach(() => {
  told.length = 0;
});
const openAt = (file: string, more: Partial<TranscriberOptions> = {}) =>
  openTranscriber({
    command: [file, '-l', '{language}', '-f', '{file}'],
    folder,
    path: process.env['PATH'] ?? '',
    timeoutMs: 20_000,
    onNothing: (why) => told.push(why),
    ...more,
  });
const open = (script: string, more?: Partial<TranscriberOptions>) => openAt(program(dir, script), more);
const sound = async () => ({
  bytes: Buffer.from('RIFF a voice that says Jeanne Tremblay'),
  mediaType: 'audio/mpeg',
  language: 'fr' as const,
});

describe('a transcriber', () => {
  it('is given the sound in a file of ours alone and none of our settings, and its time marks go', async () => {
    const curious = `${honest}
      import { statSync } from 'node:fs';
      import { dirname } from 'node:path';
      const modes = [file, dirname(file)].map((one) => (statSync(one).mode & 0o777).toString(8));
      const settings = Object.keys(process.env).filter((name) => !/^(PATH|LANG|LC_|_$)/.test(name));
      console.log([...modes, ...settings].join(' '));`;
    const transcriber = await open(curious);
    expect(await transcriber.tryHear(sound)).toBe('Jeanne Tremblay fr 600 700');
  });

  const bad: [string, string, string, number?][] = [
    ['hangs', 'slow', `setInterval(() => {}, 1000);`, 1_500],
    ['fails', 'failed', `console.log('half of an answer'); process.exit(3);`],
    ['prints no text', 'not-text', `process.stdout.write(Buffer.from([0xff, 0xfe, 0x00, 0x80]));`],
    ['prints nothing', 'not-text', ''],
    ['prints escapes', 'not-text', `process.stdout.write('\\u001b[31mrouge');`],
    ['prints without end', 'too-long', `for (;;) process.stdout.write('la '.repeat(10_000));`],
  ];
  it.each(bad)(
    'that %s gives nothing, says which, and can hear again',
    async (_, why, script, timeoutMs = 20_000) => {
      const transcriber = await open(script, { timeoutMs });
      expect(await transcriber.tryHear(sound)).toBeUndefined();
      const again = transcriber.tryHear(sound);
      expect(again).toBeInstanceOf(Promise);
      await again;
      expect([told, readdirSync(folder)]).toEqual([[why, why], []]);
    },
  );

  it('that is not there gives nothing', async () => {
    const transcriber = await openAt(join(dir, 'nowhere'));
    expect(await transcriber.tryHear(sound)).toBeUndefined();
    expect(told).toEqual(['not-started']);
  });

  it('takes one recording at a time, from the moment that it is asked', async () => {
    const transcriber = await open(honest);
    const [first, second] = [transcriber.tryHear(sound), transcriber.tryHear(sound)];
    expect(second).toBeUndefined();
    expect(await first).toBe('Jeanne Tremblay fr');
    expect(await transcriber.tryHear(sound)).toBe('Jeanne Tremblay fr');
  });

  it('whose sound can’t be read runs nothing and can hear again', async () => {
    const transcriber = await open(honest);
    await expect(transcriber.tryHear(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(readdirSync(folder)).toEqual([]);
    expect(await transcriber.tryHear(sound)).toBe('Jeanne Tremblay fr');
  });

  it('is stopped when the worker closes, and the recording is for the next start', async () => {
    const stop = new AbortController();
    const transcriber = await open(`setInterval(() => {}, 1000);`, { signal: stop.signal });
    const hearing = transcriber.tryHear(sound);
    await eventually(() => readdirSync(folder).length === 1);
    stop.abort();
    await expect(hearing).rejects.toMatchObject({ code: 'not-now' });
    expect([told, readdirSync(folder)]).toEqual([[], []]);
  });
});

describe('what stood beside a recording', () => {
  it('goes with it, whatever the program wrote there', async () => {
    const transcriber = await open(`${honest}
      import { mkdirSync, writeFileSync } from 'node:fs';
      writeFileSync(file + '.txt', said);
      writeFileSync('notes.txt', said);
      mkdirSync('parts');
      writeFileSync('parts/1.wav', said);`);
    expect(await transcriber.tryHear(sound)).toBe('Jeanne Tremblay fr');
    expect(readdirSync(folder)).toEqual([]);
  });

  const leave = () => {
    mkdirSync(join(folder, 'hearing-killed'), { recursive: true });
    writeFileSync(join(folder, 'hearing-killed', 'recording.wav'), 'sound');
    const before = new Date(Date.now() - day);
    utimesSync(join(folder, 'hearing-killed'), before, before);
  };

  it('goes at the next start when its worker was killed', async () => {
    leave();
    await open(honest);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('goes at the next hearing when another worker was killed', async () => {
    const transcriber = await open(`
      import { readdirSync } from 'node:fs';
      console.log(readdirSync('..').filter((name) => name === 'hearing-killed').length + ' left');`);
    leave();
    expect(await transcriber.tryHear(sound)).toBe('0 left');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('stays while its worker lives, however long it hears', async () => {
    const beatMs = 100;
    const long = await open(
      `setTimeout(async () => {
      const { readFileSync } = await import('node:fs');
      console.log(readFileSync(process.argv[5], 'utf8').length + ' bytes');
    }, 2000);`,
      { beatMs },
    );
    const hearing = long.tryHear(sound);
    await eventually(() => readdirSync(folder).length === 1);
    await new Promise((later) => setTimeout(later, 1200));
    const other = await open(honest, { beatMs });
    expect(await other.tryHear(sound)).toBe('Jeanne Tremblay fr');
    expect(await hearing).toBe('38 bytes');
  });
});
