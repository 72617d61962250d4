import { type CaseId, type DeliveryId, hour, type ReplyId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { askForAddress } from './ask-for-address.ts';
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
          team: string;
          isLedAround: boolean;
        }?,
      ]
    >`
      select d.id, d.case_id, d.reply_id, d.way, d.attempt, d.fate, c.team, r.to_sealed is not null as is_led_around
      from delivery d join reply r on r.id = d.reply_id join cases c on c.id = d.case_id
      where d.provider_id = ${input.providerId} or (d.provider_id is null and d.id = ${input.deliveryId ?? null})
      order by d.attempt desc limit 1 for update of d`;
    if (!found) return tx.unchanged(false);
    if (!(await settleFate(tx, found, { ...news, providerId: input.providerId }))) return tx.unchanged(false);
    const isCalledAgain =
      found.way === 'voice' && unanswered.includes(input.status) && found.attempt < callsMax;
    if (isCalledAgain)
      await tx.stage(
        'correspondence.send',
        { replyId: found.replyId },
        new Date(tx.now.getTime() + callAgainMs),
      );
    else if (news.fate === 'bounced' && found.isLedAround) await askForAddress(tx, found);
    const data = { deliveryId: found.id, way: found.way, status: input.status };
    return tx.record({ subject: { kind: 'case', id: found.caseId }, kind: `reply.${news.fate}`, data }, true);
  });
}
