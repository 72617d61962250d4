import { pageKey, queueLetter, type ToSay, todayOf } from '@guichet/casework';
import { writeDate } from '@guichet/catalogue';
import { letterPdf, pageSigner } from '@guichet/channels/mail';
import type { CorrespondenceContext } from '../correspondence-context.ts';
import { addressLines } from './address-lines.ts';

/** Writes a reply as a letter and puts it in the print queue. Guarantee: one letter a delivery. */
export async function letterReply(
  { desk, senderAddress }: CorrespondenceContext,
  outboxId: string,
  say: Extract<ToSay, { way: 'letter' }>,
): Promise<void> {
  const { language, reference, name, address } = say;
  const pdf = await letterPdf({
    language,
    sender: senderAddress,
    recipient: { name, lines: addressLines(address, language) },
    reference,
    date: writeDate(todayOf(desk.clock.now()), language),
    subject: say.service,
    paragraphs: say.words.split(/\n{2,}/),
    sign: pageSigner(pageKey(desk.keyring)),
  });
  await queueLetter(desk, outboxId, say.deliveryId, pdf);
}
