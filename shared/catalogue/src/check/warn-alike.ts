import type { ServiceDefinition } from '../definition.ts';
import { askedQuestions } from './asked-question.ts';
import { type CheckProblem, problemAt } from './check-problem.ts';
import { readsAlike } from './reads-alike.ts';

/** Finds questions that read alike, among those asked side by side: in the service, or in one entry of a list. */
export function warnAlike(definition: ServiceDefinition): CheckProblem[] {
  const asked = askedQuestions(definition).filter(({ question }) => question.type !== 'information');
  const sides = new Set(asked.map(({ group }) => group));
  return [...sides].flatMap((side) =>
    readsAlike(
      asked.filter(({ group }) => group === side),
      ({ question }) => question.label,
    ).map(({ item, as, language }) => {
      const [key, other] = [item.question.key, as.question.key];
      return problemAt(
        [...item.path, 'label', language],
        `les questions \`${other}\` et \`${key}\` se lisent de la même façon (« ${item.question.label[language]} »)`,
        `questions \`${other}\` and \`${key}\` read alike (“${item.question.label[language]}”)`,
        { fr: 'dites ce qui les distingue', en: 'say what tells them apart' },
      );
    }),
  );
}
