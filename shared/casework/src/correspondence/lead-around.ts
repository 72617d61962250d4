import type { ReplyWay } from '@guichet/catalogue';
import type { CaseId, ReplyId } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';
import { answersOf } from '../cases/answers-of.ts';
import type { ReplyPurpose } from '../cases/write-reply.ts';
import type { DeskContext } from '../context.ts';
import type { OpenKey } from '../privacy/case-key.ts';
import { askForAddress } from './ask-for-address.ts';
import { mayBeSaidOtherwise, otherWay } from './other-way.ts';
import { tellAnotherWay } from './tell-another-way.ts';

interface Letter {
  id: ReplyId;
  caseId: CaseId;
  team: string;
  purpose: ReplyPurpose;
  serviceCode: string;
  serviceVersion: number;
}

/**
 * Sends a letter that would go to an address that fails by another way of the person's; undefined when it has to wait for an
 * address: then they are told that it waits, or staff are asked to find one.
 */
export async function leadAround(
  ctx: DeskContext,
  tx: DeskTx,
  letter: Letter,
  key: OpenKey,
): Promise<{ way: ReplyWay; toSealed: Buffer } | undefined> {
  const service = ctx.catalogue.find(letter.serviceCode, letter.serviceVersion);
  const to = service && otherWay(service, await answersOf(tx.sql, letter.caseId, key));
  if (service && to && letter.purpose !== 'acknowledgement' && mayBeSaidOtherwise(service)) {
    const toSealed = key.seal(`reply-to:${letter.id}`, to);
    await tx.sql`update reply set way = ${to.way}, to_sealed = ${toSealed} where id = ${letter.id}`;
    await tx.note({
      subject: { kind: 'case', id: letter.caseId },
      kind: 'reply.led-around',
      data: { replyId: letter.id, from: 'letter', to: to.way },
    });
    return { way: to.way, toSealed };
  }
  if ((await tellAnotherWay(ctx, tx, letter.id, undefined)) === undefined) await askForAddress(tx, letter);
  return undefined;
}
