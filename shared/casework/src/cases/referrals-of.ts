import type { CompiledService } from '@guichet/catalogue';
import type { CaseId } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import type { OpenKey } from '../privacy/case-key.ts';
import { answersOf } from './answers-of.ts';
import type { TellingWay } from './tell-body.ts';

/** A body that a case's answers name, and how far it is with it. */
export interface CaseReferral {
  /** The referral's key in the definition. */
  key: string;
  /** Whether the consent it takes was given. */
  agreed: boolean;
  /** Keys of the questions whose answers are told. */
  tells: string[];
  told: { at: Date; by: string; way: TellingWay; newsDueAt: Date | null } | null;
  news: { at: Date; by: string; words: string } | null;
}

interface Row {
  key: string;
  toldAt: Date;
  toldBy: string;
  way: TellingWay;
  newsDueAt: Date | null;
  newsAt: Date | null;
  newsBy: string | null;
  sealed: Buffer | null;
}

/** Gives the bodies to be told of a case, in the definition's order, with what was told and what came of it; none once its data are destroyed. */
export async function referralsOf(
  sql: Tx,
  caseId: CaseId,
  service: CompiledService | undefined,
  key: OpenKey | undefined,
): Promise<CaseReferral[]> {
  if (key === undefined || service?.definition.referrals === undefined) return [];
  const [answers, rows] = await Promise.all([
    answersOf(sql, caseId, key),
    sql<Row[]>`
      select r.key, r.told_at, t.name as told_by, r.way, r.news_due_at, r.news_at, n.name as news_by, r.sealed
      from referral r join staff t on t.id = r.told_by left join staff n on n.id = r.news_by where r.case_id = ${caseId}`,
  ]);
  const known = new Map(rows.map((row) => [row.key, row]));
  return service.referrals(answers).map(({ referral, agreed, tells }) => {
    const row = known.get(referral.key);
    return {
      key: referral.key,
      agreed,
      tells: tells.map((question) => question.key),
      told: row ? { at: row.toldAt, by: row.toldBy, way: row.way, newsDueAt: row.newsDueAt } : null,
      news:
        row?.newsAt && row.newsBy && row.sealed
          ? { at: row.newsAt, by: row.newsBy, words: newsIn(key, row.key, row.sealed) }
          : null,
    };
  });
}

const newsIn = (key: OpenKey, referral: string, sealed: Buffer): string =>
  (key.open(`referral:${referral}`, sealed) as { words: string }).words;
