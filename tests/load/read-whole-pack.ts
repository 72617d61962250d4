import { parseArgs } from 'node:util';
import { openTextReader } from '@guichet/channels/mail';
import { countVerdicts } from '../derivations/count-verdicts.ts';
import { judgeReading, type Verdict } from '../derivations/judge-reading.ts';
import { readBack, scanWritten } from '../derivations/on-paper.ts';
import { packRows } from '../derivations/whole-pack.ts';
import { writtenForm } from '../derivations/written-form.ts';

/** `npx tsx tests/load/read-whole-pack.ts [--seed 2] [--only permis-chien]`: every form of the pack in both languages, written, scanned and read. */
const { values } = parseArgs({ options: { seed: { type: 'string' }, only: { type: 'string' } } });
const rows = packRows().filter(({ service }) => [undefined, service.definition.code].includes(values.only));
const reader = openTextReader();
const verdicts: Verdict[] = [];
for (const [at, row] of rows.entries()) {
  const seed = Number(values.seed ?? 1) * 1000 + at;
  const answers = writtenForm(row, seed);
  const file = await scanWritten(row, answers, seed);
  const judged = judgeReading(row, answers, await readBack(row, file, reader));
  verdicts.push(...judged);
  console.log(`[${at + 1}/${rows.length}] ${row.name} (${row.language})`);
  for (const { is, said } of judged) if (is !== 'right') console.log(`  ${is} ${said}`);
}
await reader.close();
console.table(countVerdicts(verdicts));
process.exitCode = verdicts.some(({ is }) => is === 'wrong') ? 1 : 0;
