import type { Problem } from '../compiled.ts';
import { askedName } from './field-names.ts';
import type { PostedForm } from './read-form-answer.ts';

/**
 * Tells whether a form is only short of answers to questions it had not shown yet: then it is to be drawn again, without reproach.
 *
 * Guarantee: false as soon as anything shown was answered wrong, or when nothing is missing.
 */
export function asksMore(problems: readonly Problem[], form: PostedForm): boolean {
  return (
    problems.length > 0 &&
    problems.every((problem) => problem.code === 'required' && !wasAsked(problem.path, form))
  );
}

function wasAsked(path: string, form: PostedForm): boolean {
  const [key = '', index, member] = path.split('.');
  const name = member === undefined ? askedName() : askedName(key, Number(index));
  const asked = form[name];
  // A form without the list shows all it has.
  return typeof asked !== 'string' || asked.split(' ').includes(member ?? key);
}
