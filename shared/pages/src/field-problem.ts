import type { MemberQuestion, Problem, Question, QuestionOf } from '@guichet/catalogue';
import { fieldId, fieldName } from '@guichet/catalogue';

/** A problem with its words in the person's language, as `problemWords` gives them. */
export interface FieldProblem {
  path: string;
  message: string;
  code?: Problem['code'];
  params?: Problem['params'];
}

/** Gives the id of the control that a problem of this question is about: the first one the person should correct. */
export function problemTarget(question: Question | undefined, problem: FieldProblem): string {
  const [key, index, member, ...part] = problem.path.split('.');
  if (question?.type === 'group') {
    const inner = question.questions.find((one) => one.key === member);
    return inner && part.length === 0
      ? firstControl(inner, fieldName(key ?? '', index ?? '', inner.key), problem)
      : fieldId(problem.path);
  }
  return question && index === undefined
    ? firstControl(question, question.key, problem)
    : fieldId(problem.path);
}

const firstPart: { readonly [type: string]: string } = {
  date: 'day',
  address: 'street',
  person: 'given',
  place: 'text',
  file: 'file',
};

function firstControl(question: Question | MemberQuestion, name: string, problem: FieldProblem): string {
  if (question.type === 'ranking') return fieldId(fieldName(name, question.options[0]?.key ?? ''));
  if (question.type === 'slot') return fieldId(fieldName(name, ...slotPart(question, problem)));
  const first = firstPart[question.type];
  if (first === undefined) return fieldId(name);
  const part = problemPart(problem) ?? first;
  return fieldId(fieldName(name, ...(part === 'birthDate' ? [part, 'day'] : [part])));
}

function slotPart(question: QuestionOf<'slot'>, { code, params }: FieldProblem): string[] {
  const missing = String(params?.['missing'] ?? '');
  if (code === 'slot-time' || missing === 'time') return ['time'];
  if (code === 'incomplete-slot' || code === 'not-an-option')
    return missing === 'day' ? ['day', 'day'] : ['place'];
  if (code === 'required' && question.places.length > 1) return ['place'];
  return ['day', code === 'bad-date' && missing !== '' ? missing : 'day'];
}

/** Gives the part of a question that a problem is about, when it is about one. */
export function problemPart(problem: FieldProblem): string | undefined {
  const part = problem.params?.['missing'] ?? problem.params?.['member'];
  if (part !== undefined) return String(part);
  return problem.code === 'bad-postal-code' ? 'postalCode' : undefined;
}

/** Gives the words of what is wrong with this control, if anything is. */
export function problemsAt(problems: readonly FieldProblem[], path: string): string[] {
  return problems.filter((problem) => problem.path === path).map((problem) => problem.message);
}

/** Gives the words of what is wrong with this question or any of its parts. */
export function problemsUnder(problems: readonly FieldProblem[], path: string): string[] {
  return problems
    .filter((problem) => problem.path === path || problem.path.startsWith(`${path}.`))
    .map((problem) => problem.message);
}

/** Tells whether a part is what is wrong; a problem that names no part is about them all. */
export function isPartWrong(problems: readonly FieldProblem[], path: string, part: string): boolean {
  return problems.some((problem) => problem.path === path && (problemPart(problem) ?? part) === part);
}
