import type { ServerResponse } from 'node:http';
import type { FakeAccount } from './fake-account.ts';
import type { FakeRecording } from './fake-records.ts';
import { refusals } from './refusal.ts';
import { writeJson, writeRefusal } from './write-json.ts';

interface Asked {
  method: string;
  sid: string | undefined;
  at: URL;
  body: Buffer;
  base: string;
}

/**
 * Serves recordings as the API does: facts as JSON, media as WAV, deletion.
 *
 * Shape: `POST Recordings.json?CallSid=…&Duration=…` with the media is ours alone: a simulated caller leaves its voice here.
 */
export function answerRecordings(account: FakeAccount, asked: Asked, response: ServerResponse): void {
  const { method, sid, at, body, base } = asked;
  if (sid === undefined) {
    if (method === 'POST') return keep(account, at, body, base, response);
    const recordings = [...account.recordings.values()].map((each) => recordingJson(account, each));
    return writeJson(response, 200, { recordings, page: 0, page_size: 50, next_page_uri: null });
  }
  const recording = account.recordings.get(sid);
  if (recording === undefined) return writeRefusal(response, refusals.notFound);
  if (method === 'DELETE') {
    account.recordings.delete(sid);
    response.writeHead(204).end();
    return undefined;
  }
  if (method !== 'GET') return writeRefusal(response, refusals.noMethod);
  if (at.pathname.endsWith('.json')) return writeJson(response, 200, recordingJson(account, recording));
  response.writeHead(200, { 'content-type': 'audio/x-wav', 'content-length': recording.media.length });
  response.end(recording.media);
  return undefined;
}

function keep(account: FakeAccount, at: URL, media: Buffer, base: string, response: ServerResponse): void {
  const recording: FakeRecording = {
    sid: account.newSid('RE'),
    callSid: at.searchParams.get('CallSid') ?? '',
    seconds: Number(at.searchParams.get('Duration') ?? 1),
    media,
    createdAt: new Date(),
  };
  account.recordings.set(recording.sid, recording);
  const url = `${base}/2010-04-01/Accounts/${account.accountSid}/Recordings/${recording.sid}`;
  writeJson(response, 201, { ...recordingJson(account, recording), url });
}

function recordingJson(account: FakeAccount, recording: FakeRecording): Record<string, unknown> {
  return {
    sid: recording.sid,
    account_sid: account.accountSid,
    api_version: '2010-04-01',
    call_sid: recording.callSid,
    duration: String(recording.seconds),
    channels: 1,
    source: 'RecordVerb',
    status: 'completed',
    error_code: null,
    price: null,
    price_unit: 'USD',
    date_created: recording.createdAt.toUTCString(),
    date_updated: recording.createdAt.toUTCString(),
    start_time: recording.createdAt.toUTCString(),
    uri: `/2010-04-01/Accounts/${account.accountSid}/Recordings/${recording.sid}.json`,
    subresource_uris: {},
  };
}
