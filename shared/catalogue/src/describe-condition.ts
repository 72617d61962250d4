import type { Language } from '@guichet/kernel';
import type { Condition, MemberQuestion, Question } from './definition.ts';
import { formatAnswer } from './words/format-answer.ts';
import { quoted, writeList } from './words/writing.ts';

type Scalar = string | number | boolean;
type Find = (key: string) => Question | MemberQuestion | undefined;

/**
 * Says a condition in plain words: `Si « Le chien est stérilisé » est « Non »`.
 *
 * Shape: starts with `Si` or `If`, no full stop, parts of another kind in brackets.
 */
export function describeCondition(condition: Condition, find: Find, language: Language): string {
  return `${language === 'fr' ? 'Si' : 'If'} ${clause(condition, find, language, false)}`;
}

function clause(condition: Condition, find: Find, language: Language, denied: boolean): string {
  const french = language === 'fr';
  if ('not' in condition) return clause(condition.not, find, language, !denied);
  if ('all' in condition || 'any' in condition) {
    const parts = 'all' in condition ? condition.all : condition.any;
    // Denying turns `and` into `or`, and each part into its contrary.
    const word = 'all' in condition !== denied ? 'and' : 'or';
    const said = parts.map((part) => {
      const text = clause(part, find, language, denied);
      return ('all' in part && part.all.length > 1) || ('any' in part && part.any.length > 1)
        ? `(${text})`
        : text;
    });
    return writeList(said, language, word);
  }
  if ('answered' in condition) {
    const label = labelOf(condition.answered.question, find, language);
    if (french) return denied ? `${label} n’a pas de réponse` : `${label} a une réponse`;
    return denied ? `${label} has no answer` : `${label} has an answer`;
  }
  if ('is' in condition) return equals(condition.is.question, [condition.is.value], find, language, denied);
  if ('in' in condition) return equals(condition.in.question, condition.in.values, find, language, denied);
  const { question, value } = 'gte' in condition ? condition.gte : condition.lte;
  const kind = 'gte' in condition ? (denied ? 'below' : 'from') : denied ? 'above' : 'upTo';
  const named = find(question);
  const compare = comparisons[language][named?.type === 'date' ? 'date' : 'number'][kind];
  return `${labelOf(question, find, language)} ${compare} ${valueOf(named, value, language)}`;
}

const comparisons = {
  fr: {
    number: { from: 'est au moins', upTo: 'est au plus', below: 'est moins que', above: 'est plus que' },
    date: {
      from: 'est à partir du',
      upTo: 'est au plus tard le',
      below: 'est avant le',
      above: 'est après le',
    },
  },
  en: {
    number: { from: 'is at least', upTo: 'is at most', below: 'is less than', above: 'is more than' },
    date: { from: 'is on or after', upTo: 'is on or before', below: 'is before', above: 'is after' },
  },
} as const;

function equals(key: string, values: Scalar[], find: Find, language: Language, denied: boolean): string {
  const question = find(key);
  const subject = labelOf(key, find, language);
  const said = writeList(
    values.map((value) => quoted(valueOf(question, value, language), language)),
    language,
    'or',
  );
  const several = question?.type === 'choices';
  if (language === 'fr')
    return `${subject} ${several ? (denied ? 'ne contient pas' : 'contient') : denied ? 'n’est pas' : 'est'} ${said}`;
  return `${subject} ${several ? (denied ? 'does not include' : 'includes') : denied ? 'is not' : 'is'} ${said}`;
}

const labelOf = (key: string, find: Find, language: Language): string =>
  quoted(find(key)?.label[language] ?? key, language);

function valueOf(question: Question | MemberQuestion | undefined, value: Scalar, language: Language): string {
  if (question === undefined) return String(value);
  if (question.type === 'choices' && typeof value === 'string')
    return formatAnswer(question, [value], language);
  return formatAnswer(question, value, language);
}
