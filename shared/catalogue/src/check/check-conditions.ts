import { behalfBlock } from '../behalf-block.ts';
import { asQuestion, toAmounts } from '../computed.ts';
import type { Condition, Expression, MemberQuestion, Question, ServiceDefinition } from '../definition.ts';
import { expressionParts } from '../expression-parts.ts';
import { namedQuestions } from '../named-questions.ts';
import { type AskedQuestion, askedQuestions } from './asked-question.ts';
import { checkConditionValue } from './check-condition-value.ts';
import { type CheckProblem, problemAt } from './check-problem.ts';
import { circleThrough } from './circle-through.ts';
import { conditionParts } from './condition-parts.ts';
import { nearest } from './nearest.ts';

type Path = readonly (string | number)[];
type Asked = Question | MemberQuestion;

/** Finds conditions that name a question that is unknown, asked later or inside a group, that go in a circle, or that can't hold. */
export function checkConditions(definition: ServiceDefinition): CheckProblem[] {
  const amounts = toAmounts(definition);
  const asked: AskedQuestion[] = [
    ...askedQuestions(definition),
    ...(definition.computed ?? []).map((computed, at) => ({
      question: asQuestion(computed),
      path: ['computed', at],
    })),
  ];
  const all = new Map(asked.map((entry) => [entry.question.key, entry]));
  const needs = new Map(
    asked.map(({ question }) => [
      question.key,
      amounts.get(question.key)?.names ?? (question.when ? namedQuestions(question.when) : []),
    ]),
  );
  const problems: CheckProblem[] = [];

  const check = (
    condition: Condition,
    path: Path,
    before: ReadonlyMap<string, Asked>,
    owner: string | undefined,
  ): void => {
    for (const part of conditionParts(condition, path)) {
      const named = before.get(part.question);
      if (named) problems.push(...checkConditionValue(part, named));
      else problems.push(unnameable(part.question, [...part.path, 'question'], owner));
    }
  };

  const unnameable = (key: string, path: Path, owner: string | undefined): CheckProblem => {
    const known = all.get(key);
    const subject =
      owner === undefined ? ['', ''] : [`question \`${owner}\`\u00a0: `, `question \`${owner}\`: `];
    const say = (fr: string, en: string, suggestion?: { fr: string; en: string }): CheckProblem =>
      problemAt(path, subject[0] + fr, subject[1] + en, suggestion);
    if (!known) {
      const meant = nearest(key, all.keys());
      const hint =
        meant === undefined
          ? { fr: 'posez-la avant, ou retirez la condition', en: 'ask it before, or take out the condition' }
          : { fr: `vouliez-vous dire \`${meant}\`?`, en: `did you mean \`${meant}\`?` };
      return say(
        `la condition nomme \`${key}\`, une question qui n’existe pas`,
        `the condition names \`${key}\`, which is no question`,
        hint,
      );
    }
    const circle = owner === undefined ? undefined : circleThrough(owner, needs);
    if (circle) {
      const round = circle.join(' → ');
      return say(`la condition tourne en rond\u00a0: ${round}`, `the condition goes in a circle: ${round}`, {
        fr: 'retirez une de ces conditions',
        en: 'take out one of these conditions',
      });
    }
    if (known.group) {
      return say(
        `la condition nomme \`${key}\`, qui est à l’intérieur du groupe \`${known.group.key}\``,
        `the condition names \`${key}\`, which is inside group \`${known.group.key}\``,
        {
          fr: 'nommez une question posée hors du groupe, avant celle-ci',
          en: 'name a question asked outside the group, before this one',
        },
      );
    }
    return say(
      `la condition nomme \`${key}\`, une question posée plus loin`,
      `the condition names \`${key}\`, which is asked later`,
      { fr: `placez \`${key}\` avant`, en: `move \`${key}\` before it` },
    );
  };

  const checkChosen = (expression: Expression, path: Path): void => {
    for (const part of expressionParts(expression, path)) {
      if (part.kind === 'condition') check(part.condition, part.path, before, undefined);
    }
  };
  const before = new Map<string, Asked>();
  const learn = (question: Asked): void => {
    before.set(question.key, question);
    for (const [key, { names, definition: computed }] of amounts) {
      if (!before.has(key) && names.every((name) => before.has(name))) before.set(key, asQuestion(computed));
    }
  };
  for (const question of behalfBlock(definition)) learn(question);
  for (const [at, question] of definition.questions.entries()) {
    if (question.when) check(question.when, ['questions', at, 'when'], before, question.key);
    if (question.type === 'group') {
      const within = new Map(before);
      for (const [row, member] of question.questions.entries()) {
        if (member.when) check(member.when, ['questions', at, 'questions', row, 'when'], within, member.key);
        within.set(member.key, member);
      }
    }
    learn(question);
  }
  for (const [at, rule] of (definition.fee?.rules ?? []).entries()) {
    const path = ['fee', 'rules', at];
    if (rule.when) check(rule.when, [...path, 'when'], before, undefined);
    checkChosen(rule.cents, [...path, 'cents']);
  }
  for (const [at, computed] of (definition.computed ?? []).entries())
    checkChosen(computed.value, ['computed', at, 'value']);
  for (const [at, referral] of (definition.referrals ?? []).entries()) {
    if (referral.when) check(referral.when, ['referrals', at, 'when'], before, undefined);
  }
  return problems;
}
