import type { ServerResponse } from 'node:http';
import type { FakeAccount } from './fake-account.ts';
import type { FakeRecording } from './fake-records.ts';
import { refusals } from './refusal.ts';
import { writeJson, writeRefusal } from './write-json.ts';

interface Asked {
  method: string;
  sid: string | undefined;
  /** The call whose recordings are asked for; absent means all. */
  callSid?: string;
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
  const callSid = asked.callSid ?? at.searchParams.get('CallSid') ?? undefined;
  if (sid === undefined) {
    if (method === 'POST') return keep(account, at, body, base, response);
    if (method !== 'GET') return writeRefusal(response, refusals.noMethod);
    return list(account, at, callSid, response);
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

/** A page of the recordings of a call, or of all, newest first. */
function list(account: FakeAccount, at: URL, callSid: string | undefined, response: ServerResponse): void {
  const found = [...account.recordings.values()]
    .filter((each) => callSid === undefined || each.callSid === callSid)
    .toReversed();
  const size = Math.min(1000, Number(at.searchParams.get('PageSize') ?? 50));
  const page = Number(at.searchParams.get('Page') ?? 0);
  const shown = found.slice(page * size, (page + 1) * size);
  const isMore = (page + 1) * size < found.length;
  writeJson(response, 200, {
    recordings: shown.map((each) => recordingJson(account, each)),
    page,
    page_size: size,
    next_page_uri: isMore ? `${at.pathname}?PageSize=${size}&Page=${page + 1}` : null,
    uri: at.pathname + at.search,
  });
}

/** Keeps a recording of a call. */
export function keepSound(
  account: FakeAccount,
  sound: Pick<FakeRecording, 'callSid' | 'seconds' | 'media'>,
): FakeRecording {
  const recording: FakeRecording = { sid: account.newSid('RE'), ...sound, createdAt: new Date() };
  account.recordings.set(recording.sid, recording);
  return recording;
}

function keep(account: FakeAccount, at: URL, media: Buffer, base: string, response: ServerResponse): void {
  const callSid = at.searchParams.get('CallSid') ?? '';
  const seconds = Number(at.searchParams.get('Duration') ?? 1);
  const recording = keepSound(account, { callSid, seconds, media });
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
