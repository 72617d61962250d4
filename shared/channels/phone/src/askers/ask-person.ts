import type { QuestionOf } from '@guichet/catalogue';
import { keyedDate } from '../grammar/keyed-date.ts';
import { keyedDigits } from '../grammar/keyed-digits.ts';
import { spokenYesNo, yesNoHints } from '../grammar/spoken-yes-no.ts';
import { sayDate } from '../words/say-date.ts';
import { askRecorded, keptRecording } from './ask-recorded.ts';
import { type Asker, gather, missOf } from './asker.ts';

/** The name is recorded and spelled; the birth date, where it is asked, is keyed. */
export const askPerson: Asker<QuestionOf<'person'>> = {
  ask(asking) {
    const { words, sub, misses, language } = asking;
    if (sub.step === 'birth-date') {
      return {
        say: [words.birthDate, words.dateKeys, ...(misses >= 1 ? [words.dateExample] : [])],
        listen: gather('many'),
      };
    }
    if (sub.step === 'confirm-birth-date') {
      return {
        say: [words.confirm(sayDate(sub.date, language))],
        listen: gather('one', asking.speech ? yesNoHints[language] : undefined),
      };
    }
    return askRecorded.ask(asking);
  },
  take(asking, input) {
    const { sub, question } = asking;
    if (sub.step === 'birth-date') {
      if (input.kind !== 'keys') return missOf(asking, input);
      const date = keyedDate(keyedDigits(input.digits), {
        today: asking.today,
        past: true,
        shortcuts: false,
      });
      if (date === undefined || date > asking.today) return { kind: 'miss', why: asking.words.noSuchDate };
      const keyed = { birthDate: date };
      if (question.sensitivity === 'sensitive') {
        return { kind: 'pending', value: { pending: 'transcription', evidence: sub.evidence, keyed } };
      }
      return { kind: 'on', sub: { step: 'confirm-birth-date', evidence: sub.evidence, date } };
    }
    if (sub.step === 'confirm-birth-date') {
      const said = input.kind === 'speech' ? spokenYesNo(input.text) : undefined;
      const key = input.kind === 'keys' ? input.digits : '';
      if (key === '2' || said === false)
        return { kind: 'on', sub: { step: 'birth-date', evidence: sub.evidence } };
      if (key !== '1' && said !== true) return missOf(asking, input);
      return {
        kind: 'pending',
        value: { pending: 'transcription', evidence: sub.evidence, keyed: { birthDate: sub.date } },
      };
    }
    const recording = keptRecording(asking, input);
    if (recording === undefined) return missOf(asking, input);
    if (question.birthDate) {
      return {
        kind: 'on',
        sub: { step: 'birth-date', evidence: recording.evidence },
        recording,
        lead: asking.words.recorded,
      };
    }
    return { kind: 'pending', value: { pending: 'transcription', evidence: recording.evidence }, recording };
  },
};
