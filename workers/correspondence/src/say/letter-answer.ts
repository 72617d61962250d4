import { type LetterAnswer, pageKey, queueAnswer, todayOf } from '@guichet/casework';
import { writeDate } from '@guichet/catalogue';
import { letterPdf, newSerial, pageSigner } from '@guichet/channels/mail';
import type { Id, Language } from '@guichet/kernel';
import type { CorrespondenceContext } from '../correspondence-context.ts';

/** What we write about to who sent a letter that no case holds. */
export const answerSubjects: Record<Language, string> = { fr: 'Votre lettre', en: 'Your letter' };

/** Writes an answer to who sent a letter that no case holds, and puts it in the print queue. Guarantee: one letter an answer. */
export async function letterAnswer(
  { desk, paper, senderAddress }: Pick<CorrespondenceContext, 'desk' | 'paper' | 'senderAddress'>,
  outboxId: string,
  answerId: Id<'letter-answer'>,
  { language, words }: LetterAnswer,
  { name, lines }: Extract<LetterAnswer['to'], { way: 'letter' }>,
): Promise<void> {
  const to = { name, lines };
  const code = newSerial();
  const { pdf, pages } = await letterPdf({
    language,
    sender: senderAddress,
    recipient: to,
    serial: code,
    date: writeDate(todayOf(desk.clock.now()), language),
    subject: answerSubjects[language],
    paragraphs: words.split(/\n{2,}/),
    sign: pageSigner(pageKey(desk.keyring)),
    paper,
  });
  await queueAnswer(desk, outboxId, answerId, { pdf, pages, code, to });
}
