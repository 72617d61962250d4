import type { QuestionOf } from '@guichet/catalogue';
import { spokenYesNo, yesNoHints } from '../grammar/spoken-yes-no.ts';
import { type Asker, confidenceMin, gather, missOf, spokenLabel } from './asker.ts';

/** 1 yes, 2 no, or the words. */
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
    if (input.kind === 'speech') {
      const said = spokenYesNo(input.text);
      const confidence = input.confidence ?? 0;
      if (said !== undefined) {
        const check = confidence >= confidenceMin ? 'none' : 'read-back';
        return { kind: 'value', raw: said, how: 'spoken', confidence, check };
      }
    }
    return missOf(asking, input);
  },
};
