import { answerOf, type Lookup } from './answer-of.ts';
import type { Answers } from './answers.ts';
import type { ReferralPlan } from './compiled.ts';
import { holdsWhen } from './conditions.ts';
import type { Question, ServiceDefinition } from './definition.ts';

/** Makes the function that says which bodies are told what, for given answers. Only what was answered is told. */
export function referralReader(
  { referrals }: ServiceDefinition,
  questions: readonly Question[],
): (kept: Answers, lookup: Lookup) => ReferralPlan[] {
  const prepared = (referrals ?? []).map((referral) => ({
    referral,
    holds: referral.when === undefined ? undefined : holdsWhen(referral.when),
  }));
  return (kept, lookup) =>
    prepared
      .filter(({ holds }) => holds === undefined || holds(lookup))
      .map(({ referral }) => ({
        referral,
        tells: questions.filter(
          ({ key }) => referral.tell.includes(key) && answerOf(kept, key) !== undefined,
        ),
        agreed: referral.consent === undefined || lookup(referral.consent) === true,
      }));
}
