import type { QuestionOf } from '@guichet/catalogue';
import { keyedDigits } from '../grammar/keyed-digits.ts';
import { markPhrases, spokenMark } from '../grammar/spoken-mark.ts';
import { type Asker, confidenceMin, gather, missOf, speechIn, spokenLabel } from './asker.ts';

/** The mark by its key, or the number or the words of an end. Zero and ten are entries ended by pound: a lone 0 is a person. */
export const askScale: Asker<QuestionOf<'scale'>> = {
  ask(asking) {
    const { words, question, language } = asking;
    const { min, max, low, high } = question;
    const entry = takesEntry(question);
    return {
      say: [
        spokenLabel(asking),
        words.scaleKeys(min, max, entry),
        words.scaleEnds(min, low[language], max, high[language]),
        ...(min === 0 ? [words.zero] : []),
      ],
      listen: gather(entry ? 'many' : 'one', asking.speech ? markPhrases(question, language) : undefined),
    };
  },
  take(asking, input) {
    if (input.kind === 'keys') {
      const digits = keyedDigits(input.digits);
      if (!/^\d{1,2}$/.test(digits)) return missOf(asking, input);
      return { kind: 'value', raw: Number(digits), how: 'keyed', check: 'none' };
    }
    const speech = speechIn(asking, input);
    const mark = speech && spokenMark(asking.question, speech.text, asking.language);
    if (speech && mark !== undefined) {
      const { confidence } = speech;
      const check = confidence >= confidenceMin ? 'none' : 'read-back';
      return { kind: 'value', raw: mark, how: 'spoken', confidence, check };
    }
    return missOf(asking, input);
  },
};

function takesEntry({ min, max }: QuestionOf<'scale'>): boolean {
  return min === 0 || max > 9;
}
