import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

/** A mail server that delivers to a folder. */
export interface SmtpSink {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

export interface SmtpSinkOptions {
  readonly port: number;
  readonly folder: string;
  /** Called with the file of each message, once it is written. */
  readonly received?: (file: string) => void;
}

const messageBytesMax = 20 * 1024 * 1024;

/**
 * Starts an SMTP server on loopback that keeps each message as it came (.eml) with its text beside it (.txt).
 *
 * Guarantee: answers 250 only after the message is written.
 */
export async function startSmtpSink({ port, folder, received }: SmtpSinkOptions): Promise<SmtpSink> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: messageBytesMax,
    logger: false,
    onData(stream, _session, done) {
      count += 1;
      const name = `${new Date().toISOString().replaceAll(':', '-').slice(0, 23)}-${String(count).padStart(4, '0')}`;
      void answer(async () => {
        const file = await keep(stream, join(folder, name));
        received?.(file);
      }, done);
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function answer(act: () => Promise<void>, done: (error?: Error) => void): Promise<void> {
  try {
    await act();
    done();
  } catch (error) {
    done(error instanceof Error ? error : new Error('not kept'));
  }
}

async function keep(stream: AsyncIterable<Buffer>, path: string): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  const bytes = Buffer.concat(parts);
  await writeFile(`${path}.eml`, bytes, { mode: 0o600 });
  // Loaded at the first message: it would slow every start down.
  const { simpleParser } = await import('mailparser');
  const mail = await simpleParser(bytes);
  const recipients = [mail.to ?? []].flat().map((to) => to.text);
  const head = [
    `De / From: ${mail.from?.text ?? ''}`,
    `À / To: ${recipients.join(', ')}`,
    `Objet / Subject: ${mail.subject ?? ''}`,
  ];
  await writeFile(`${path}.txt`, `${head.join('\n')}\n\n${mail.text ?? ''}\n`, { mode: 0o600 });
  return `${path}.eml`;
}
