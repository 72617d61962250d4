import type { Bilingual } from '@guichet/kernel';
import type { Expression, Question, QuestionType, ServiceDefinition } from '../definition.ts';
import { type ExpressionPart, expressionParts } from '../expression-parts.ts';
import { type CheckProblem, problemAt } from './check-problem.ts';
import { nearest } from './nearest.ts';

type Path = readonly (string | number)[];
type Part = Exclude<ExpressionPart, { kind: 'condition' }>;

const fits: Record<Part['kind'], readonly QuestionType[]> = {
  answer: ['number', 'money', 'scale'],
  count: ['group', 'choices'],
  group: ['group'],
  member: ['number', 'money'],
};

/** Finds amounts made from what is no number, from questions that do not exist, or from amounts that come later. */
export function checkAmounts(definition: ServiceDefinition): CheckProblem[] {
  const questions = new Map<string, Question>(
    definition.questions.map((question) => [question.key, question]),
  );
  const earlier = new Set<string>();
  const problems: CheckProblem[] = [];
  const check = (expression: Expression, path: Path): void => {
    for (const part of expressionParts(expression, path)) {
      if (part.kind === 'condition') continue;
      if (part.kind === 'answer' && earlier.has(part.key)) continue;
      const message = wrongPart(part, questions);
      if (message) problems.push({ path: part.path, ...message });
    }
  };
  for (const [at, computed] of (definition.computed ?? []).entries()) {
    check(computed.value, ['computed', at, 'value']);
    earlier.add(computed.key);
  }
  for (const [at, rule] of (definition.fee?.rules ?? []).entries())
    check(rule.cents, ['fee', 'rules', at, 'cents']);
  return [...problems, ...instalmentProblems(definition, questions)];
}

function wrongPart(
  part: Part,
  questions: ReadonlyMap<string, Question>,
): { message: Bilingual; suggestion?: Bilingual } | undefined {
  const group = part.kind === 'member' ? questions.get(part.group) : undefined;
  const within =
    group?.type === 'group'
      ? new Map(group.questions.map((member) => [member.key, member]))
      : part.kind === 'member'
        ? new Map<string, Question>()
        : questions;
  const named = within.get(part.key);
  if (named && fits[part.kind].includes(named.type)) return undefined;
  const wanted = fits[part.kind].map((type) => `\`${type}\``).join(', ');
  if (named) {
    return {
      message: {
        fr: `le calcul nomme \`${part.key}\`, de type \`${named.type}\`; il faut ${wanted}`,
        en: `the amount names \`${part.key}\`, of type \`${named.type}\`; it must be ${wanted}`,
      },
    };
  }
  const meant = nearest(part.key, within.keys());
  return {
    message: {
      fr: `le calcul nomme \`${part.key}\`, qui n’est ni une question ni un montant calculé avant`,
      en: `the amount names \`${part.key}\`, which is neither a question nor an amount computed before`,
    },
    ...(meant === undefined
      ? {}
      : { suggestion: { fr: `vouliez-vous dire \`${meant}\`?`, en: `did you mean \`${meant}\`?` } }),
  };
}

function instalmentProblems(
  { fee }: ServiceDefinition,
  questions: ReadonlyMap<string, Question>,
): CheckProblem[] {
  if (fee?.instalments === undefined) return [];
  const named = questions.get(fee.instalments.payments);
  if (named?.type === 'number' && named.decimals === 0 && (named.max ?? 99) <= 36 && (named.min ?? 0) >= 1)
    return [];
  return [
    problemAt(
      ['fee', 'instalments', 'payments'],
      '`payments` doit nommer une question `number` entière, de `min: 1` à 36 au plus',
      '`payments` must name a whole `number` question, from `min: 1` to 36 at most',
    ),
  ];
}
