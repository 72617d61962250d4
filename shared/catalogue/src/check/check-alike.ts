import type { Option, ServiceDefinition } from '../definition.ts';
import { askedQuestions } from './asked-question.ts';
import { type CheckProblem, problemAt } from './check-problem.ts';
import { listedOptions } from './listed-options.ts';
import { readsAlike } from './reads-alike.ts';

/** Finds options of one question that nobody can tell apart, heard, read or printed. */
export function checkAlike(definition: ServiceDefinition): CheckProblem[] {
  const roles = definition.who.mandate?.roles ?? [];
  return [
    ...alike('`who.mandate`', roles, ['who', 'mandate', 'roles']),
    ...askedQuestions(definition).flatMap(({ question, path }) => {
      const { name, options } = listedOptions(question);
      return alike(`question \`${question.key}\``, options, [...path, name]);
    }),
  ];
}

function alike(
  subject: string,
  options: readonly Option[],
  path: readonly (string | number)[],
): CheckProblem[] {
  // An option written twice is told by its key.
  const once = options.filter(({ key }, at) => options.findIndex((other) => other.key === key) === at);
  return readsAlike(once, ({ label }) => label).map(({ item, as, language }) =>
    problemAt(
      [...path, options.indexOf(item), 'label', language],
      `${subject}\u00a0: les choix \`${as.key}\` et \`${item.key}\` se lisent de la même façon (« ${item.label[language]} »)`,
      `${subject}: options \`${as.key}\` and \`${item.key}\` read alike (“${item.label[language]}”)`,
      { fr: 'dites ce qui les distingue', en: 'say what tells them apart' },
    ),
  );
}
