import type { QuestionOf } from '@guichet/catalogue';
import { spokenKey } from '../grammar/spoken-key.ts';
import { heardYesNo, yesNoHints } from '../grammar/spoken-yes-no.ts';
import { type Asker, confidenceMin, gather, missOf, speechIn, spokenLabel } from './asker.ts';

/** 1 yes, 2 no, or the words; words with others around them are read back. */
export const askYesNo: Asker<QuestionOf<'yes-no'>> = {
  ask(asking) {
    const { words, question } = asking;
    return {
      say: [spokenLabel(asking), words.yesNo, ...(question.required ? [] : [words.pass])],
      listen: gather('one', asking.speech ? yesNoHints[asking.language] : undefined),
    };
  },
  take(asking, input) {
    if (input.kind === 'keys') {
      if (input.digits === '1') return { kind: 'value', raw: true, how: 'keyed', check: 'none' };
      if (input.digits === '2') return { kind: 'value', raw: false, how: 'keyed', check: 'none' };
      if (input.digits === '8' && !asking.question.required) return { kind: 'pass' };
    }
    const speech = speechIn(asking, input);
    if (speech !== undefined) {
      const { text, confidence } = speech;
      const key = spokenKey(text, asking.language);
      const heard = key === 1 || key === 2 ? { yes: key === 1, plain: false } : heardYesNo(text);
      if (heard !== undefined) {
        const check = heard.plain && confidence >= confidenceMin ? 'none' : 'read-back';
        return { kind: 'value', raw: heard.yes, how: 'spoken', confidence, check };
      }
    }
    return missOf(asking, input);
  },
};
