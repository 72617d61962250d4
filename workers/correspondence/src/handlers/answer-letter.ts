import { type LetterAnswer, prepareAnswer, settleAnswer } from '@guichet/casework';
import { sendEmail } from '@guichet/channels/web';
import type { Handlers } from '@guichet/jobs';
import type { Id } from '@guichet/kernel';
import type { CorrespondenceContext } from '../correspondence-context.ts';
import { answerSubjects, letterAnswer } from '../say/letter-answer.ts';

/**
 * Sends what we write to who sent a letter that no case holds: by e-mail, or as a letter by way of the print queue.
 *
 * Guarantee: the person receives at most one; what may or may not have left is never sent again blindly.
 */
export const answerLetter: Handlers<'correspondence', CorrespondenceContext>['correspondence.answer-letter'] =
  async ({ answerId }, { outboxId }, ctx) => {
    const id = answerId as Id<'letter-answer'>;
    const answer = await prepareAnswer(ctx.desk, outboxId, id);
    if (answer === undefined) return;
    if (answer.to.way === 'letter') return letterAnswer(ctx, outboxId, id, answer, answer.to);
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
    subject: answerSubjects[language],
    text: `${words}\n\n-- \n${ctx.organisation[language]}`,
  };
}
