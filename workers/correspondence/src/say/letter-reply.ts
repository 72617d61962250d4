import { queueLetter, type ToSay, todayOf } from '@guichet/casework';
import { formatReference, type Language } from '@guichet/kernel';
import type { CorrespondenceContext } from '../correspondence-context.ts';

interface LetterFacts {
  language: Language;
  organisation: string;
  senderAddress: readonly string[];
  recipient: { name: string; address: Extract<ToSay, { way: 'letter' }>['address'] };
  reference: string;
  subject: string;
  words: string;
  /** ISO day. */
  writtenOn: string;
}
type LetterPdf = (letter: LetterFacts) => Promise<Uint8Array>;

/** Writes a reply as a letter and puts it in the print queue. Guarantee: one letter a delivery. */
export async function letterReply(
  ctx: CorrespondenceContext,
  outboxId: string,
  say: Extract<ToSay, { way: 'letter' }>,
): Promise<void> {
  const { letterPdf } = (await import('@guichet/channels/mail')) as unknown as { letterPdf: LetterPdf };
  const pdf = await letterPdf({
    language: say.language,
    organisation: ctx.organisation[say.language],
    senderAddress: ctx.senderAddress,
    recipient: { name: say.name, address: say.address },
    reference: formatReference(say.reference),
    subject: say.service,
    words: say.words,
    writtenOn: todayOf(ctx.desk.clock.now()),
  });
  await queueLetter(ctx.desk, outboxId, say.deliveryId, Buffer.from(pdf));
}
