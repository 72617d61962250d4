import type { MemberQuestion, Question, QuestionOf, ServiceDefinition } from '../definition.ts';
import { readerOf } from '../parse/reader-of.ts';
import { slotTimes } from '../slot-times.ts';
import { askedQuestions } from './asked-question.ts';
import { type CheckProblem, problemAt } from './check-problem.ts';

type Path = readonly (string | number)[];

/** Finds bounds that no answer can meet, and identifiers whose own example is refused. */
export function checkRanges(definition: ServiceDefinition): CheckProblem[] {
  return askedQuestions(definition).flatMap(({ question, path }) => {
    if (question.type === 'identifier') return identifierProblems(question, path);
    if (question.type === 'slot') return hoursProblems(question, path);
    const crossed = bounds(question).find(
      ({ min, max }) => min !== undefined && max !== undefined && min > max,
    );
    return crossed === undefined
      ? []
      : [
          problemAt(
            [...path, ...crossed.at],
            `question \`${question.key}\`\u00a0: le minimum (${crossed.min}) dépasse le maximum (${crossed.max})`,
            `question \`${question.key}\`: the minimum (${crossed.min}) is above the maximum (${crossed.max})`,
          ),
        ];
  });
}

function hoursProblems(question: QuestionOf<'slot'>, path: Path): CheckProblem[] {
  return question.hours.flatMap((hours, at) =>
    slotTimes({ ...question, hours: [hours] }).length > 0
      ? []
      : [
          problemAt(
            [...path, 'hours', at],
            `question \`${question.key}\`\u00a0: aucune plage de ${question.minutes} minutes n’entre entre ${hours.from} et ${hours.to}`,
            `question \`${question.key}\`: no slot of ${question.minutes} minutes fits between ${hours.from} and ${hours.to}`,
          ),
        ],
  );
}

interface Bounds {
  at: Path;
  min: number | string | undefined;
  max: number | string | undefined;
}

function bounds(question: Question | MemberQuestion): Bounds[] {
  switch (question.type) {
    case 'number':
    case 'group':
      return [{ at: ['min'], min: question.min, max: question.max }];
    case 'ranking':
      return [{ at: ['top'], min: question.top, max: question.options.length }];
    case 'money':
      return [{ at: ['minCents'], min: question.minCents ?? 0, max: question.maxCents }];
    case 'choices': {
      const max = Math.min(question.max ?? question.options.length, question.options.length);
      return [{ at: ['min'], min: question.min, max }];
    }
    case 'date':
    case 'slot':
      return [
        { at: ['range', 'min'], min: question.range?.min, max: question.range?.max },
        { at: ['range', 'daysMin'], min: question.range?.daysMin, max: question.range?.daysMax },
      ];
    default:
      return [];
  }
}

function identifierProblems(
  question: Extract<MemberQuestion, { type: 'identifier' }>,
  path: Path,
): CheckProblem[] {
  const { key, pattern, example } = question;
  if (!compiles(pattern)) {
    return [
      problemAt(
        [...path, 'pattern'],
        `question \`${key}\`\u00a0: \`pattern\` n’est pas une expression régulière`,
        `question \`${key}\`: \`pattern\` is not a regular expression`,
      ),
    ];
  }
  const read = readerOf(question)(example, { today: '2000-01-01' });
  if (!read.ok) {
    return [
      problemAt(
        [...path, 'example'],
        `question \`${key}\`\u00a0: l’exemple \`${example}\` serait refusé par la question elle-même`,
        `question \`${key}\`: the example \`${example}\` would be refused by the question itself`,
      ),
    ];
  }
  const letters =
    question.alphabet === 'digits' && typeof read.value === 'string' && !/^\d+$/.test(read.value);
  if (!letters) return [];
  return [
    problemAt(
      [...path, 'alphabet'],
      `question \`${key}\`\u00a0: l’exemple a des lettres, mais \`alphabet\` dit \`digits\``,
      `question \`${key}\`: the example has letters, but \`alphabet\` says \`digits\``,
      { fr: 'écrivez `alphabet: alphanumeric`', en: 'write `alphabet: alphanumeric`' },
    ),
  ];
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
