import type { Input } from '../dialog/turn.ts';

/** What the provider says of a line that was taken; all else means that it was not. */
const spoken = new Set(['completed', 'answered']);

/** Reads what the caller did from the parameters of a checked voice webhook. */
export function inputOf(params: Readonly<Record<string, string>>): Input {
  const { DialCallStatus, Digits, SpeechResult, Confidence, RecordingUrl, RecordingSid, RecordingDuration } =
    params;
  if (DialCallStatus !== undefined) return { kind: 'transferred', answered: spoken.has(DialCallStatus) };
  if (RecordingUrl !== undefined && RecordingSid !== undefined) {
    const endedBy = Digits === undefined || Digits === '' ? {} : { endedBy: Digits };
    return {
      kind: 'recording',
      sid: RecordingSid,
      url: RecordingUrl,
      seconds: Number(RecordingDuration ?? '1'),
      ...endedBy,
    };
  }
  if (Digits !== undefined && Digits !== '' && Digits !== 'hangup') return { kind: 'keys', digits: Digits };
  if (SpeechResult !== undefined && SpeechResult.trim() !== '') {
    const confidence = Number(Confidence ?? '0');
    return { kind: 'speech', text: SpeechResult.slice(0, 500), ...(confidence > 0 ? { confidence } : {}) };
  }
  return { kind: 'silence' };
}

/** The caller's number, when it is one that can be called back. */
export function callerNumber(from: string | undefined): string | undefined {
  return from !== undefined && /^\+1[2-9]\d{2}[2-9]\d{6}$/.test(from) ? from : undefined;
}
