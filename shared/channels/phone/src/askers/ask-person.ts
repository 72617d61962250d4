import type { QuestionOf } from '@guichet/catalogue';
import { keyedDate } from '../grammar/keyed-date.ts';
import { keyedDigits } from '../grammar/keyed-digits.ts';
import { sayDate } from '../words/say-date.ts';
import { askRecorded, keptRecording } from './ask-recorded.ts';
import { type Asker, type Asking, gather, missOf, spokenLabel, type Taken } from './asker.ts';

type Person = Asking<QuestionOf<'person'>>;

/** The birth date, where it is asked, is keyed first and read back with the recording of the name, where a star takes it back. */
export const askPerson: Asker<QuestionOf<'person'>> = {
  ask(asking) {
    const { words, sub, misses, question, language } = asking;
    if (sub.step === 'name') {
      const heard =
        question.sensitivity === 'sensitive' ? [] : [words.birthDateIs(sayDate(sub.birthDate, language))];
      return { say: [...heard, words.recordName], listen: { kind: 'record', maxSeconds: 60 } };
    }
    if (!question.birthDate) return askRecorded.ask(asking);
    return {
      say: [
        spokenLabel(asking),
        words.birthDate,
        words.dateKeys,
        ...(misses >= 1 ? [words.dateExample] : []),
      ],
      listen: gather('many'),
    };
  },
  take(asking, input) {
    const { sub, question, words } = asking;
    if (sub.step === 'name') return named(asking, input, { birthDate: sub.birthDate });
    if (!question.birthDate) return named(asking, input);
    if (input.kind !== 'keys') return missOf(asking, input);
    const reading = { today: asking.today, past: true, shortcuts: false };
    const birthDate = keyedDate(keyedDigits(input.digits), reading);
    if (birthDate === undefined || birthDate > asking.today) return { kind: 'miss', why: words.noSuchDate };
    return { kind: 'on', sub: { step: 'name', birthDate } };
  },
};

function named(
  asking: Person,
  input: Parameters<typeof keptRecording>[1],
  keyed?: { birthDate: string },
): Taken {
  const recording = keptRecording(asking, input);
  if (recording === undefined) return missOf(asking, input);
  const value = { pending: 'transcription' as const, evidence: recording.evidence };
  return { kind: 'pending', value: keyed ? { ...value, keyed } : value, recording };
}
