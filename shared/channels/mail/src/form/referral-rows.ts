import type { CompiledService, Referral } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { conditionWords, questionNumbers } from './condition-words.ts';
import { proseRow } from './prose-row.ts';
import type { Row } from './rows.ts';
import { formWords } from './words.ts';

/** Says of each body that is told of the request why, of which answers, when, and by which consent or law. */
export function referralRows(compiled: CompiledService, language: Language): Row[] {
  return (compiled.definition.referrals ?? []).flatMap((referral) => {
    const { when } = referral;
    return [
      proseRow(referral.to[language], 'entry'),
      proseRow(referral.why[language]),
      proseRow(telling(compiled, referral, language)),
      ...(when === undefined ? [] : [proseRow(conditionWords(compiled, { when }, language, 'only'))]),
    ];
  });
}

function telling(compiled: CompiledService, referral: Referral, language: Language): string {
  const words = formWords[language];
  const numbers = questionNumbers(compiled);
  const see = (keys: readonly string[]) =>
    words.see(keys.flatMap((key) => numbers.get(key) ?? []).join(', '));
  const told = see(referral.tell);
  if (referral.consent !== undefined) return words.tellsConsent(told, see([referral.consent]));
  const law = referral.source?.[language].replace(/\.$/, '');
  return law === undefined ? words.tells(told) : `${words.tellsLaw(told, law)}.`;
}
