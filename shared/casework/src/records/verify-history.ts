import { type ChainedEvent, chainStart, hashOf } from '../audit/chain.ts';
import { requireMay } from '../audit/permissions.ts';
import { enterAs } from '../audit/enter-as.ts';
import type { DeskContext } from '../context.ts';

/** The first broken link of one subject's history. */
export interface BrokenHistory {
  subjectId: string;
  seq: number;
  why: 'edited' | 'missing' | 'moved' | 'cut-short' | 'no-head';
}

export interface Verified {
  subjects: number;
  events: number;
  broken: number;
}

interface Link extends ChainedEvent {
  headSeq: number | null;
  headHash: Buffer | null;
}

const pageSize = 500;

/**
 * Walks every history from its first event to its head and tells the first broken link of each.
 *
 * Guarantee: finds an edited, removed, added or moved event, and a history cut short at its end; reads one moment of the
 *   database, whatever is written meanwhile.
 */
export async function verifyHistory(
  ctx: DeskContext,
  onBroken: (broken: BrokenHistory) => void,
): Promise<Verified> {
  requireMay(ctx.actor, 'records.keep');
  const found: Verified = { subjects: 0, events: 0, broken: 0 };
  const tell = (broken: BrokenHistory) => {
    found.broken += 1;
    onBroken(broken);
  };
  await ctx.sql.begin('isolation level repeatable read read only', async (sql) => {
    await enterAs(sql, ctx.actor);
    const pages = sql<Link[]>`
      select e.subject_id, e.seq, e.subject_kind, e.kind, e.actor_kind, e.actor_id, e.at, e.data, e.previous_hash, e.hash,
        h.seq as head_seq, h.hash as head_hash
      from event e left join event_head h on h.subject_id = e.subject_id
      order by e.subject_id, e.seq`.cursor(pageSize);
    let last: Link | undefined;
    let isBroken = false;
    for await (const page of pages) {
      for (const link of page) {
        const isFirst = last?.subjectId !== link.subjectId;
        if (isFirst) {
          if (last && !isBroken) endOf(last, tell);
          found.subjects += 1;
          isBroken = false;
        }
        found.events += 1;
        const why = isBroken ? undefined : faultOf(link, isFirst ? undefined : last);
        if (why) {
          isBroken = true;
          tell({ subjectId: link.subjectId, seq: link.seq, why });
        }
        last = link;
      }
    }
    if (last && !isBroken) endOf(last, tell);
    // A head whose events are all gone.
    const bare = await sql<{ subjectId: string; seq: number }[]>`
      select h.subject_id, h.seq from event_head h
      where h.seq > 0 and not exists (select 1 from event e where e.subject_id = h.subject_id)`;
    for (const { subjectId, seq } of bare) tell({ subjectId, seq, why: 'missing' });
  });
  return found;
}

function faultOf(link: Link, before: Link | undefined): BrokenHistory['why'] | undefined {
  if (link.seq !== (before?.seq ?? 0) + 1) return 'missing';
  if (!link.previousHash.equals(before?.hash ?? chainStart)) return 'moved';
  return hashOf(link).equals(link.hash) ? undefined : 'edited';
}

function endOf(last: Link, tell: (broken: BrokenHistory) => void): void {
  const { subjectId, seq } = last;
  if (last.headHash === null) tell({ subjectId, seq, why: 'no-head' });
  else if (last.headSeq !== seq || !last.headHash.equals(last.hash))
    tell({ subjectId, seq, why: 'cut-short' });
}
