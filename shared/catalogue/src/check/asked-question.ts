import type { MemberQuestion, Question, ServiceDefinition } from '../definition.ts';

/** A question of a definition with where it stands, for checks that go through all of them. */
export interface AskedQuestion {
  question: Question | MemberQuestion;
  path: readonly (string | number)[];
  group?: Extract<Question, { type: 'group' }>;
}

/** Lists all questions, the members of a group right after it. */
export function askedQuestions(definition: ServiceDefinition): AskedQuestion[] {
  return definition.questions.flatMap((question, at): AskedQuestion[] => {
    const path = ['questions', at];
    if (question.type !== 'group') return [{ question, path }];
    const members = question.questions.map((member, row) => ({
      question: member,
      path: [...path, 'questions', row],
      group: question,
    }));
    return [{ question, path }, ...members];
  });
}
