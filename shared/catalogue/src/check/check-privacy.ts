import type { QuestionType, ServiceDefinition } from '../definition.ts';
import { askedQuestions } from './asked-question.ts';
import { type CheckProblem, problemAt } from './check-problem.ts';

/** Types that name or reach a person by their nature. */
const personal: ReadonlySet<QuestionType> = new Set(['person', 'phone', 'email', 'address']);

/** Finds personal data asked without saying why, or without protection. Source: design §6 */
export function checkPrivacy(definition: ServiceDefinition): CheckProblem[] {
  const problems: CheckProblem[] = [];
  for (const { question, path, group } of askedQuestions(definition)) {
    const { key, type, sensitivity } = question;
    const above = sensitivity !== 'open';
    if (above && question.purpose === undefined && group?.purpose === undefined) {
      problems.push(
        problemAt(
          [...path, 'sensitivity'],
          `question \`${key}\`\u00a0: il faut dire pourquoi on demande un renseignement \`${sensitivity}\``,
          `question \`${key}\`: a \`${sensitivity}\` question must say why it is asked`,
          { fr: 'ajoutez `purpose`', en: 'add `purpose`' },
        ),
      );
    }
    const groupAbove = group !== undefined && group.sensitivity !== 'open';
    if (personal.has(type) && !above && !groupAbove) {
      problems.push(
        problemAt(
          [...path, 'type'],
          `question \`${key}\`\u00a0: le type \`${type}\` est toujours un renseignement personnel`,
          `question \`${key}\`: type \`${type}\` always holds personal data`,
          {
            fr: 'ajoutez `sensitivity: personal` et `purpose`',
            en: 'add `sensitivity: personal` and `purpose`',
          },
        ),
      );
    }
  }
  return problems;
}
