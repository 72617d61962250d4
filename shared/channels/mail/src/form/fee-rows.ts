import { type CompiledService, writeMoney } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { questionNumbers } from './condition-words.ts';
import { proseRow } from './prose-row.ts';
import type { Row } from './rows.ts';
import { formWords } from './words.ts';

/** Says what a service costs and how it is paid; what paper can't work out is said to depend on the answers. */
export function feeRows(compiled: CompiledService, language: Language): Row[] {
  const words = formWords[language];
  const { fee } = compiled.definition;
  if (fee === undefined) return [];
  const ways = fee.payBy.filter((way) => way !== 'online').map((way) => words.payBy[way]);
  const rows = fee.rules.map(({ cents, label }) => {
    if (cents === 0) return proseRow(label[language]);
    const amount = typeof cents === 'number' ? writeMoney(cents, language) : words.depends;
    return proseRow(`${label[language]}${words.colon} ${amount}`);
  });
  if (fee.instalments !== undefined) {
    const number = questionNumbers(compiled).get(fee.instalments.payments) ?? '';
    rows.push(proseRow(words.instalments(fee.instalments.everyDays, words.see(`${number}`))));
  }
  if (ways.length > 0) rows.push(proseRow(words.payable(ways.join(words.orJoin)), 'note'));
  return rows;
}
