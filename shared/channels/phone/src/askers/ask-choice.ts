import type { QuestionOf } from '@guichet/catalogue';
import { heardOption, optionPhrases } from '../grammar/spoken-choice.ts';
import { spokenKey } from '../grammar/spoken-key.ts';
import { type Asker, type Asking, confidenceMin, gather, missOf, speechIn, spokenLabel } from './asker.ts';
import { menuPage } from './menu-page.ts';

/** One key for each option, five at a time, or the words of its label, read back when others were said with them. */
export const askChoice: Asker<QuestionOf<'choice'>> = {
  ask(asking) {
    const { words, language, question, speech } = asking;
    const { items, more } = shown(asking);
    return {
      say: [
        spokenLabel(asking),
        ...items.map((option, index) => words.option(option.label[language], index + 1)),
        ...(more ? [words.more] : []),
        ...(question.required ? [] : [words.pass]),
      ],
      listen: gather(
        'one',
        speech ? question.options.flatMap((option) => optionPhrases(option, language)) : undefined,
      ),
    };
  },
  take(asking, input) {
    const { items, page, more } = shown(asking);
    if (input.kind === 'keys') {
      const option = items[Number(input.digits) - 1];
      if (option) return { kind: 'value', raw: option.key, how: 'keyed', check: 'none' };
      if (more && input.digits === '9') return { kind: 'on', sub: { step: 'ask', page: page + 1 } };
      if (input.digits === '8' && !asking.question.required) return { kind: 'pass' };
    }
    const speech = speechIn(asking, input);
    if (speech !== undefined) {
      const { text, confidence } = speech;
      const heard = heardOption(asking.question.options, text, asking.language);
      const option = heard?.option ?? items[(spokenKey(text, asking.language) ?? 0) - 1];
      if (option) {
        const check = heard?.plain === true && confidence >= confidenceMin ? 'none' : 'read-back';
        return { kind: 'value', raw: option.key, how: 'spoken', confidence, check };
      }
    }
    return missOf(asking, input);
  },
};

function shown({ question, sub }: Asking<QuestionOf<'choice'>>) {
  return menuPage(question.options, sub.step === 'ask' ? (sub.page ?? 0) : 0);
}
