import { type LetterAnswer, prepareAnswer, settleAnswer } from '@guichet/casework';
import { sendEmail } from '@guichet/channels/web';
import type { Handlers } from '@guichet/jobs';
import type { Id, Language } from '@guichet/kernel';
import type { CorrespondenceContext } from '../correspondence-context.ts';

const subjects: Record<Language, string> = { fr: 'Votre lettre', en: 'Your letter' };

/**
 * Sends by e-mail what we write to who sent a letter that no case holds.
 *
 * Guarantee: the person receives at most one; what may or may not have left is never sent again blindly.
 */
export const answerLetter: Handlers<'correspondence', CorrespondenceContext>['correspondence.answer-letter'] =
  async ({ answerId }, { outboxId }, ctx) => {
    const id = answerId as Id<'letter-answer'>;
    const answer = await prepareAnswer(ctx.desk, outboxId, id);
    if (answer?.to.way !== 'email') return;
    const outcome = await sendEmail(ctx.mailer, message(ctx, id, answer, answer.to.email));
    await settleAnswer(ctx.desk, outboxId, id, outcome);
  };

function message(
  ctx: CorrespondenceContext,
  id: Id<'letter-answer'>,
  { language, words }: LetterAnswer,
  to: string,
) {
  return {
    deliveryId: id,
    from: ctx.mailFrom,
    to,
    language,
    subject: subjects[language],
    text: `${words}\n\n-- \n${ctx.organisation[language]}`,
  };
}
