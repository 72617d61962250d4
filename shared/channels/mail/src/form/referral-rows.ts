import type { CompiledService, Referral } from '@guichet/catalogue';
import { conditionWords, questionNumbers } from './condition-words.ts';
import type { FormSetting } from './form-setting.ts';
import { proseRow } from './prose-row.ts';
import type { Row } from './rows.ts';

/** Says of each body that is told of the request why, of which answers, when, and by which consent or law. */
export function referralRows(compiled: CompiledService, setting: FormSetting): Row[] {
  const { language } = setting;
  return (compiled.definition.referrals ?? []).flatMap((referral) => {
    const { when } = referral;
    return [
      proseRow(referral.to[language], setting, 'entry'),
      proseRow(referral.why[language], setting),
      proseRow(telling(compiled, referral, setting), setting),
      ...(when === undefined
        ? []
        : [proseRow(conditionWords(compiled, { when }, language, 'only'), setting)]),
    ];
  });
}

function telling(compiled: CompiledService, referral: Referral, { language, words }: FormSetting): string {
  const numbers = questionNumbers(compiled);
  const see = (keys: readonly string[]) =>
    words.see(keys.flatMap((key) => numbers.get(key) ?? []).join(', '));
  const told = see(referral.tell);
  if (referral.consent !== undefined) return words.tellsConsent(told, see([referral.consent]));
  const law = referral.source?.[language].replace(/\.$/, '');
  return law === undefined ? words.tells(told) : `${words.tellsLaw(told, law)}.`;
}
