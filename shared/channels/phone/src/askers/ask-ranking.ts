import { type QuestionOf, ranksOf } from '@guichet/catalogue';
import { optionPhrases, spokenChoice } from '../grammar/spoken-choice.ts';
import { type Asker, type Asking, gather, missOf, speechIn, spokenLabel } from './asker.ts';
import { lowest } from './lowest.ts';
import { menuPage } from './menu-page.ts';

type Ranking = Asking<QuestionOf<'ranking'>>;

/** Choice by choice from the preferred one, each a menu of what is left; the whole order is read back. */
export const askRanking: Asker<QuestionOf<'ranking'>> = {
  ask(asking) {
    const { words, language, question, misses } = asking;
    const { order, left, items, more } = at(asking);
    const ranks = ranksOf(question);
    const opening =
      order.length === 0 || misses >= 2
        ? [spokenLabel(asking), words.rankingRule(ranks, ranks === question.options.length)]
        : [];
    return {
      say: [
        ...opening,
        words.rankAsk(order.length + 1),
        ...items.map((option, index) => words.option(option.label[language], index + 1)),
        ...(more ? [words.more] : []),
        ...(order.length === 0 && !question.required ? [words.pass] : []),
      ],
      listen: gather(
        'one',
        asking.speech ? left.flatMap((option) => optionPhrases(option, language)) : undefined,
      ),
    };
  },
  take(asking, input) {
    const { order, heard, left, items, page, more } = at(asking);
    if (input.kind === 'keys') {
      const option = items[Number(input.digits) - 1];
      if (option) return ranked(asking, [...order, option.key], heard);
      if (input.digits === '8' && order.length === 0 && !asking.question.required) return { kind: 'pass' };
      if (more && input.digits === '9') {
        return { kind: 'on', sub: { step: 'ranking', order, page: page + 1, heard } };
      }
    }
    const speech = speechIn(asking, input);
    const option = speech && spokenChoice(left, speech.text, asking.language);
    if (speech && option) return ranked(asking, [...order, option.key], lowest(heard, speech.confidence));
    return missOf(asking, input);
  },
};

/** Where only one option is left for the last rank, nobody is asked for it. */
function ranked(
  { question }: Ranking,
  order: string[],
  heard: number | undefined,
): ReturnType<typeof askRanking.take> {
  const ranks = ranksOf(question);
  const left = question.options.filter(({ key }) => !order.includes(key));
  const [last, ...others] = left;
  const whole =
    last !== undefined && others.length === 0 && ranks > order.length ? [...order, last.key] : order;
  if (whole.length < ranks) return { kind: 'on', sub: { step: 'ranking', order, page: 0, heard } };
  if (heard === undefined) return { kind: 'value', raw: whole, how: 'keyed', check: 'read-back' };
  return { kind: 'value', raw: whole, how: 'spoken', confidence: heard, check: 'read-back' };
}

function at({ question, sub }: Ranking) {
  const order = sub.step === 'ranking' ? sub.order : [];
  const heard = sub.step === 'ranking' ? sub.heard : undefined;
  const left = question.options.filter(({ key }) => !order.includes(key));
  return { order, heard, left, ...menuPage(left, sub.step === 'ranking' ? sub.page : 0) };
}
