import type { ServiceDefinition } from '../definition.ts';
import { type CheckProblem, problemAt } from './check-problem.ts';

/** Finds services that ask for a proven identity and leave no way to close the case of someone who never proves it. */
export function checkIdentity({ who, outcomes }: ServiceDefinition): CheckProblem[] {
  if (who.identity === 'declared' || who.anonymous || outcomes.some(({ unproven }) => unproven)) return [];
  return [
    problemAt(
      ['outcomes'],
      `\`who.identity\` vaut \`${who.identity}\`, et aucune décision n’est possible sans cette preuve`,
      `\`who.identity\` is \`${who.identity}\`, and no outcome is possible without that proof`,
      {
        fr: 'ajoutez `unproven: true` à la décision à prendre quand la personne ne prouve pas son identité',
        en: 'add `unproven: true` to the outcome to choose when the person does not prove who they are',
      },
    ),
  ];
}
