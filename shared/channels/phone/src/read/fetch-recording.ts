import type { TwilioClientOptions } from '../say/twilio-client.ts';
import { askRecordings } from './ask-recordings.ts';

export type FetchedRecording =
  | { kind: 'fetched'; bytes: Buffer; mediaType: string }
  /** Not ready, or the provider is away. */
  | { kind: 'later'; why: string }
  /** Larger than anything a caller can leave with us. */
  | { kind: 'refused'; why: string };

/** Unit: bytes. Half an hour of telephone sound. */
const bytesMax = 20 * 1024 * 1024;

/**
 * Fetches a recording from the telephone provider.
 *
 * Guarantee: goes only to the provider's own address, whatever a webhook said; never throws for what the provider does.
 */
export async function fetchRecording(
  options: TwilioClientOptions,
  recordingSid: string,
): Promise<FetchedRecording> {
  if (!isRecordingSid(recordingSid)) return { kind: 'refused', why: 'not-a-recording-id' };
  try {
    const answer = await askRecordings(options, 'GET', `Recordings/${recordingSid}.mp3`);
    if (!answer.ok) {
      await answer.body?.cancel();
      return { kind: 'later', why: `twilio-http-${answer.status}` };
    }
    if (Number(answer.headers.get('content-length') ?? 0) > bytesMax) {
      await answer.body?.cancel();
      return { kind: 'refused', why: 'too-large' };
    }
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (bytes.length > bytesMax) return { kind: 'refused', why: 'too-large' };
    return { kind: 'fetched', bytes, mediaType: soundOf(answer.headers.get('content-type')) };
  } catch {
    return { kind: 'later', why: 'twilio-unreachable' };
  }
}

/**
 * Deletes a recording at the provider; safe to repeat.
 *
 * Shape: `absent` is one that it deleted before, or does not have yet; `later` when it is away.
 */
export async function deleteRecording(
  options: TwilioClientOptions,
  recordingSid: string,
): Promise<'deleted' | 'absent' | 'later'> {
  if (!isRecordingSid(recordingSid)) return 'deleted';
  try {
    const answer = await askRecordings(options, 'DELETE', `Recordings/${recordingSid}.json`);
    await answer.body?.cancel();
    return answer.ok ? 'deleted' : answer.status === 404 ? 'absent' : 'later';
  } catch {
    return 'later';
  }
}

/** Nothing but sound is ever served as what a webhook led to. */
function soundOf(type: string | null): string {
  return /^audio\/[\w.+-]+/.exec(type ?? '')?.[0] ?? 'audio/mpeg';
}

function isRecordingSid(value: string): boolean {
  return /^RE[0-9a-zA-Z]{1,64}$/.test(value);
}
