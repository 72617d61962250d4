import { isDeepStrictEqual } from 'node:util';
import { type Provenance, type Submission } from '@guichet/catalogue';
import { DeskError, deskTimeZone, type EvidenceId, type Language, type LetterId } from '@guichet/kernel';
import { Temporal } from 'temporal-polyfill';
import { requireMay } from '../audit/permissions.ts';
import { type DeskTx, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { type Acceptance, acceptSubmission } from '../intake/accept-submission.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import { answerCase } from './answer-case.ts';
import { findPostedDraft, type PostedDraft } from './find-posted-draft.ts';
import { askedOn, type StoredReading } from './letter-reading.ts';

export interface ConfirmLetter {
  letterId: LetterId;
  /** The form's own service, or the one a person classified the letter to. */
  service: string;
  version?: number;
  language: Language;
  answers: Record<string, unknown>;
  provenance?: Record<string, Provenance>;
  /** The postmark's day, or the day it came, ISO: the day the person acted. */
  depositedOn: string;
}

/**
 * Makes a case of a letter that a person has confirmed, its pages as evidence.
 *
 * Guarantee: one letter, one case, whoever confirms it how often; a crash between acceptance and settling is mended by
 *   confirming again.
 *   What came back on a form that we sent for a case becomes part of that case, and never another one; with
 *   what goes on with a draft, the draft becomes the case, once whoever sends it at whichever door.
 *   `alsoWrite` is done once, in the transaction that settles the letter.
 * Errors: not-found; conflict — it was settled as not for us; invalid — deposited in the future.
 */
export async function confirmLetter(
  ctx: DeskContext,
  input: ConfirmLetter,
  alsoWrite?: (tx: DeskTx) => Promise<void>,
): Promise<Acceptance> {
  requireMay(ctx.actor, 'mailroom.settle');
  const { pages, answersTo, asked, goesOn } = await openLetter(ctx, input.letterId);
  if (answersTo !== undefined) return answerCase(ctx, { ...input, reference: answersTo, asked }, alsoWrite);
  const draft = await findPostedDraft(ctx, goesOn);
  const acceptance = await acceptSubmission(ctx, submissionOf(ctx, input, pages, draft));
  if (acceptance.kind === 'incomplete') return acceptance;
  await transact(ctx, 'mailroom.settle', async (tx) => {
    const done = await tx.sql`
      update letter set settled_at = ${tx.now}, settled_by = ${staffId(ctx)}, settled_as = 'case', case_id = ${acceptance.case.id}
      where id = ${input.letterId} and settled_at is null`;
    if (done.count === 0) return tx.unchanged(undefined);
    await alsoWrite?.(tx);
    // Sent at another door first: the pages go with that case all the same.
    if (draft)
      await tx.sql`
        update evidence set case_id = ${acceptance.case.id} where letter_id = ${input.letterId} and kind = 'page' and case_id is null`;
    return tx.record(
      {
        subject: { kind: 'letter', id: input.letterId },
        kind: 'letter.confirmed',
        data: { caseId: acceptance.case.id },
      },
      undefined,
    );
  });
  return acceptance;
}

interface LetterToConfirm {
  pages: EvidenceId[];
  /** The case that its form was printed for. */
  answersTo: string | undefined;
  asked: string[];
  goesOn: Parameters<typeof findPostedDraft>[1];
}

/** Refuses a letter that is not there or was set aside. */
async function openLetter(ctx: DeskContext, letterId: LetterId): Promise<LetterToConfirm> {
  return transact(ctx, 'mailroom.settle', async (tx) => {
    const [letter] = await tx.sql<
      [
        {
          settledAs: string | null;
          serviceCode: string | null;
          serviceVersion: number | null;
          dataKey: Buffer | null;
          sealed: Buffer;
        }?,
      ]
    >`select settled_as, service_code, service_version, data_key, sealed from letter where id = ${letterId}`;
    if (!letter) throw new DeskError('not-found', 'no-such-letter');
    if (letter.settledAs === 'not-for-us') throw new DeskError('conflict', 'letter-settled');
    const rows = await tx.sql<{ id: EvidenceId }[]>`
      select id from evidence where letter_id = ${letterId} and kind = 'page' order by page, id`;
    const key = unwrapDataKey(ctx.keyring, `letter:${letterId}`, letter.dataKey);
    const reading = key.open('reading', letter.sealed) as StoredReading;
    const pages = rows.map(({ id }) => id);
    return tx.unchanged({
      pages,
      answersTo: letter.serviceCode === null ? undefined : reading.reference,
      asked: askedOn(reading),
      goesOn: {
        draft: reading.draft,
        serviceCode: letter.serviceCode,
        serviceVersion: letter.serviceVersion,
      },
    });
  });
}

function submissionOf(
  ctx: DeskContext,
  input: ConfirmLetter,
  evidence: EvidenceId[],
  draft: PostedDraft | undefined,
): Submission {
  const { service, version, language, answers, provenance } = input;
  return {
    service,
    channel: 'mail',
    language,
    answers,
    depositedAt: depositedAtOf(input.depositedOn, ctx.clock.now()),
    idempotency: draft?.key ?? { scope: 'mail', key: input.letterId },
    ...(draft === undefined ? {} : { draftId: draft.id }),
    evidence,
    ...(version === undefined ? {} : { version }),
    ...(provenance === undefined ? {} : { provenance: { ...provenance, ...saidBefore(answers, draft) } }),
  };
}

/** What the person answered at another door, and the clerk left so, came from there. */
function saidBefore(
  answers: Record<string, unknown>,
  draft: PostedDraft | undefined,
): Record<string, Provenance> {
  if (draft === undefined) return {};
  const same = Object.keys(draft.answers).filter((key) =>
    isDeepStrictEqual(draft.answers[key], answers[key]),
  );
  return Object.fromEntries(
    same.map((key) => [key, (draft.provenance[key] as Provenance | undefined) ?? { how: 'typed' }]),
  );
}

/**
 * Gives the instant a letter counts as deposited. Noon keeps the day the same whatever the season's offset; today's letter counts from now.
 *
 * Errors: invalid — no date, or in the future.
 */
export function depositedAtOf(day: string, now: Date): Date {
  const date = parseDay(day);
  const noon = new Date(
    date.toZonedDateTime({ timeZone: deskTimeZone, plainTime: '12:00' }).epochMilliseconds,
  );
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(deskTimeZone)
    .toPlainDate();
  if (Temporal.PlainDate.compare(date, today) > 0) throw new DeskError('invalid', 'deposited-in-the-future');
  return noon < now ? noon : now;
}

function parseDay(day: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(day);
  } catch (cause) {
    throw new DeskError('invalid', 'bad-deposit-date', { cause });
  }
}

function staffId(ctx: DeskContext): string | null {
  return ctx.actor.kind === 'staff' ? ctx.actor.staffId : null;
}
