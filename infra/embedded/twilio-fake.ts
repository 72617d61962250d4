import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FakeAccount, type FakeAccountOptions, openFakeAccount } from './twilio/fake-account.ts';
import { callJson, createCall } from './twilio/fake-calls.ts';
import { createMessage, messageJson } from './twilio/fake-messages.ts';
import { answerRecordings, keepSound } from './twilio/fake-recordings.ts';
import type { FakeCall, FakeMessage } from './twilio/fake-records.ts';
import { refusals } from './twilio/refusal.ts';
import { writeJson as json, writeRefusal as refuse } from './twilio/write-json.ts';

export interface TwilioFakeOptions extends FakeAccountOptions {
  /** 0 takes a free port. */
  port: number;
}

/** A server that speaks the part of Twilio's REST API that we use, and calls our webhooks as Twilio does. */
export interface TwilioFake {
  readonly url: string;
  messages(): readonly FakeMessage[];
  calls(): readonly FakeCall[];
  /** Sids of the recordings that were not deleted. */
  recordings(): readonly string[];
  /** Keeps what a caller said, as though it had just been recorded; gives its sid. */
  record(sound: { media: Buffer; seconds: number; callSid?: string }): string;
  /** Answers the next requests with an error of this status before anything is taken. */
  refuseNext(count: number, status: 429 | 500 | 503): void;
  close(): Promise<void>;
}

const bodyBytesMax = 20 * 1024 * 1024;

/**
 * Starts the fake on loopback.
 *
 * Guarantee: real HTTP, basic authentication checked, webhooks signed; nothing leaves the machine.
 * Source: Twilio docs, REST API 2010-04-01: Messages, Calls, Recordings
 */
export async function startTwilioFake(options: TwilioFakeOptions): Promise<TwilioFake> {
  const account = openFakeAccount(options);
  const outage = { left: 0, status: 503 };
  let url = '';
  const server = createServer((request, response) => {
    answer(account, outage, url, request, response).catch(() => {
      if (!response.headersSent)
        refuse(response, { status: 500, code: 20500, message: 'Internal Server Error' });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    messages: () => account.messages,
    calls: () => account.calls,
    recordings: () => [...account.recordings.keys()],
    record: (sound) => keepSound(account, { callSid: account.newSid('CA'), ...sound }).sid,
    refuseNext(count, status) {
      Object.assign(outage, { left: count, status });
    },
    async close() {
      await account.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(
  account: FakeAccount,
  outage: { left: number; status: number },
  base: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  const at = new URL(request.url ?? '/', base);
  if (!authorised(account, request)) return refuse(response, refusals.unauthorised);
  if (outage.left > 0) {
    outage.left -= 1;
    return refuse(response, {
      status: outage.status,
      code: outage.status === 429 ? 20429 : 20500,
      message: 'Try later',
    });
  }
  const path = at.pathname.replace(`/2010-04-01/Accounts/${account.accountSid}/`, '');
  if (path === at.pathname) return refuse(response, refusals.notFound);
  const method = request.method ?? 'GET';
  const [, recordedCall] = /^Calls\/(CA[0-9a-zA-Z]+)\/Recordings(?:\.\w+)?$/.exec(path) ?? [];
  if (recordedCall !== undefined)
    return answerRecordings(
      account,
      { method, sid: undefined, callSid: recordedCall, at, body, base },
      response,
    );
  const [, kind, sid] =
    /^(Messages|Calls|Recordings)(?:\/([A-Z]{2}[0-9a-f]{32}))?(?:\.\w+)?$/.exec(path) ?? [];
  if (kind === 'Messages') return answerMessages(account, { method, sid, at, body }, response);
  if (kind === 'Calls') return answerCalls(account, { method, sid, at, body }, response);
  if (kind === 'Recordings') return answerRecordings(account, { method, sid, at, body, base }, response);
  return refuse(response, refusals.notFound);
}

interface Asked {
  method: string;
  sid: string | undefined;
  at: URL;
  body: Buffer;
}

function answerMessages(
  account: FakeAccount,
  { method, sid, at, body }: Asked,
  response: ServerResponse,
): void {
  if (method === 'POST' && sid === undefined) {
    const made = createMessage(account, new URLSearchParams(body.toString('utf8')));
    return 'sid' in made ? json(response, 201, messageJson(account, made)) : refuse(response, made);
  }
  if (method !== 'GET') return refuse(response, refusals.noMethod);
  if (sid === undefined)
    return list(response, at, 'messages', account.messages, (each) => messageJson(account, each));
  const found = account.messages.find((message) => message.sid === sid);
  return found ? json(response, 200, messageJson(account, found)) : refuse(response, refusals.notFound);
}

function answerCalls(account: FakeAccount, { method, sid, at, body }: Asked, response: ServerResponse): void {
  if (method === 'POST' && sid === undefined) {
    const made = createCall(account, new URLSearchParams(body.toString('utf8')));
    return 'sid' in made ? json(response, 201, callJson(account, made)) : refuse(response, made);
  }
  if (method !== 'GET') return refuse(response, refusals.noMethod);
  if (sid === undefined) return list(response, at, 'calls', account.calls, (each) => callJson(account, each));
  const found = account.calls.find((call) => call.sid === sid);
  return found ? json(response, 200, callJson(account, found)) : refuse(response, refusals.notFound);
}

/** A page of a list, newest first, filtered by `To` and `From` as the API does. */
function list<T extends { to: string; from: string }>(
  response: ServerResponse,
  at: URL,
  name: string,
  all: readonly T[],
  write: (each: T) => Record<string, unknown>,
): void {
  const to = at.searchParams.get('To');
  const from = at.searchParams.get('From');
  const size = Math.min(1000, Number(at.searchParams.get('PageSize') ?? 50));
  const page = Number(at.searchParams.get('Page') ?? 0);
  const found = all.filter((each) => (!to || each.to === to) && (!from || each.from === from)).toReversed();
  const start = page * size;
  const next = start + size < found.length ? `${at.pathname}?PageSize=${size}&Page=${page + 1}` : null;
  const shown = found.slice(start, start + size).map(write);
  json(response, 200, {
    [name]: shown,
    page,
    page_size: size,
    start,
    next_page_uri: next,
    uri: at.pathname + at.search,
  });
}

function authorised(account: FakeAccount, request: IncomingMessage): boolean {
  const expected = Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64');
  return request.headers.authorization === `Basic ${expected}`;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > bodyBytesMax) throw new Error('too large');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
