import type { Answers, AnswerValue, CompiledService, MemberQuestion, Question } from '@guichet/catalogue';

/** What goes on paper at each path: text, or the options to mark. */
export type FieldValues = Map<string, string | string[]>;

/** Spreads stored answers over the fields of the paper form. */
export function fieldValues(compiled: CompiledService, answers: Answers): FieldValues {
  const values: FieldValues = new Map();
  for (const question of compiled.questions) {
    const answer = answers[question.key];
    if (answer !== undefined) spread(values, question, question.key, answer);
  }
  return values;
}

function spread(
  values: FieldValues,
  question: Question | MemberQuestion,
  path: string,
  answer: AnswerValue,
): void {
  switch (question.type) {
    case 'choice':
    case 'scale':
      values.set(path, [String(answer)]);
      return;
    case 'choices':
      values.set(path, (answer as string[]).map(String));
      return;
    case 'yes-no':
      values.set(path, [answer === true ? 'yes' : 'no']);
      return;
    case 'consent':
      if (answer === true) values.set(path, ['true']);
      return;
    case 'file':
      values.set(path, [
        'later' in (answer as object) && (answer as { later: string }).later === 'counter'
          ? 'counter'
          : 'attached',
      ]);
      return;
    case 'ranking':
      for (const [at, option] of (answer as string[]).entries()) values.set(`${path}.${option}`, `${at + 1}`);
      return;
    case 'slot':
      for (const [part, text] of Object.entries(answer))
        values.set(`${path}.${part}`, part === 'place' ? [String(text)] : compact(part, String(text)));
      return;
    case 'person':
    case 'address':
    case 'place':
      for (const [part, text] of Object.entries(answer))
        values.set(`${path}.${part}`, compact(part, String(text)));
      return;
    case 'group':
      for (const [at, entry] of (answer as Record<string, AnswerValue>[]).entries()) {
        for (const member of question.questions) {
          const value = entry[member.key];
          if (value !== undefined) spread(values, member, `${path}.${at}.${member.key}`, value);
        }
      }
      return;
    case 'date':
      values.set(path, String(answer).replaceAll('-', ''));
      return;
    case 'phone':
      values.set(path, String(answer).slice(-10));
      return;
    case 'money':
      values.set(path, (Number(answer) / 100).toFixed(2));
      return;
    default:
      values.set(path, String(answer));
  }
}

function compact(part: string, text: string): string {
  return part === 'birthDate' || part === 'day'
    ? text.replaceAll('-', '')
    : part === 'postalCode'
      ? text.replaceAll(' ', '')
      : part === 'time'
        ? text.replace(':', '')
        : text;
}
