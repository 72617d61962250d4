import type { Answers, AnswerValue } from '../answers.ts';
import type { CompiledService } from '../compiled.ts';
import { isEntries } from '../value-kinds.ts';

/** An answer that a service has two persons key from paper. */
export interface CriticalAnswer {
  /** `amount`, or `household.0.birth`. */
  path: string;
  /** Undefined where nothing was answered. */
  value: AnswerValue | undefined;
}

/** Lists the answers that two persons are to key, answered or not, of the questions that hold; of groups, those of their entries. */
export function criticalAnswers(service: CompiledService, answers: Answers): CriticalAnswer[] {
  return service.visible(answers).flatMap((question): CriticalAnswer[] => {
    if (question.type !== 'group')
      return question.keying === 'double' ? [{ path: question.key, value: answers[question.key] }] : [];
    const entries = answers[question.key];
    if (!isEntries(entries)) return [];
    const members = question.questions.filter(({ keying }) => keying === 'double');
    return entries.flatMap((entry, at) =>
      members.map(({ key }) => ({ path: `${question.key}.${at}.${key}`, value: entry[key] })),
    );
  });
}

/** Gives the answer at a path; undefined where there is none. */
export function answerAt(answers: Answers, path: string): AnswerValue | undefined {
  const [key = '', at, member = ''] = path.split('.');
  const whole = answers[key];
  if (at === undefined) return whole;
  return isEntries(whole) ? whole[Number(at)]?.[member] : undefined;
}

/** Puts an answer at a path, or takes it away when it is undefined; the rest stays as it was. */
export function withAnswer(answers: Answers, path: string, value: AnswerValue | undefined): Answers {
  const [key = '', at, member = ''] = path.split('.');
  if (at === undefined) return put(answers, key, value) as Answers;
  const whole = answers[key];
  if (!isEntries(whole)) return answers;
  const entries = whole.map((entry, index) => (index === Number(at) ? put(entry, member, value) : entry));
  return { ...answers, [key]: entries as AnswerValue };
}

function put(held: object, key: string, value: unknown): object {
  const rest = Object.fromEntries(Object.entries(held).filter(([one]) => one !== key));
  return value === undefined ? rest : { ...rest, [key]: value };
}
