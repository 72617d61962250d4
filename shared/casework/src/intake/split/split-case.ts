import type { Provenance, Submission } from '@guichet/catalogue';
import { type CaseId, type Channel, DeskError, type Language } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import { answersOf } from '../../cases/answers-of.ts';
import { linkBetween, lockBoth, writeLink } from '../../cases/links/link-cases.ts';
import { lockCase } from '../../cases/lock-case.ts';
import type { DeskContext } from '../../context.ts';
import { unwrapDataKey } from '../../privacy/case-key.ts';
import { type Acceptance, acceptSubmission } from '../accept-submission.ts';

export interface SplitCase {
  reference: string;
  /** The service of the sub-case. */
  service: string;
  /** Questions whose answers are copied; how the person is answered always is. */
  keep: readonly string[];
  /** Answers that are the sub-case's own, raw, by question key; they come before those copied. */
  typed: Record<string, unknown>;
  /** One sub-case a key, which the form carries. */
  key: string;
}

/**
 * Makes a sub-case of a request that asks for two things, with chosen answers copied and clocks of its own from the same deposit.
 *
 * Guarantee: one acceptance as at every door; repeating with one key makes one sub-case; both cases tell of each other; answers copied keep
 *   how they came.
 * Errors: not-found; gone — the case's data were destroyed.
 */
export async function splitCase(ctx: DeskContext, input: SplitCase): Promise<Acceptance> {
  const { submission } = await transact(ctx, 'case.split', async (tx) =>
    tx.unchanged(await submissionOf(ctx, tx, input)),
  );
  const acceptance = await acceptSubmission(ctx, submission);
  if (acceptance.kind === 'incomplete') return acceptance;
  await transact(ctx, 'case.split', async (tx) => {
    const [part, whole] = await lockBoth(tx, {
      reference: acceptance.case.reference,
      other: input.reference,
    });
    if (await linkBetween(tx, part, whole)) return tx.unchanged(undefined);
    await writeLink(ctx, tx, part, whole, 'part');
    await tx.note({
      subject: { kind: 'case', id: part.id },
      kind: 'case.split-off',
      data: { of: whole.reference },
    });
    return tx.record(
      {
        subject: { kind: 'case', id: whole.id },
        kind: 'case.split',
        data: { part: part.reference, questions: [...input.keep] },
      },
      undefined,
    );
  });
  return acceptance;
}

async function submissionOf(
  ctx: DeskContext,
  tx: Parameters<typeof lockCase>[0],
  { reference, service: code, keep, typed, key: formKey }: SplitCase,
): Promise<{ submission: Submission }> {
  const found = await lockCase(tx, reference);
  const service = ctx.catalogue.find(code);
  if (!service) throw new DeskError('not-found', 'unknown-service');
  const key = unwrapDataKey(ctx.keyring, `case:${found.id}`, found.dataKey);
  const answers = await answersOf(tx.sql, found.id, key);
  const [row] = await tx.sql<[{ channel: Channel; language: Language }]>`
    select channel, language from cases where id = ${found.id}`;
  const how = await tx.sql<{ question: string; provenance: Provenance }[]>`
    select question, provenance from case_answer where case_id = ${found.id as CaseId}`;
  const own = new Set(service.definition.questions.map((question) => question.key));
  const copied = Object.entries(answers).filter(
    ([question]) =>
      service.question(question) !== undefined && (keep.includes(question) || !own.has(question)),
  );
  const given = Object.keys(typed).filter((question) => typed[question] !== undefined);
  return {
    submission: {
      service: code,
      channel: row.channel,
      language: row.language,
      answers: { ...Object.fromEntries(copied), ...typed },
      provenance: {
        ...Object.fromEntries(how.map(({ question, provenance }) => [question, provenance])),
        ...Object.fromEntries(given.map((question) => [question, { how: 'typed-by-staff' as const }])),
      },
      recorded: true,
      depositedAt: found.depositedAt,
      idempotency: { scope: 'split', key: `${found.id}:${formKey}` },
    },
  };
}
