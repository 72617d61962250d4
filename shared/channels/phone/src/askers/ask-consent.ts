import type { QuestionOf } from '@guichet/catalogue';
import { type Asker, gather, missOf, spokenLabel } from './asker.ts';

/** 1 to agree, 2 to refuse, by key alone: a consent is never guessed from speech. */
export const askConsent: Asker<QuestionOf<'consent'>> = {
  ask(asking) {
    const { words, question, language } = asking;
    return { say: [spokenLabel(asking), question.statement[language], words.consent], listen: gather('one') };
  },
  take(asking, input) {
    if (input.kind === 'keys' && input.digits === '1')
      return { kind: 'value', raw: true, how: 'keyed', check: 'none' };
    if (input.kind === 'keys' && input.digits === '2')
      return { kind: 'value', raw: false, how: 'keyed', check: 'none' };
    return missOf(asking, input);
  },
};
