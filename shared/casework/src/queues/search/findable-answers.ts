import type { Answers } from '@guichet/catalogue';
import type { CaseId } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import type { OpenKey } from '../../privacy/case-key.ts';

interface AnswerRow {
  question: string;
  value: unknown;
  sealed: Buffer | null;
}

/** Reads the answers by which cases may be found, case by case. Guarantee: what is sensitive is not even read. */
export async function findableAnswers(
  sql: Tx,
  cases: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, AnswerRow[]>> {
  const rows = await sql<({ caseId: CaseId } & AnswerRow)[]>`
    select case_id, question, value, sealed from case_answer
    where case_id = any (${cases as CaseId[]}::uuid[]) and sensitivity <> 'sensitive'`;
  const found = new Map<CaseId, AnswerRow[]>();
  for (const { caseId, ...row } of rows) found.set(caseId, [...(found.get(caseId) ?? []), row]);
  return found;
}

/** Opens answers with the key of their case. */
export function openAnswers(rows: readonly AnswerRow[], key: OpenKey): Answers {
  return Object.fromEntries(
    rows.map(({ question, value, sealed }) => [
      question,
      sealed === null ? value : key.open(`answer:${question}`, sealed),
    ]),
  ) as Answers;
}
