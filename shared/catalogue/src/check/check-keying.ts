import type { QuestionType, ServiceDefinition } from '../definition.ts';
import { askedQuestions } from './asked-question.ts';
import { type CheckProblem, problemAt } from './check-problem.ts';

/** Types that nobody keys from a picture, or whose members are what is keyed. */
const notKeyed: ReadonlySet<QuestionType> = new Set(['information', 'file', 'group']);

/** Finds questions that two persons are to key although nobody keys them. */
export function checkKeying(definition: ServiceDefinition): CheckProblem[] {
  return askedQuestions(definition).flatMap(({ question, path }) =>
    question.keying === undefined || !notKeyed.has(question.type)
      ? []
      : [
          problemAt(
            [...path, 'keying'],
            `question \`${question.key}\`\u00a0: rien ne se saisit du papier pour le type \`${question.type}\``,
            `question \`${question.key}\`: nothing is keyed from paper for type \`${question.type}\``,
            question.type === 'group'
              ? {
                  fr: 'mettez `keying` aux questions du groupe',
                  en: 'put `keying` on the questions of the group',
                }
              : { fr: 'enlevez `keying`', en: 'take `keying` away' },
          ),
        ],
  );
}
