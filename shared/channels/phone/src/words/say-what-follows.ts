import type { Answers, CompiledService, ComputedValue } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { asHeading } from './as-heading.ts';
import { sayFee } from './say-fee.ts';
import { sayMoney } from './say-money.ts';
import { wordsOf } from './words-of.ts';

/**
 * Says what follows from the answers, in parts that are heard one at a time: amounts worked out and the fee, then who is told.
 *
 * Guarantee: of what is told, the questions are named and the answers never said; a body that may not be told is not named.
 */
export function sayWhatFollows(service: CompiledService, answers: Answers, language: Language): string[][] {
  const words = wordsOf(language);
  const amounts = service.computed(answers).map((amount) => {
    const value =
      amount.sensitivity === 'sensitive' ? words.hiddenAmount : sayAmount(service, amount, language);
    return words.amount(amount.label[language], value);
  });
  const told = service.referrals(answers).flatMap(({ referral, tells, agreed }) => {
    if (!agreed || tells.length === 0) return [];
    const what = tells.map(({ label }) => asHeading(label[language])).join('; ');
    return [words.told(referral.to[language], what, referral.why[language])];
  });
  return [
    [...(amounts.length > 0 ? [words.computed] : []), ...amounts, ...sayFee(service, answers, language)],
    told.length > 0 ? [words.referrals, ...told] : [],
  ].filter((lines) => lines.length > 0);
}

function sayAmount({ definition }: CompiledService, amount: ComputedValue, language: Language): string {
  const money = definition.computed?.find(({ key }) => key === amount.key)?.writes === 'money';
  return money ? sayMoney(amount.value, language) : amount.text[language].replaceAll('\u00a0', ' ');
}
