import { Readable } from 'node:stream';
import type { DeskContext } from '@guichet/casework';
import { isDeskError, minute } from '@guichet/kernel';
import type { Logger, ProcessScope } from '@guichet/platform';
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream } from 'smtp-server';
import { refusalLines } from '../refusal-words.ts';
import { takeMessage } from './take-message.ts';

export interface MailSettings {
  /** Where it listens; the body's own mail server hands messages over there. */
  host: string;
  port: number;
  /** Addresses that take scanned mail, in lower case; no other is. */
  recipients: readonly string[];
  /** Unit: bytes of one message, its files written as text. Absent: what a worker can hold beside its reading. */
  bytesMax?: number;
}

export interface MailDoor {
  readonly port: number;
  close(): Promise<void>;
}

/** Unit: bytes; files of some 29 MB, for base64 makes four bytes of three. */
export const messageBytesMax = 40 * 1024 * 1024;
const clientsMax = 5;

/**
 * Receives scanned mail by e-mail: each attachment becomes a batch.
 *
 * Guarantee: says 250 only once every attachment is durable; the same message again makes no second batch; a message is
 *   taken whole or not at all, and one at a time: the others wait unread, whatever their size. 4xx when the database is away, so that the sender's server tries again; 5xx with the reason
 *   in French and English for what will never be taken.
 * Source: RFC 5321 §4.2.1, §4.5.3; infra/decisions/0017
 */
export async function receiveMail(
  { log }: Pick<ProcessScope, 'log'>,
  ctx: DeskContext,
  { host, port, recipients, bytesMax = messageBytesMax }: MailSettings,
): Promise<MailDoor> {
  let last: Promise<void> = Promise.resolve();
  const server = new SMTPServer({
    banner: 'Guichet',
    size: bytesMax,
    maxClients: clientsMax,
    socketTimeout: minute,
    disabledCommands: ['AUTH', 'STARTTLS'],
    hideENHANCEDSTATUSCODES: false,
    logger: false,
    onRcptTo({ address }: SMTPServerAddress, _session, done) {
      done(recipients.includes(address.toLowerCase()) ? null : answer(550, 'unknown-recipient'));
    },
    onData(stream, _session, done) {
      last = last.then(() => answerMessage(log, ctx, stream, done));
    },
  });
  server.on('error', (error) => log.warn({ event: 'mail.connection', err: error }));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const bound = server.server.address();
  return {
    port: typeof bound === 'object' && bound !== null ? bound.port : port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function answerMessage(
  log: Pick<Logger, 'warn'>,
  ctx: DeskContext,
  stream: SMTPServerDataStream,
  done: (error?: Error | null, said?: string) => void,
): Promise<void> {
  try {
    const said = await keep(ctx, stream);
    done(null, said);
  } catch (error) {
    const known = error instanceof MailAnswer;
    if (!known) log.warn({ event: 'mail.not-kept', err: error });
    done(known ? error : answer(451, 'later'));
  }
}

/** Keeps one message; gives what the sender's server is told. Errors: MailAnswer for what will not be taken. */
async function keep(ctx: DeskContext, stream: SMTPServerDataStream): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream as AsyncIterable<Buffer>) {
    // The rest is read and dropped: a sender listens for an answer only at the end.
    if (!stream.sizeExceeded) parts.push(part);
    else parts.length = 0;
  }
  if (stream.sizeExceeded) throw answer(552, 'message-too-large');
  try {
    const { batches } = await takeMessage(ctx, Readable.from(letGo(parts)));
    return `OK ${batches.map(({ batchId }) => batchId).join(' ')}`;
  } catch (error) {
    if (isDeskError(error) && error.code === 'invalid') throw answer(554, error.publicKey);
    throw error;
  }
}

/** Gives the parts one by one, and holds none that was given. */
function* letGo(parts: Buffer[]): Generator<Buffer> {
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) yield part;
}

/** What a mail server is answered: a code of three digits and words. */
class MailAnswer extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, words: string) {
    super(words);
    this.responseCode = responseCode;
  }
}

/** One line: what mail servers pass on to a person of several lines is anybody's guess. */
function answer(code: number, key: string): MailAnswer {
  const words = refusalLines(key)
    .join(' / ')
    // SMTP answers are ASCII: a letter without its accent still says the same.
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('’', "'")
    .replaceAll('\u00a0', ' ');
  return new MailAnswer(code, words);
}
