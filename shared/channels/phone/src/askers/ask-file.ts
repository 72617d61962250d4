import type { QuestionOf } from '@guichet/catalogue';
import { type Asker, gather, missOf, spokenLabel } from './asker.ts';

/** A document can't pass by telephone: the caller says how it will come. */
export const askFile: Asker<QuestionOf<'file'>> = {
  ask(asking) {
    const { words, question } = asking;
    const labels = { post: words.filePost, counter: words.fileCounter };
    return {
      say: [
        spokenLabel(asking),
        ...question.later.map((way, index) => words.option(labels[way], index + 1)),
        ...(question.required ? [] : [words.pass]),
      ],
      listen: gather('one'),
    };
  },
  take(asking, input) {
    const { question } = asking;
    const key = input.kind === 'keys' ? input.digits : '';
    const later = /^[1-9]$/.test(key) ? question.later[Number(key) - 1] : undefined;
    if (later) return { kind: 'value', raw: { later }, how: 'keyed', check: 'none' };
    if (key === '8' && !question.required) return { kind: 'pass' };
    return missOf(asking, input);
  },
};
