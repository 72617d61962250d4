import { type CaseId, type DeliveryId, hour, type ReplyId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { type Fate, settleFate } from './delivery-fate.ts';
import { providerNews } from './provider-status.ts';

export interface ProviderStatus {
  /** The provider's id of the message or call. */
  providerId: string;
  /** Ours, where the callback's address carries it: the provider may be quicker than our own note of its id. */
  deliveryId?: DeliveryId;
  status: string;
}

/** A call that nobody took is made again, so many times in all. */
const callsMax = 3;
const callAgainMs = hour;
const unanswered = ['busy', 'no-answer'];

/**
 * Takes the provider's later news of a delivery: delivered, bounced. Gives whether it changed anything.
 *
 * Guarantee: what is final stays; news in any order, or repeated, ends the same; news of nothing of ours changes nothing.
 */
export async function settleByProvider(ctx: DeskContext, input: ProviderStatus): Promise<boolean> {
  return transact(ctx, 'reply.deliver', async (tx) => {
    const news = providerNews(input.status);
    if (!news) return tx.unchanged(false);
    const [found] = await tx.sql<
      [
        {
          id: DeliveryId;
          caseId: CaseId;
          replyId: ReplyId;
          way: string;
          attempt: number;
          fate: Fate | null;
        }?,
      ]
    >`
      select id, case_id, reply_id, way, attempt, fate from delivery
      where provider_id = ${input.providerId} or (provider_id is null and id = ${input.deliveryId ?? null})
      order by attempt desc limit 1 for update`;
    if (!found) return tx.unchanged(false);
    if (!(await settleFate(tx, found, { ...news, providerId: input.providerId }))) return tx.unchanged(false);
    if (found.way === 'voice' && unanswered.includes(input.status) && found.attempt < callsMax)
      await tx.stage(
        'correspondence.send',
        { replyId: found.replyId },
        new Date(tx.now.getTime() + callAgainMs),
      );
    const data = { deliveryId: found.id, way: found.way, status: input.status };
    return tx.record({ subject: { kind: 'case', id: found.caseId }, kind: `reply.${news.fate}`, data }, true);
  });
}
