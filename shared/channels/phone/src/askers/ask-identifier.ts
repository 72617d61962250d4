import type { QuestionOf } from '@guichet/catalogue';
import { dammDigit } from '@guichet/kernel';
import { keyedDigits } from '../grammar/keyed-digits.ts';
import { digitHints, spokenDigits } from '../grammar/spoken-digits.ts';
import { sayDigits } from '../words/say-digits.ts';
import { askRecorded } from './ask-recorded.ts';
import { type Asker, gather, missOf, speechIn, spokenLabel } from './asker.ts';

/** Digits by keys, their check digit doing the checking, or said and read back; an identifier with letters is recorded. */
export const askIdentifier: Asker<QuestionOf<'identifier'>> = {
  ask(asking) {
    const { words, question } = asking;
    if (question.alphabet !== 'digits') return askRecorded.ask(asking);
    return {
      say: [
        spokenLabel(asking),
        words.identifierKeys(sayDigits(question.example.replace(/\D/g, ''), [3, 3, 3, 3])),
      ],
      listen: gather('many', asking.speech ? digitHints[asking.language] : undefined),
    };
  },
  take(asking, input) {
    const { question } = asking;
    if (question.alphabet !== 'digits') return askRecorded.take(asking, input);
    const speech = speechIn(asking, input);
    const spoken = speech && spokenDigits(speech.text, asking.language, formOf(question));
    if (speech && spoken) {
      return { kind: 'value', raw: spoken, how: 'spoken', confidence: speech.confidence, check: 'read-back' };
    }
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

/** Which strings of digits the identifier can be: its form, and its check digit where that is Damm's. */
function formOf({ pattern, check }: QuestionOf<'identifier'>): (digits: string) => boolean {
  const form = new RegExp(`^(?:${pattern})$`, 'u');
  return (digits) => form.test(digits) && (check !== 'damm' || dammDigit(digits) === 0);
}
