import { type LetterAnswer, prepareAnswer, settleAnswer } from '@guichet/casework';
import { sendEmail } from '@guichet/channels/web';
import type { Handlers } from '@guichet/jobs';
import type { Language, LetterId } from '@guichet/kernel';
import type { CorrespondenceContext } from '../correspondence-context.ts';

const subjects: Record<Language, string> = { fr: 'Votre lettre', en: 'Your letter' };

/**
 * Sends by e-mail what we answer to a letter that is not for us.
 *
 * Guarantee: the person receives at most one; what may or may not have left is never sent again blindly.
 */
export const answerLetter: Handlers<'correspondence', CorrespondenceContext>['correspondence.answer-letter'] =
  async ({ letterId }, { outboxId }, ctx) => {
    const id = letterId as LetterId;
    const answer = await prepareAnswer(ctx.desk, outboxId, id);
    if (answer?.to.way !== 'email') return;
    const outcome = await sendEmail(ctx.mailer, message(ctx, id, answer, answer.to.email));
    await settleAnswer(ctx.desk, outboxId, id, outcome);
  };

function message(ctx: CorrespondenceContext, id: LetterId, { language, words }: LetterAnswer, to: string) {
  return {
    deliveryId: id,
    from: ctx.mailFrom,
    to,
    language,
    subject: subjects[language],
    text: `${words}\n\n-- \n${ctx.organisation[language]}`,
  };
}
