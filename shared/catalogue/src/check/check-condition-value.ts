import type { MemberQuestion, Question, QuestionType } from '../definition.ts';
import { type CheckProblem, problemAt } from './check-problem.ts';
import type { ConditionPart } from './condition-parts.ts';
import { nearest } from './nearest.ts';

const comparable: ReadonlySet<QuestionType> = new Set([
  'text',
  'long-text',
  'choice',
  'choices',
  'yes-no',
  'consent',
  'date',
  'number',
  'money',
  'scale',
  'identifier',
]);
const ordered: ReadonlySet<QuestionType> = new Set(['date', 'number', 'money', 'scale']);
const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/** Finds a comparison that can never hold: a type that has no such comparison, or a value that no answer can have. */
export function checkConditionValue(
  part: ConditionPart,
  question: Question | MemberQuestion,
): CheckProblem[] {
  const { key, type } = question;
  if (part.kind === 'answered') {
    if (type !== 'information') return [];
    return [
      problemAt(
        part.path,
        `\`${key}\` est une information\u00a0: elle n’a pas de réponse`,
        `\`${key}\` is an information: it has no answer`,
      ),
    ];
  }
  const orders = part.kind === 'gte' || part.kind === 'lte';
  if (orders ? !ordered.has(type) : !comparable.has(type)) {
    return [
      problemAt(
        part.path,
        `\`${part.kind}\` ne va pas avec \`${key}\`, de type \`${type}\``,
        `\`${part.kind}\` does not go with \`${key}\`, of type \`${type}\``,
        type === 'information' ? undefined : { fr: 'utilisez `answered`', en: 'use `answered`' },
      ),
    ];
  }
  return part.values.flatMap(({ value, path }) => {
    const problem = valueProblem(question, value);
    return problem ? [{ ...problem, path }] : [];
  });
}

function valueProblem(
  question: Question | MemberQuestion,
  value: string | number | boolean,
): CheckProblem | undefined {
  const say = (fr: string, en: string, suggestion?: { fr: string; en: string }): CheckProblem =>
    problemAt([], `\`${question.key}\`\u00a0: ${fr}`, `\`${question.key}\`: ${en}`, suggestion);
  switch (question.type) {
    case 'choice':
    case 'choices': {
      const keys = question.options.map((option) => option.key);
      if (keys.some((key) => key === value)) return undefined;
      const meant = nearest(String(value), keys);
      return say(
        `\`${value}\` n’est pas un de ses choix (${keys.join(', ')})`,
        `\`${value}\` is not one of its options (${keys.join(', ')})`,
        meant === undefined
          ? undefined
          : { fr: `vouliez-vous dire \`${meant}\`?`, en: `did you mean \`${meant}\`?` },
      );
    }
    case 'yes-no':
    case 'consent':
      return typeof value === 'boolean'
        ? undefined
        : say('la valeur doit être true ou false', 'the value must be true or false');
    case 'number':
    case 'scale':
      return typeof value === 'number'
        ? undefined
        : say('la valeur doit être un nombre', 'the value must be a number');
    case 'money':
      return Number.isInteger(value)
        ? undefined
        : say('la valeur doit être un nombre entier de cents', 'the value must be a whole number of cents');
    case 'date':
      return typeof value === 'string' && isoDate.test(value)
        ? undefined
        : say('la valeur doit être une date AAAA-MM-JJ', 'the value must be a date YYYY-MM-DD');
    default:
      return typeof value === 'string'
        ? undefined
        : say('la valeur doit être un texte', 'the value must be text', {
            fr: 'mettez-la entre guillemets droits',
            en: 'put it in quotes',
          });
  }
}
