import type { Input } from '../dialog/turn.ts';
import { type Askable, type Asker, type Asking, type HeardRecording, missOf, spokenLabel } from './asker.ts';

/** Words that can't be keyed are recorded; a person types them. Unit: seconds. */
export const askRecorded: Asker = {
  ask(asking) {
    const { words, question } = asking;
    const how = instructions(asking);
    const instead = asking.misses >= 3 ? [words.recordInstead] : [];
    return {
      say: [spokenLabel(asking), ...instead, how],
      listen: { kind: 'record', maxSeconds: secondsMax(question) },
    };
  },
  take(asking, input) {
    const recording = keptRecording(asking, input);
    if (recording === undefined) return missOf(asking, input);
    return { kind: 'pending', value: { pending: 'transcription', evidence: recording.evidence }, recording };
  },
};

/** Gives a recording its id, or undefined when nothing was said. */
export function keptRecording(asking: Asking, input: Input): HeardRecording | undefined {
  if (input.kind !== 'recording' || input.seconds < 1) return undefined;
  return { ...input, evidence: asking.newEvidenceId() };
}

/** A definition's own spoken wording may already say what to do after the tone. */
function instructions({ question, words, language }: Asking): string {
  const own = question.ask?.phone?.[language];
  if (own !== undefined) return /signal|tone/i.test(own) ? words.recordEnd : words.recordText;
  switch (question.type) {
    case 'email':
      return words.recordEmail;
    case 'place':
      return words.recordPlace;
    case 'person':
      return words.recordName;
    case 'address':
      return words.recordAddress;
    default:
      return words.recordText;
  }
}

function secondsMax(question: Askable): number {
  return question.type === 'long-text' ? 180 : 60;
}
