import { pageKey, queueLetter, type ToSay, todayOf } from '@guichet/casework';
import { writeDate } from '@guichet/catalogue';
import { addressBlock, letterPdf, newSerial, pageSigner } from '@guichet/channels/mail';
import type { CorrespondenceContext } from '../correspondence-context.ts';
import { formReply } from './form-reply.ts';

/** Writes a reply as a letter, with the questions it asks as a form, and puts it in the print queue. Guarantee: one letter a delivery. */
export async function letterReply(
  ctx: CorrespondenceContext,
  outboxId: string,
  say: Extract<ToSay, { way: 'letter' }>,
): Promise<void> {
  const { desk, paper, senderAddress } = ctx;
  const asked = say.form && desk.catalogue.find(say.form.code, say.form.version);
  if (asked) return formReply(ctx, outboxId, say, asked);
  const { language, reference } = say;
  const to = addressBlock(say.name, say.address, language);
  const code = newSerial();
  const { pdf, pages } = await letterPdf({
    language,
    sender: senderAddress,
    recipient: to,
    reference,
    serial: code,
    date: writeDate(todayOf(desk.clock.now()), language),
    subject: say.service,
    paragraphs: say.words.split(/\n{2,}/),
    sign: pageSigner(pageKey(desk.keyring)),
    paper,
  });
  await queueLetter(desk, outboxId, say.deliveryId, { pdf, pages, code, to });
}
