import type { ServiceDefinition } from '../definition.ts';
import { askedQuestions } from './asked-question.ts';
import { type CheckProblem, problemAt } from './check-problem.ts';
import { listedOptions } from './listed-options.ts';

/** Keys of the questions that Guichet adds: for whom, and how we answer. */
const reserved = ['reply-', 'behalf-'];

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
          problemAt([...path, 'key'], `${fr} \`${key}\` existe déjà`, `${en} \`${key}\` exists already`, {
            fr: 'donnez-lui une autre clé',
            en: 'give it another key',
          }),
        );
      seen.add(key);
    }
  };
  const asked = askedQuestions(definition);
  once(
    [
      ...asked.map(({ question, path }) => ({ key: question.key, path })),
      ...(definition.computed ?? []).map(({ key }, at) => ({ key, path: ['computed', at] })),
    ],
    'la question',
    'question',
  );
  once(
    definition.outcomes.map((outcome, at) => ({ key: outcome.key, path: ['outcomes', at] })),
    'l’issue',
    'outcome',
  );
  once(
    (definition.referrals ?? []).map(({ key }, at) => ({ key, path: ['referrals', at] })),
    'la communication',
    'referral',
  );
  for (const { question, path } of asked) {
    const kept = reserved.find((start) => question.key.startsWith(start));
    if (kept !== undefined) {
      problems.push(
        problemAt(
          [...path, 'key'],
          `les clés en \`${kept}\` sont réservées à Guichet\u00a0: \`${question.key}\``,
          `keys that start with \`${kept}\` are kept for Guichet: \`${question.key}\``,
          {
            fr: `choisissez une clé qui ne commence pas par \`${kept}\``,
            en: `choose a key that does not start with \`${kept}\``,
          },
        ),
      );
    }
    const listed = listedOptions(question);
    once(
      listed.options.map((option, at) => ({ key: option.key, path: [...path, listed.name, at] })),
      `question \`${question.key}\`\u00a0: le choix`,
      `question \`${question.key}\`: option`,
    );
  }
  return problems;
}
