import type { MemberQuestion, Question } from '@guichet/catalogue';
import type { CounterScreen } from '@guichet/channels/counter';

const parts: Readonly<Record<string, readonly string[]>> = {
  address: ['street', 'unit', 'municipality', 'province', 'postalCode', 'region', 'country'],
  person: ['given', 'family', 'birthDate'],
  place: ['text'],
  slot: ['place', 'day', 'time'],
  // Its boxes on paper say how the document comes: they stand above.
  file: [],
};

/** Lists the names of the controls that a question is drawn with at the station: what was read of it stands beside them. */
export function drawnNames(field: CounterScreen['fields'][number]): string[] {
  if (field.entries !== undefined)
    return field.entries.flat().flatMap(({ question, name }) => namesOf(question, name));
  return namesOf(field.question, field.name);
}

function namesOf(question: Question | MemberQuestion, name: string): string[] {
  if (question.type === 'ranking') return question.options.map(({ key }) => `${name}.${key}`);
  return parts[question.type]?.map((part) => `${name}.${part}`) ?? [name];
}
