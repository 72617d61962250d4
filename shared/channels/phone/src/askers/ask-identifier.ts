import type { QuestionOf } from '@guichet/catalogue';
import { keyedDigits } from '../grammar/keyed-digits.ts';
import { sayDigits } from '../words/say-digits.ts';
import { askRecorded } from './ask-recorded.ts';
import { type Asker, gather, missOf, spokenLabel } from './asker.ts';

/** Digits by keys, their check digit doing the checking; an identifier with letters is recorded. */
export const askIdentifier: Asker<QuestionOf<'identifier'>> = {
  ask(asking) {
    const { words, question } = asking;
    if (question.alphabet !== 'digits') return askRecorded.ask(asking);
    return {
      say: [
        spokenLabel(asking),
        words.identifierKeys(sayDigits(question.example.replace(/\D/g, ''), [3, 3, 3, 3])),
      ],
      listen: gather('many'),
    };
  },
  take(asking, input) {
    const { question } = asking;
    if (question.alphabet !== 'digits') return askRecorded.take(asking, input);
    const digits = input.kind === 'keys' ? keyedDigits(input.digits) : '';
    if (!/^\d{2,40}$/.test(digits)) return missOf(asking, input);
    return {
      kind: 'value',
      raw: digits,
      how: 'keyed',
      check: question.check === 'none' ? 'read-back' : 'none',
    };
  },
};
