import type { QuestionOf } from '@guichet/catalogue';
import { spokenYesNo, yesNoHints } from '../grammar/spoken-yes-no.ts';
import { type Asker, type Asking, gather, missOf, speechIn, spokenLabel } from './asker.ts';

/** Several options, named one by one with 1 yes and 2 no: slower than a string of keys, and nobody gets lost. */
export const askChoices: Asker<QuestionOf<'choices'>> = {
  ask(asking) {
    const { words, language, question, misses, brief } = asking;
    const { index } = at(asking);
    const option = question.options[index];
    const rule = brief ? [words.choicesRule] : [words.choicesRule, words.choicesEnd];
    const opening = index === 0 || misses >= 2 ? [spokenLabel(asking), ...rule] : [];
    // Nobody ends a list at its first choice: the second tells how, where there are more.
    const tellsEnd = brief && index === 1 && question.options.length > 2;
    return {
      say: [
        ...opening,
        words.choicesEach(option?.label[language] ?? ''),
        ...(tellsEnd ? [words.choicesEnd] : []),
        ...(index === 0 && !question.required ? [words.pass] : []),
      ],
      listen: gather('one', asking.speech ? yesNoHints[language] : undefined),
    };
  },
  take(asking, input) {
    const { index, picked } = at(asking);
    const option = asking.question.options[index];
    const said = spokenYesNo(speechIn(asking, input)?.text ?? '');
    const key = input.kind === 'keys' ? input.digits : said === undefined ? '' : said ? '1' : '2';
    if (key === '8' && index === 0 && !asking.question.required) return { kind: 'pass' };
    if (key === '9') return { kind: 'value', raw: picked, how: 'keyed', check: 'read-back' };
    if ((key !== '1' && key !== '2') || option === undefined) return missOf(asking, input);
    const now = key === '1' ? [...picked, option.key] : picked;
    if (index + 1 < asking.question.options.length)
      return { kind: 'on', sub: { step: 'choices', index: index + 1, picked: now } };
    return { kind: 'value', raw: now, how: input.kind === 'speech' ? 'spoken' : 'keyed', check: 'read-back' };
  },
};

function at({ sub }: Asking): { index: number; picked: string[] } {
  return sub.step === 'choices' ? sub : { index: 0, picked: [] };
}
