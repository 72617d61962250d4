import type { CaseId, LetterId } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';

/** Whose posting it is: of a case, or, without one, of the letter that it answers. */
export interface PostingOwner {
  caseId: CaseId | null;
  /** The letter that no case holds, and that this answers. */
  letterId: LetterId | null;
}

/** Gives what an event about a posting is about. */
export function subjectOfPosting({ caseId, letterId }: PostingOwner) {
  if (caseId !== null) return { kind: 'case', id: caseId } as const;
  if (letterId !== null) return { kind: 'letter', id: letterId } as const;
  throw new Error('a posting is of a case or of a letter');
}

/**
 * Gives the statement's parts that every list of postings shares: what is joined to `letter_print p`, and what a row says.
 *
 * Guarantee: row security of postings decides which are seen; what is joined only says more of them.
 */
export function postingParts(sql: Tx) {
  return {
    joins: sql`
      left join cases c on c.id = p.case_id left join delivery d on d.id = p.delivery_id left join reply r on r.id = d.reply_id
      left join letter_answer a on a.id = p.answer_id left join letter l on l.id = a.letter_id`,
    columns: sql`p.id, p.kind, p.case_id, l.id as letter_id, c.reference, c.service_code, c.service_version,
      coalesce(r.purpose, a.purpose) as purpose, p.pages`,
    keys: sql`c.data_key as case_key, l.data_key as letter_key, p.to_sealed`,
  };
}
