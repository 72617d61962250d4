import type { CompiledService, ReplyWay } from '@guichet/catalogue';
import type { CaseId, Language, Reference, ReplyId } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';
import { answersOf } from '../cases/answers-of.ts';
import { type ReplyPurpose, writeReply } from '../cases/write-reply.ts';
import { todayOf } from '../clocks/today.ts';
import type { DeskContext } from '../context.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import { mayBeSaidOtherwise, otherWay } from './other-way.ts';
import { returnedWords } from './returned-words.ts';

interface Unreached {
  caseId: CaseId;
  reference: Reference;
  serviceCode: string;
  serviceVersion: number;
  language: Language;
  purpose: ReplyPurpose;
  sealed: Buffer;
  dataKey: Buffer | null;
}

/**
 * Tells the person of a letter that came back, or that can't be posted, by another way that they can be reached by; gives the
 * way, undefined when there is none.
 *
 * Guarantee: the words of the letter go along only where nothing sensitive is asked, and never the code that opens a request.
 *   Whoever calls sees to it that it is done once.
 */
export async function tellAnotherWay(
  ctx: DeskContext,
  tx: DeskTx,
  replyId: ReplyId,
  /** When the letter was posted; undefined when it was not. */
  postedAt: Date | undefined,
): Promise<ReplyWay | undefined> {
  const [found] = await tx.sql<[Unreached]>`
    select r.case_id, c.reference, c.service_code, c.service_version, r.language, r.purpose, r.sealed, c.data_key
    from reply r join cases c on c.id = r.case_id where r.id = ${replyId}`;
  const service = ctx.catalogue.find(found.serviceCode, found.serviceVersion);
  if (service === undefined || found.dataKey === null) return undefined;
  const key = unwrapDataKey(ctx.keyring, `case:${found.caseId}`, found.dataKey);
  const to = otherWay(service, await answersOf(tx.sql, found.caseId, key));
  if (to === undefined) return undefined;
  const said = isWhole(service, found.purpose)
    ? (key.open(`reply:${replyId}`, found.sealed) as { words: string }).words
    : undefined;
  const words = returnedWords(
    {
      reference: found.reference,
      ...(postedAt === undefined ? {} : { postedOn: todayOf(postedAt) }),
      ...(said === undefined ? {} : { said }),
    },
    found.language,
  );
  const about = { id: found.caseId, replyWay: to.way, language: found.language };
  const notice = await writeReply(tx, about, key, 'news', words, to);
  await tx.stage('correspondence.send', { replyId: notice });
  return to.way;
}

/** The acknowledgement of a letter holds the code beside the reference. */
function isWhole(service: CompiledService, purpose: ReplyPurpose): boolean {
  return purpose !== 'acknowledgement' && mayBeSaidOtherwise(service);
}
