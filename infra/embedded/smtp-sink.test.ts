import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { freePort } from './free-port.ts';
import { startSmtpSink } from './smtp-sink.ts';

const folder = mkdtempSync(join(tmpdir(), 'guichet-mail-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Speaks SMTP line by line, each after the answer to the one before. */
async function speak(port: number, lines: string[]): Promise<string[]> {
  const socket = connect(port, '127.0.0.1');
  const answers: string[] = [];
  const waiting = ['', ...lines];
  for await (const bytes of socket) {
    answers.push(String(bytes).trim());
    waiting.shift();
    const [next] = waiting;
    if (next === undefined) break;
    socket.write(`${next}\r\n`);
  }
  return answers;
}

test('a message is kept as it came, with its text beside it, before it is acknowledged', async () => {
  const received: string[] = [];
  const sink = await startSmtpSink({
    port: await freePort(),
    folder,
    received: (file) => received.push(file),
  });
  const body =
    'From: desk@example.org\r\nTo: ada@example.org\r\nSubject: =?utf-8?Q?D=C3=A9cision?=\r\n\r\nBonjour Ada\r\n.';
  const answers = await speak(sink.port, [
    'HELO test',
    'MAIL FROM:<desk@example.org>',
    'RCPT TO:<ada@example.org>',
    'DATA',
    body,
    'QUIT',
  ]);
  expect(answers.at(5)).toMatch(/^250/);
  expect(readdirSync(folder)).toHaveLength(2);
  expect(received).toHaveLength(1);
  expect(readFileSync(received[0] ?? '', 'utf8')).toContain('Bonjour Ada');
  const text = readFileSync(received[0]?.replace('.eml', '.txt') ?? '', 'utf8');
  expect(text).toContain('Décision');
  expect(text).toContain('ada@example.org');
  await sink.close();
});
