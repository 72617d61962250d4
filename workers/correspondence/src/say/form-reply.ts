import { keepPrintedForm, pageKey, queueLetter, type ToSay, todayOf } from '@guichet/casework';
import { type CompiledService, writeDate, writePhone } from '@guichet/catalogue';
import {
  addressBlock,
  fieldLayout,
  layoutForm,
  newSerial,
  pageSigner,
  renderForm,
} from '@guichet/channels/mail';
import { day } from '@guichet/kernel';
import type { CorrespondenceContext } from '../correspondence-context.ts';

/** As long as a draft waits for its person. */
const answerWithinMs = 30 * day;

/**
 * Writes a question as a letter with the form to answer it on, and puts it in the print queue.
 *
 * Guarantee: the window shows the name and the address alone; the form holds none of the person's answers; its pages name the
 *   case, and where its fields stand is kept before it is printed, so that it is read when it comes back.
 */
export async function formReply(
  ctx: CorrespondenceContext,
  outboxId: string,
  say: Extract<ToSay, { way: 'letter' }>,
  service: CompiledService,
): Promise<void> {
  const { desk, organisation, paper, phone, publicUrl, senderAddress } = ctx;
  const { language, reference, form } = say;
  const to = addressBlock(say.name, say.address, language);
  const serial = newSerial();
  const now = desk.clock.now();
  const layout = layoutForm(service, language, {
    organisation: organisation[language],
    returnAddress: senderAddress,
    serial,
    sign: pageSigner(pageKey(desk.keyring)),
    online: publicUrl.replace(/^https?:\/\//, ''),
    ...(phone === undefined ? {} : { phone: writePhone(phone.from) }),
    paper,
    request: {
      about: { kind: 'case', reference },
      recipient: to,
      date: writeDate(todayOf(now), language),
      replyBy: writeDate(todayOf(new Date(now.getTime() + answerWithinMs)), language),
      paragraphs: form?.said === undefined ? [] : form.said.split(/\n{2,}/),
      asks: (form?.asks ?? []).map((key) => ({ key, conditional: false })),
    },
  });
  await keepPrintedForm(desk, fieldLayout(layout));
  const pdf = await renderForm(layout);
  const letter = { pdf, pages: layout.pages.length, code: serial, to, kind: 'form' } as const;
  await queueLetter(desk, outboxId, say.deliveryId, letter);
}
