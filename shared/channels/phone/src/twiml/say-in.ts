import type { Language } from '@guichet/kernel';
import type { VoiceResponse } from '../provider.ts';
import type { Spoken } from '../dialog/turn.ts';

type Speaker = Pick<VoiceResponse, 'say'>;

/** No voice is named for en-CA: its tag goes with a voice of en-US. Source: twilio 6.2.0's list of voices */
const voices = {
  fr: { voice: 'Polly.Gabrielle-Neural', language: 'fr-CA' },
  en: { voice: 'Polly.Joanna-Neural', language: 'en-US' },
} as const;

/** Says one text in its voice, slower when the caller asked for it. */
export function sayIn(
  speaker: Speaker,
  spoken: Spoken,
  options: { language: Language; slow: boolean },
): void {
  const voice = { ...voices[spoken.language ?? options.language] };
  for (const part of parts(spoken.text)) {
    if (options.slow) speaker.say(voice, '').prosody({ rate: '85%' }, part);
    else speaker.say(voice, part);
  }
}

/** Unit: characters. Twilio refuses a longer text. */
const textMax = 4000;

function parts(text: string): string[] {
  const clean = text.replace(/(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ');
  if (clean.length <= textMax) return [clean];
  const found = clean.match(new RegExp(`[^]{1,${textMax}}(?=\\s|$)`, 'g')) ?? [clean.slice(0, textMax)];
  return found.map((part) => part.trim());
}
