import type { Answers, AnswerValue } from '@guichet/catalogue';
import type { CaseId } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import type { OpenKey } from '../privacy/case-key.ts';

/** Opens all answers of a case, for what is worked out from them; nobody is shown them by this. */
export async function answersOf(sql: Tx, caseId: CaseId, key: OpenKey): Promise<Answers> {
  const rows = await sql<{ question: string; value: AnswerValue | null; sealed: Buffer | null }[]>`
    select question, value, sealed from case_answer where case_id = ${caseId}`;
  return Object.fromEntries(
    rows.flatMap(({ question, value, sealed }): [string, AnswerValue][] => {
      const answer = sealed === null ? value : (key.open(`answer:${question}`, sealed) as AnswerValue);
      return answer === null ? [] : [[question, answer]];
    }),
  );
}
