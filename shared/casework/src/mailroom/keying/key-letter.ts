import {
  type Answers,
  type CompiledService,
  contentKind,
  criticalAnswers,
  partOf,
  questionAt,
} from '@guichet/catalogue';
import { DeskError, type StaffId } from '@guichet/kernel';
import { requireMay } from '../../audit/permissions.ts';
import { type DeskTx, transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { type OpenKey, unwrapDataKey } from '../../privacy/case-key.ts';
import { type ConfirmLetter, confirmLetter, depositedAtOf, type LetterConfirmed } from '../confirm-letter.ts';
import { askedOn, type FieldReading, type StoredReading } from '../letter-reading.ts';
import { alignEntries } from './align-entries.ts';
import { answerPaths, askChecks, decidedPaths, forgetOtherChecks } from './ask-checks.ts';
import { countKeying } from './count-keying.ts';
import { isSampled } from './is-sampled.ts';
import type { KeptLetter, KeyedField } from './keyed-letter.ts';
import { sampledPaths } from './sampled-paths.ts';
import { settleKeyedLetter } from './settle-keyed-letter.ts';
import { thresholdsIn, underThreshold } from './thresholds.ts';
import { unconfirmedPaths } from './unconfirmed-paths.ts';

export interface KeyLetter extends ConfirmLetter {
  version: number;
  answers: Answers;
  provenance: NonNullable<ConfirmLetter['provenance']>;
  /** What was done with each field that the machine read. */
  fields: readonly KeyedField[];
  /** How many fields are keyed blind to know how often readings and keyings are wrong, 0 to 1. */
  share: number;
}

export type LetterKeyed =
  | LetterConfirmed
  /** Nothing was written: a person has these fields to look at first. */
  | { kind: 'unconfirmed'; paths: string[] }
  /** Kept until a second person has keyed what is critical. */
  | { kind: 'waits'; checks: number }
  /** Another person keyed it meanwhile, and theirs stands. */
  | { kind: 'keyed-already' };

/**
 * Takes a letter as a person keyed it beside its picture: it becomes a case, or waits for a second person to key what is critical.
 *
 * Guarantee: no field in doubt passes without a person's key, whatever the door sends; one letter, one first keying: the first stands.
 *   Of a letter that came back, an answer that is changed or taken away is keyed by two persons anew, and none returns that is asked no more.
 * Errors: not-found; conflict — it was settled otherwise than as a case; invalid — deposited in the future; not-allowed — not staff.
 */
export async function keyLetter(ctx: DeskContext, input: KeyLetter): Promise<LetterKeyed> {
  requireMay(ctx.actor, 'mailroom.settle');
  if (ctx.actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
  const staffId = ctx.actor.staffId;
  const service = ctx.catalogue.find(input.service, input.version);
  if (!service) throw new DeskError('not-found', 'unknown-service');
  const now = ctx.clock.now();
  depositedAtOf(input.depositedOn, now);
  const kept = await transact<Kept>(ctx, 'mailroom.settle', async (tx) => {
    const letter = await lockLetter(tx, ctx, input);
    if (letter.isSettled) return tx.unchanged({ kind: 'ready' });
    if (letter.isKept) return tx.unchanged({ kind: letter.waits ? 'keyed-already' : 'ready-kept' });
    const sampled = sampledPaths(ctx, { id: input.letterId, fields: letter.fields }, service, input.share);
    const asked = letter.isAnswer ? partOf(service, askedOn(letter)) : service;
    const paths = unconfirmedPaths(asked, letter, sampled, input.answers, input.fields);
    if (paths.length > 0) return tx.unchanged({ kind: 'unconfirmed', paths });
    const decided = await decidedPaths(tx, { letterId: input.letterId, key: letter.key });
    const critical = criticalAnswers(service, input.answers).filter(
      ({ path, value }) => value !== undefined || decided.has(path) || isDoubted(letter.fields, path),
    );
    const asks = {
      letterId: input.letterId,
      firstBy: staffId,
      service,
      fields: letter.fields,
      key: letter.key,
    };
    const checks = await askChecks(tx, { ...asks, reason: 'double', answers: critical });
    if (checks === 0) return tx.unchanged({ kind: 'ready', letter });
    await forgetOtherChecks(
      tx,
      input.letterId,
      critical.map(({ path }) => path),
    );
    await keep(tx, input, letter.key, staffId);
    await count(tx, ctx, input, service, letter, staffId);
    return tx.record(
      { subject: { kind: 'letter', id: input.letterId }, kind: 'letter.keyed', data: { checks } },
      { kind: 'waits', checks },
    );
  });
  if (kept.kind === 'ready-kept') return settleKeyedLetter(ctx, input.letterId);
  if (kept.kind !== 'ready') return kept;
  const { letter } = kept;
  return confirmLetter(ctx, input, async (tx) => {
    if (letter) await count(tx, ctx, input, service, letter, staffId);
  });
}

type Kept =
  | { kind: 'ready'; letter?: OpenLetter }
  | { kind: 'ready-kept' }
  | Extract<LetterKeyed, { kind: 'unconfirmed' | 'waits' | 'keyed-already' }>;

interface OpenLetter {
  fields: FieldReading[];
  key: OpenKey;
  isSettled: boolean;
  isKept: boolean;
  /** It came on a form that was printed for a case. */
  isAnswer: boolean;
  /** A second or third person is still to be heard. */
  waits: boolean;
}

async function lockLetter(
  tx: DeskTx,
  ctx: DeskContext,
  { letterId, service }: KeyLetter,
): Promise<OpenLetter> {
  const [row] = await tx.sql<[LetterRow?]>`
    select service_code, service_version, data_key, sealed, settled_as, keyed_at
    from letter where id = ${letterId} for update`;
  if (!row) throw new DeskError('not-found', 'no-such-letter');
  if (row.settledAs !== null && row.settledAs !== 'case') throw new DeskError('conflict', 'letter-settled');
  if (row.serviceCode !== null && row.serviceCode !== service)
    throw new DeskError('not-found', 'unknown-service');
  // Asked once the letter is locked: before, what another person was writing did not show.
  const [open] = await tx.sql<[{ checks: number }]>`
    select count(*)::int as checks from field_check
    where letter_id = ${letterId} and reason = 'double' and settled_at is null`;
  const key = unwrapDataKey(ctx.keyring, `letter:${letterId}`, row.dataKey);
  const reading = key.open('reading', row.sealed) as StoredReading;
  const printed = ctx.catalogue.find(row.serviceCode ?? '', row.serviceVersion ?? undefined);
  const fields = alignEntries(reading.fields);
  return {
    fields: printed ? underThreshold(printed, fields, await thresholdsIn(tx.sql)) : fields,
    key,
    isSettled: row.settledAs !== null,
    isKept: row.keyedAt !== null,
    isAnswer: row.serviceCode !== null && reading.reference !== undefined,
    waits: open.checks > 0,
  };
}

interface LetterRow {
  serviceCode: string | null;
  serviceVersion: number | null;
  dataKey: Buffer;
  sealed: Buffer;
  settledAs: string | null;
  keyedAt: Date | null;
}

async function keep(tx: DeskTx, input: KeyLetter, key: OpenKey, staffId: StaffId): Promise<void> {
  const { service, version, language, answers, provenance, depositedOn } = input;
  const kept: KeptLetter = { service, version, language, answers, provenance, depositedOn };
  await tx.sql`
    update letter set keyed_at = ${tx.now}, keyed_by = ${staffId}, keyed = ${key.seal('keyed', kept)}
    where id = ${input.letterId}`;
}

/** Counts what was done, and has a sample of what the person keyed keyed by another. */
async function count(
  tx: DeskTx,
  ctx: DeskContext,
  input: KeyLetter,
  service: CompiledService,
  letter: OpenLetter,
  staffId: StaffId,
): Promise<void> {
  const { letterId, answers } = input;
  const confidenceOf = (path: string) =>
    Math.min(1, ...letter.fields.filter((field) => field.path === path).map(({ confidence }) => confidence));
  await countKeying(tx, {
    letterId,
    staffId,
    fields: input.fields.map((field) => ({
      ...field,
      content: contentKind(service, field.path),
      confidence: confidenceOf(field.path),
    })),
    unread: letter.fields.length === 0 ? Object.keys(answers).length : 0,
  });
  const touched = input.fields.filter(({ how }) => how !== 'left').map(({ path }) => path);
  const audited = answerPaths(service, answers).filter(
    ({ path }) =>
      isAudited(service, path) &&
      (letter.fields.length === 0 || touched.some((one) => one === path || one.startsWith(`${path}.`))) &&
      isSampled(ctx.keyring, 'keying', letterId, path, input.share),
  );
  const asks = { letterId, firstBy: staffId, service, fields: letter.fields, key: letter.key };
  await askChecks(tx, { ...asks, reason: 'sample', answers: audited });
}

/** Long texts are never keyed alike; consents, files and slots are not keyed again; what two persons key anyway needs no sample. */
function isAudited(service: CompiledService, path: string): boolean {
  const question = questionAt(service, path)?.question;
  if (question === undefined || question.keying === 'double') return false;
  return !['long-text', 'consent', 'file', 'slot', 'ranking', 'information', 'group'].includes(question.type);
}

function isDoubted(fields: readonly FieldReading[], path: string): boolean {
  return fields.some(
    (field) => field.doubts.length > 0 && (field.path === path || field.path.startsWith(`${path}.`)),
  );
}
