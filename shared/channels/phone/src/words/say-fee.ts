import { type Answers, type CompiledService, namedQuestions } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { sayMoney } from './say-money.ts';
import { wordsOf } from './words-of.ts';

/**
 * Says what the answers cost, in how many parts, or that nothing is due; empty where the service has no fee.
 *
 * Guarantee: the amount is said, since nobody should send without knowing it; its label is left out where the rules read
 *   a sensitive answer, which it would tell.
 */
export function sayFee(service: CompiledService, answers: Answers, language: Language): string[] {
  const words = wordsOf(language);
  const fee = service.fee(answers);
  if (fee === undefined) return [];
  const label = tellsSensitive(service, answers) ? undefined : fee.label[language];
  if (fee.cents === 0) return [words.feeNone(label)];
  const { cents, instalments } = fee;
  const [first = 0] = instalments?.cents ?? [];
  return [
    words.feeAmount(sayMoney(cents, language), label),
    ...(instalments === undefined
      ? []
      : [words.instalments(instalments.cents.length, sayMoney(first, language), instalments.everyDays)]),
  ];
}

function tellsSensitive(service: CompiledService, answers: Answers): boolean {
  const rules = service.definition.fee?.rules ?? [];
  const named = rules.flatMap(({ when }) => (when === undefined ? [] : namedQuestions(when)));
  const amounts = new Map(service.computed(answers).map(({ key, sensitivity }) => [key, sensitivity]));
  return named.some((key) => (service.sensitivityOf.get(key) ?? amounts.get(key)) === 'sensitive');
}
