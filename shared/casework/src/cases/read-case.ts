import type { AnswerValue, Provenance, Sensitivity } from '@guichet/catalogue';
import {
  type CaseId,
  type Channel,
  DeskError,
  type EvidenceId,
  type Language,
  type Reference,
} from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { type OpenKey, unwrapDataKey } from '../privacy/case-key.ts';
import { type IdentityProof, identityProofOf } from '../people/identity-proof.ts';
import { answersOf } from './answers-of.ts';
import { type CaseProposal, proposalsOf } from './closure/proposals-of.ts';
import { compareSeen } from './seen/compare-seen.ts';
import type { FieldChange } from './seen/fields-of.ts';
import { versionOf } from './seen/version-of.ts';
import { type CaseTalk, talkOf } from './contacts/talk-of.ts';
import { type CaseLink, type JoinedCase, joinedOf, linksOf } from './links/links-of.ts';
import { type CaseDraft, draftsOf } from './replies/case-draft.ts';
import { type CaseReferral, referralsOf } from './referrals-of.ts';
import { type CaseTransfer, transfersOf } from './transfers-of.ts';
import { stillMissing } from './still-missing.ts';

/** One answer as staff see it: `hidden` until revealed with a purpose. */
export interface CaseAnswer {
  question: string;
  sensitivity: Sensitivity;
  provenance: Provenance;
  /** Name of who typed or confirmed it, of the staff. */
  by: string | null;
  value: AnswerValue | undefined;
  hidden: boolean;
}

export interface CaseFile extends CaseTalk {
  links: CaseLink[];
  /** What came with the cases closed as duplicates of this one. */
  joined: JoinedCase[];
  transfers: CaseTransfer[];
  id: CaseId;
  reference: Reference;
  serviceCode: string;
  serviceVersion: number;
  language: Language;
  channel: Channel;
  team: string;
  depositedAt: Date;
  capturedAt: Date;
  dueAt: Date;
  replyWay: string;
  answers: CaseAnswer[];
  clocks: { kind: string; startedAt: Date; dueAt: Date; metAt: Date | null; overdueAt: Date | null }[];
  pausedAt: Date | null;
  heldBy: { staffId: string; name: string } | null;
  closure: {
    outcome: string;
    closedAt: Date;
    by: string;
    /** Who proposed it, where another person confirmed it. */
    proposedBy: string | null;
    reasons: string | null;
  } | null;
  /** Closures proposed to a second person. */
  proposals: CaseProposal[];
  /** The number of the last event that changed it: a form carries it, so that no save passes over a change. */
  version: number;
  /** What the actor has typed and not sent. */
  drafts: CaseDraft[];
  /** Of a save on an older version, what changed since it was seen. */
  changes?: FieldChange[];
  evidence: {
    /** Of which case it is: its own, or one closed as a duplicate of it. */
    reference: Reference;
    id: EvidenceId;
    kind: string;
    mediaType: string;
    fileName: string | null;
    page: number | null;
    bytes: number | null;
    createdAt: Date;
    storedAt: Date | null;
  }[];
  history: {
    seq: number;
    kind: string;
    actorKind: string;
    actorId: string;
    actorName: string | null;
    at: Date;
    data: Record<string, unknown>;
  }[];
  replies: { id: string; purpose: string; way: string; words: string; createdAt: Date; by: string | null }[];
  deliveries: {
    replyId: string;
    attempt: number;
    way: string;
    fate: string | null;
    detail: string | null;
    startedAt: Date;
    settledAt: Date | null;
  }[];
  /** How the person's identity was proven, where it was. */
  proof: IdentityProof | null;
  /** The bodies that the answers name. */
  referrals: CaseReferral[];
  /** Questions that the person can still be asked; none once the service left the shelf or the data was destroyed. */
  missing: string[];
}

export interface ReadCase {
  reference: string;
  /** Why sensitive answers are shown; absent leaves them hidden. 3 to 200 characters. */
  revealFor?: string;
  /** Tells what changed since this version, as the actor saw it. */
  since?: number;
}

/**
 * Gives a case as its page shows it, and leaves the event that says who opened it.
 *
 * Guarantee: every read of personal data by staff is an event; sensitive answers stay hidden unless a purpose is given,
 *   which the event keeps.
 * Errors: not-found — no such case, or of another team; invalid — the purpose is empty.
 */
export async function readCase(ctx: DeskContext, input: ReadCase): Promise<CaseFile> {
  return transact(ctx, 'case.read', async (tx) => {
    const purpose = input.revealFor?.trim();
    if (purpose !== undefined && (purpose.length < 3 || purpose.length > 200))
      throw new DeskError('invalid', 'purpose-missing');
    const found = await findCase(tx.sql, input.reference);
    const key =
      found.dataKey === null ? undefined : unwrapDataKey(ctx.keyring, `case:${found.id}`, found.dataKey);
    const service = ctx.catalogue.find(found.serviceCode, found.serviceVersion);
    // Before all else: what changes while it is read is a change since, never passed over.
    const version = await versionOf(tx.sql, found.id);
    // Asked for at once: one connection answers them in their order, without a way there and back for each.
    const [gathered, links, answered, proof, referrals, talk, transfers, proposals, drafts] =
      await Promise.all([
        gather(tx.sql, found, key, purpose !== undefined),
        linksOf(tx.sql, found.id),
        service && key ? answersOf(tx.sql, found.id, key) : undefined,
        identityProofOf(tx.sql, found.id),
        referralsOf(tx.sql, found.id, service, key),
        talkOf(tx.sql, found.id, key),
        transfersOf(tx.sql, found.id, key),
        proposalsOf(tx.sql, found.id, key),
        draftsOf(ctx, tx.sql, found.id, key),
      ]);
    const file = {
      ...gathered,
      missing: service && answered ? stillMissing(service, answered) : [],
      proof,
      referrals,
      ...talk,
      links,
      joined: await joinedOf(tx.sql, ctx.keyring, links),
      transfers,
      proposals,
      version,
      drafts,
    };
    const changes = key && (await compareSeen(ctx, tx, file, key, input.since));
    return tx.record(
      {
        subject: { kind: 'case', id: found.id },
        kind: purpose === undefined ? 'case.read' : 'case.revealed',
        data: purpose === undefined ? {} : { purpose },
      },
      changes === undefined ? file : { ...file, changes },
    );
  });
}

function closureOf<T extends { sealed: Buffer | null }>({ sealed, ...closure }: T, key: OpenKey | undefined) {
  const reasons = sealed && key ? (key.open('closure', sealed) as { words: string }).words : null;
  return { ...closure, reasons };
}

type Found = Pick<
  CaseFile,
  | 'id'
  | 'reference'
  | 'serviceCode'
  | 'serviceVersion'
  | 'language'
  | 'channel'
  | 'team'
  | 'depositedAt'
  | 'capturedAt'
  | 'dueAt'
  | 'replyWay'
> & { dataKey: Buffer | null };

async function findCase(sql: Tx, reference: string): Promise<Found> {
  const [row] = await sql<[Found?]>`
    select id, reference, service_code, service_version, language, channel, team, deposited_at, captured_at, due_at, reply_way, data_key
    from cases where reference = ${reference}`;
  if (!row) throw new DeskError('not-found', 'no-such-case');
  return row;
}

/** Reads what hangs on a case; each statement is one index range of the case, in the order it is shown. */
async function gather(
  sql: Tx,
  found: Found,
  key: OpenKey | undefined,
  reveal: boolean,
): Promise<
  Omit<
    CaseFile,
    | 'proof'
    | 'referrals'
    | 'missing'
    | 'links'
    | 'joined'
    | 'transfers'
    | 'proposals'
    | 'version'
    | 'drafts'
    | 'changes'
    | keyof CaseTalk
  >
> {
  const { dataKey: _, ...facts } = found;
  const id = found.id;
  const [answers, clocks, pauses, holders, closures, evidence, history, replies, deliveries] =
    await Promise.all([
      sql<
        {
          question: string;
          sensitivity: Sensitivity;
          value: AnswerValue | null;
          sealed: Buffer | null;
          provenance: Provenance;
          by: string | null;
        }[]
      >`
      select a.question, a.sensitivity, a.value, a.sealed, a.provenance, s.name as by
      from case_answer a left join staff s on s.id::text = a.provenance ->> 'by' where a.case_id = ${id} order by a.question`,
      sql<
        CaseFile['clocks']
      >`select kind, started_at, due_at, met_at, overdue_at from clock where case_id = ${id} order by due_at, kind`,
      sql<
        { startedAt: Date }[]
      >`select started_at from clock_pause where case_id = ${id} and ended_at is null`,
      sql<{ staffId: string; name: string }[]>`
      select a.staff_id, s.name from assignment a join staff s on s.id = a.staff_id where a.case_id = ${id} and a.ended_at is null`,
      sql<
        { outcome: string; closedAt: Date; by: string; proposedBy: string | null; sealed: Buffer | null }[]
      >`
      select k.outcome, k.closed_at, s.name as by, p.name as proposed_by, k.sealed
      from case_closure k join staff s on s.id = k.staff_id left join staff p on p.id = k.proposed_by where k.case_id = ${id}`,
      sql<CaseFile['evidence']>`
      select c.reference, e.id, e.kind, e.media_type, e.file_name, e.page, e.bytes, e.created_at, e.stored_at
      from evidence e join cases c on c.id = e.case_id
      where e.case_id = ${id} or e.case_id in (select l.case_id from case_link l where l.other_id = ${id} and l.kind = 'duplicate')
      order by e.created_at, e.page, e.id`,
      sql<CaseFile['history']>`
      select e.seq, e.kind, e.actor_kind, e.actor_id, s.name as actor_name, e.at, e.data
      from event e left join staff s on e.actor_kind = 'staff' and s.id::text = e.actor_id
      where e.subject_id = ${id} order by e.seq`,
      sql<{ id: string; purpose: string; way: string; sealed: Buffer; createdAt: Date; by: string | null }[]>`
      select r.id, r.purpose, r.way, r.sealed, r.created_at, s.name as by from reply r left join staff s on s.id = r.written_by
      where r.case_id = ${id} order by r.created_at, r.id`,
      sql<CaseFile['deliveries']>`
      select reply_id, attempt, way, fate, detail, started_at, settled_at from delivery where case_id = ${id} order by started_at, id`,
    ]);
  return {
    ...facts,
    answers: answers.map(({ question, sensitivity, value, sealed, provenance, by }) => {
      const hidden = sealed !== null && (key === undefined || (sensitivity === 'sensitive' && !reveal));
      const opened =
        sealed === null
          ? (value ?? undefined)
          : hidden
            ? undefined
            : (key?.open(`answer:${question}`, sealed) as AnswerValue);
      return { question, sensitivity, provenance, by, hidden, value: opened };
    }),
    clocks: [...clocks],
    pausedAt: pauses[0]?.startedAt ?? null,
    heldBy: holders[0] ?? null,
    closure: closures[0] ? closureOf(closures[0], key) : null,
    evidence: [...evidence],
    history: [...history],
    replies: replies.map(({ sealed, ...reply }) => ({
      ...reply,
      words: key ? wordsIn(key, reply.id, sealed) : '',
    })),
    deliveries: [...deliveries],
  };
}

function wordsIn(key: OpenKey, replyId: string, sealed: Buffer): string {
  return (key.open(`reply:${replyId}`, sealed) as { words: string }).words;
}
