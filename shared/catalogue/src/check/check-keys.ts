import type { ServiceDefinition } from '../definition.ts';
import { askedQuestions } from './asked-question.ts';
import { type CheckProblem, problemAt } from './check-problem.ts';

/** Finds keys used twice: a condition, an answer or an outcome must mean one thing. */
export function checkKeys(definition: ServiceDefinition): CheckProblem[] {
  const problems: CheckProblem[] = [];
  const once = (
    entries: { key: string; path: readonly (string | number)[] }[],
    fr: string,
    en: string,
  ): void => {
    const seen = new Set<string>();
    for (const { key, path } of entries) {
      if (seen.has(key))
        problems.push(
          problemAt([...path, 'key'], `${fr} \`${key}\` existe déjà`, `${en} \`${key}\` exists already`),
        );
      seen.add(key);
    }
  };
  const asked = askedQuestions(definition);
  once(
    asked.map(({ question, path }) => ({ key: question.key, path })),
    'la question',
    'question',
  );
  once(
    definition.outcomes.map((outcome, at) => ({ key: outcome.key, path: ['outcomes', at] })),
    'l’issue',
    'outcome',
  );
  for (const { question, path } of asked) {
    if (question.key.startsWith('reply-')) {
      problems.push(
        problemAt(
          [...path, 'key'],
          `la clé \`${question.key}\` est réservée aux questions sur la réponse`,
          `key \`${question.key}\` is kept for the questions about the reply`,
          {
            fr: 'choisissez une clé qui ne commence pas par `reply-`',
            en: 'choose a key that does not start with `reply-`',
          },
        ),
      );
    }
    if (question.type !== 'choice' && question.type !== 'choices') continue;
    once(
      question.options.map((option, at) => ({ key: option.key, path: [...path, 'options', at] })),
      `question \`${question.key}\`\u00a0: le choix`,
      `question \`${question.key}\`: option`,
    );
  }
  return problems;
}
