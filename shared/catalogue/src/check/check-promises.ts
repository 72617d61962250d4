import type { Bilingual } from '@guichet/kernel';
import type { ServiceDefinition, Span } from '../definition.ts';
import { type CheckProblem, problemAt } from './check-problem.ts';

/** A rough length, to compare: five business days make a week. Unit: hours. */
const hoursOf = ({ amount, unit }: Span): number =>
  unit === 'hours' ? amount : unit === 'calendar-days' ? amount * 24 : (amount * 24 * 7) / 5;

const placeholder = /\{([^}]*)\}/g;

/** Finds clocks that contradict each other, fee rules never reached, and blanks in the words told that nothing fills. */
export function checkPromises(definition: ServiceDefinition): CheckProblem[] {
  const problems: CheckProblem[] = [];
  const { acknowledge, decide, legal } = definition.clocks;
  if (hoursOf(acknowledge) > hoursOf(decide)) {
    problems.push(
      problemAt(
        ['clocks', 'acknowledge'],
        'l’accusé de réception est promis après la décision',
        'the acknowledgement is promised after the decision',
      ),
    );
  }
  if (legal && hoursOf(decide) > hoursOf(legal)) {
    problems.push(
      problemAt(
        ['clocks', 'decide'],
        'la norme de service dépasse le délai de la loi',
        'the service norm is longer than the limit set by law',
      ),
    );
  }
  if (definition.who.anonymous && definition.who.identity !== 'declared') {
    problems.push(
      problemAt(
        ['who', 'anonymous'],
        'un service anonyme ne peut pas exiger une preuve d’identité',
        'an anonymous service can’t require proof of identity',
      ),
    );
  }
  const rules = definition.fee?.rules ?? [];
  const always = rules.findIndex((rule) => rule.when === undefined);
  if (always !== -1 && always < rules.length - 1) {
    problems.push(
      problemAt(
        ['fee', 'rules', always + 1],
        'cette règle ne sert jamais\u00a0: celle d’avant vaut toujours',
        'this rule is never used: the one before it always holds',
        { fr: 'placez la règle sans condition en dernier', en: 'put the rule without a condition last' },
      ),
    );
  }
  definition.outcomes.forEach((outcome, at) =>
    problems.push(...blanks(outcome.words, ['outcomes', at, 'words'], outcome.reasons === 'required')),
  );
  return problems;
}

function blanks(words: Bilingual, path: readonly (string | number)[], hasReasons: boolean): CheckProblem[] {
  return (['fr', 'en'] as const).flatMap((language) =>
    [...words[language].matchAll(placeholder)]
      .filter(([, name]) => name !== 'reference' && name !== 'service' && !(hasReasons && name === 'reasons'))
      .map(([blank]) =>
        problemAt([...path, language], `rien ne remplit \`${blank}\``, `nothing fills \`${blank}\``, {
          fr: 'utilisez `{reference}` ou `{service}`, ou `{reasons}` avec `reasons: required`',
          en: 'use `{reference}` or `{service}`, or `{reasons}` with `reasons: required`',
        }),
      ),
  );
}
