import { type CompiledService, writeMoney } from '@guichet/catalogue';
import { questionNumbers } from './condition-words.ts';
import type { FormSetting } from './form-setting.ts';
import { proseRow } from './prose-row.ts';
import type { Row } from './rows.ts';

/** Says what a service costs and how it is paid; what paper can't work out is said to depend on the answers. */
export function feeRows(compiled: CompiledService, setting: FormSetting): Row[] {
  const { language, words } = setting;
  const { fee } = compiled.definition;
  if (fee === undefined) return [];
  const ways = fee.payBy.filter((way) => way !== 'online').map((way) => words.payBy[way]);
  const rows = fee.rules.map(({ cents, label }) => {
    if (cents === 0) return proseRow(label[language], setting);
    const amount = typeof cents === 'number' ? writeMoney(cents, language) : words.depends;
    return proseRow(`${label[language]}${words.colon} ${amount}`, setting);
  });
  if (fee.instalments !== undefined) {
    const number = questionNumbers(compiled).get(fee.instalments.payments) ?? '';
    rows.push(proseRow(words.instalments(fee.instalments.everyDays, words.see(`${number}`)), setting));
  }
  if (ways.length > 0) rows.push(proseRow(words.payable(ways.join(words.orJoin)), setting, 'note'));
  return rows;
}
