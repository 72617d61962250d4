import type { Language } from '@guichet/kernel';
import { VoiceResponse } from '../provider.ts';
import type { Listen, Spoken, Transfer } from '../dialog/turn.ts';
import { sayIn } from './say-in.ts';

export interface TwimlOptions {
  language: Language;
  slow: boolean;
  /** Path of the voice webhook, e.g. `/phone/voice`. */
  actionPath: string;
  /** The turn that what the caller does next belongs to; the only thing in the address. */
  turn: number;
  /** Path of the recording webhook. */
  recordingPath: string;
  /** The staff lines that a transfer rings, E.164. */
  staffLines?: readonly string[];
}

/**
 * Writes a turn as TwiML.
 *
 * Guarantee: every document that listens has two ways on, its action and a redirect after it, so that silence is a turn
 *   of its own on Twilio and on platforms that speak its language; no pause inside a gather.
 */
export function toTwiml(turn: { say: readonly Spoken[]; listen: Listen }, options: TwimlOptions): string {
  const response = new VoiceResponse();
  const action = `${options.actionPath}?t=${options.turn}`;
  const { listen } = turn;
  const tongue = options.language === 'fr' ? ('fr-CA' as const) : ('en-CA' as const);
  if (listen.kind === 'gather') {
    const speech = listen.hints !== undefined;
    const gather = response.gather({
      input: speech ? ['dtmf', 'speech'] : ['dtmf'],
      action,
      method: 'POST',
      timeout: listen.timeoutSeconds,
      finishOnKey: '#',
      actionOnEmptyResult: true,
      ...(listen.keys === 'one' ? { numDigits: 1 } : {}),
      ...(speech ? { language: tongue, speechTimeout: 'auto', hints: hintsText(listen.hints ?? []) } : {}),
    });
    for (const spoken of turn.say) sayIn(gather, spoken, options);
    response.redirect({ method: 'POST' }, action);
    return response.toString();
  }
  for (const spoken of turn.say) sayIn(response, spoken, options);
  if (listen.kind === 'record') {
    response.record({
      action,
      method: 'POST',
      maxLength: listen.maxSeconds,
      timeout: options.slow ? 10 : 5,
      finishOnKey: '#*0',
      playBeep: true,
      trim: 'trim-silence',
      recordingStatusCallback: listen.message ? `${options.recordingPath}?t=message` : options.recordingPath,
      recordingStatusCallbackMethod: 'POST',
    });
    response.redirect({ method: 'POST' }, action);
  } else if (listen.kind === 'transfer') {
    ring(response, listen, action, options);
    response.redirect({ method: 'POST' }, action);
  } else if (listen.kind === 'effects') {
    response.pause({ length: 1 });
    response.redirect({ method: 'POST' }, action);
  } else {
    response.hangup();
  }
  return response.toString();
}

/** Without a line to ring the redirect goes on alone, and the call as if nobody had taken it. */
function ring(
  response: InstanceType<typeof VoiceResponse>,
  { line, timeoutSeconds, maxSeconds }: Transfer,
  action: string,
  { staffLines = [] }: TwimlOptions,
): void {
  const number = staffLines[line];
  if (number === undefined) return;
  const dial = response.dial({ action, method: 'POST', timeout: timeoutSeconds, timeLimit: maxSeconds });
  dial.number(number);
}

/** Twilio takes at most 500 phrases of 100 characters. Source: Twilio docs, Gather, hints */
function hintsText(hints: readonly string[]): string {
  return hints
    .map((hint) => hint.replaceAll(',', ' ').slice(0, 100))
    .slice(0, 500)
    .join(',');
}
