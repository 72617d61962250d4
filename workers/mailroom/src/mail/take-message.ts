import type { Readable } from 'node:stream';
import { type DeskContext, receiveBatch, type ReceivedBatch } from '@guichet/casework';
import { DeskError } from '@guichet/kernel';
import { knownUpload, type Upload } from '@guichet/platform/http';
import type { Attachment, ParsedMail } from 'mailparser';

export interface TakenMessage {
  batches: ReceivedBatch[];
}

/**
 * Makes a batch of every attachment of a message, with its words kept sealed beside.
 *
 * Guarantee: no second copy of an attachment is held; all attachments are looked at before one is kept; each is one batch however often it comes.
 * Errors: invalid — `no-attachment`, or what is wrong with an attachment; not-now when the database is away.
 */
export async function takeMessage(ctx: DeskContext, raw: Readable): Promise<TakenMessage> {
  // Loaded at the first message: most mailrooms get none.
  const { simpleParser } = await import('mailparser');
  const mail = await simpleParser(raw, { skipTextToHtml: true, skipTextLinks: true, keepCidLinks: true });
  const uploads = mail.attachments.filter(isDocument).map(uploadOf);
  if (uploads.length === 0) throw new DeskError('invalid', 'no-attachment');
  const message = messageOf(mail);
  const batches: ReceivedBatch[] = [];
  for (const upload of uploads)
    batches.push(await receiveBatch(ctx, { ...upload, source: 'email', message }));
  return { batches };
}

/** What mail programs add by themselves: signatures, cards, invitations, and the pictures of a letterhead. */
const furniture =
  /^(application\/(pgp-signature|pkcs7-signature|x-pkcs7-signature)|text\/(vcard|x-vcard|calendar))$/;
/** Unit: bytes. A picture shown in the text and smaller than this is a logo, no scan. */
const logoMax = 60 * 1024;

function isDocument({ contentType, related, size }: Attachment): boolean {
  if (furniture.test(contentType)) return false;
  return !(related && contentType.startsWith('image/') && size < logoMax);
}

/** Known by what it holds, as a file sent at the desk is. */
function uploadOf({ content, filename }: Attachment): Upload {
  return knownUpload(content, filename ?? 'document');
}

/** What a person may want to know of where a file came from; the message itself is not kept. */
function messageOf(mail: ParsedMail): string {
  const to = [mail.to ?? []].flat().map(({ text }) => text);
  const head = [
    `De / From: ${mail.from?.text ?? ''}`,
    `À / To: ${to.join(', ')}`,
    `Date: ${mail.date?.toISOString() ?? ''}`,
    `Objet / Subject: ${mail.subject ?? ''}`,
    `Message-ID: ${mail.messageId ?? ''}`,
  ];
  return `${head.join('\n')}\n\n${(mail.text ?? '').slice(0, textMax)}\n`;
}

/** Unit: characters. */
const textMax = 100_000;
