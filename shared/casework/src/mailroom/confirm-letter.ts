import { isDeepStrictEqual } from 'node:util';
import { type Provenance, type Submission } from '@guichet/catalogue';
import {
  type CaseId,
  DeskError,
  deskTimeZone,
  type EvidenceId,
  type Language,
  type LetterId,
} from '@guichet/kernel';
import { Temporal } from 'temporal-polyfill';
import { requireMay } from '../audit/permissions.ts';
import { type DeskTx, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { type Acceptance, type AcceptedCase, acceptSubmission } from '../intake/accept-submission.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import { answerCase } from './answer-case.ts';
import { claimLetter } from './claim-letter.ts';
import { findPostedDraft, type PostedDraft } from './find-posted-draft.ts';
import { askedOn, type StoredReading } from './letter-reading.ts';
import { caseThere, settleConfirmed, wasJoined } from './settle-confirmed.ts';

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

/** What became of a letter that was confirmed; `joined`: its pages went to a case that was there before it. */
export type LetterConfirmed = Acceptance & { joined?: boolean };

/**
 * Makes a case of a letter that a person has confirmed, its pages as evidence.
 *
 * Guarantee: one letter, one case, whoever confirms it how often and how late; a crash between acceptance and settling is mended
 *   by confirming again; while it is confirmed nobody cuts it or puts it elsewhere.
 *   What came back on a form that we sent for a case becomes part of that case, and never another one; with
 *   what goes on with a draft, the draft becomes the case, once whoever sends it at whichever door: what comes by post after
 *   it was sent joins the case as pages.
 *   `alsoWrite` is done once, in the transaction that settles the letter.
 * Errors: not-found — no such letter, or its draft became a case of another team; conflict — it was settled otherwise than as a case; invalid — deposited in the future.
 */
export async function confirmLetter(
  ctx: DeskContext,
  input: ConfirmLetter,
  alsoWrite?: (tx: DeskTx) => Promise<void>,
): Promise<LetterConfirmed> {
  requireMay(ctx.actor, 'mailroom.settle');
  const { letterId } = input;
  const letter = await openLetter(ctx, letterId);
  if ('kind' in letter) return letter;
  const { pages, answersTo, asked, goesOn, made } = letter;
  if (answersTo !== undefined) return answerCase(ctx, { ...input, reference: answersTo, asked }, alsoWrite);
  const draft = made === undefined ? await findPostedDraft(ctx, goesOn) : undefined;
  const there = made ?? (await caseOf(ctx, draft));
  const acceptance: Acceptance =
    there === undefined
      ? await acceptSubmission(ctx, submissionOf(ctx, input, pages, draft))
      : { kind: 'already', case: there, sameFacts: true };
  if (acceptance.kind === 'incomplete') return acceptance;
  const isNew = acceptance.kind === 'accepted';
  const joined = await settleConfirmed(ctx, { letterId, case: acceptance.case, isNew, alsoWrite });
  return joined ? { ...acceptance, joined } : acceptance;
}

interface LetterToConfirm {
  pages: EvidenceId[];
  /** The case that its form was printed for. */
  answersTo: string | undefined;
  asked: string[];
  goesOn: Parameters<typeof findPostedDraft>[1];
  /** The case that holds its pages: confirming it broke off before it was settled. */
  made: AcceptedCase | undefined;
}

/** Claims a letter for whoever confirms it; of one that is a case already, tells which. Refuses one that is not there, was set aside or went on another. */
async function openLetter(ctx: DeskContext, letterId: LetterId): Promise<LetterToConfirm | LetterConfirmed> {
  return transact<LetterToConfirm | LetterConfirmed>(ctx, 'mailroom.settle', async (tx) => {
    const [letter] = await tx.sql<
      [
        {
          settledAs: string | null;
          caseId: CaseId | null;
          serviceCode: string | null;
          serviceVersion: number | null;
          dataKey: Buffer | null;
          sealed: Buffer;
        }?,
      ]
    >`select settled_as, case_id, service_code, service_version, data_key, sealed from letter where id = ${letterId} for update`;
    if (!letter) throw new DeskError('not-found', 'no-such-letter');
    if (letter.settledAs !== null) {
      const found = letter.caseId === null ? undefined : await caseThere(ctx, tx, letter.caseId);
      if (found === undefined) throw new DeskError('conflict', 'letter-settled');
      const joined = await wasJoined(tx, letterId);
      return tx.unchanged({ kind: 'already', case: found, sameFacts: true, ...(joined ? { joined } : {}) });
    }
    await claimLetter(tx, letterId);
    const rows = await tx.sql<{ id: EvidenceId; caseId: CaseId | null }[]>`
      select id, case_id from evidence where letter_id = ${letterId} and kind = 'page' order by page, id`;
    const caseId = rows.find((row) => row.caseId !== null)?.caseId;
    const key = unwrapDataKey(ctx.keyring, `letter:${letterId}`, letter.dataKey);
    const reading = key.open('reading', letter.sealed) as StoredReading;
    return tx.unchanged({
      pages: rows.map(({ id }) => id),
      answersTo: letter.serviceCode === null ? undefined : reading.reference,
      asked: askedOn(reading),
      goesOn: {
        draft: reading.draft,
        serviceCode: letter.serviceCode,
        serviceVersion: letter.serviceVersion,
      },
      made: caseId ? await caseThere(ctx, tx, caseId) : undefined,
    });
  });
}

/** Gives the case that a draft became at another door, or by another copy of its form. */
async function caseOf(ctx: DeskContext, draft: PostedDraft | undefined): Promise<AcceptedCase | undefined> {
  const caseId = draft?.caseId ?? null;
  if (caseId === null) return undefined;
  return transact(ctx, 'mailroom.settle', async (tx) => {
    const found = await caseThere(ctx, tx, caseId);
    if (found === undefined) throw new DeskError('not-found', 'no-such-case');
    return tx.unchanged(found);
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
