import type { ToSay } from '@guichet/casework';
import { sendEmail } from '@guichet/channels/web';
import { formatReference, type Language } from '@guichet/kernel';
import type { CorrespondenceContext } from '../correspondence-context.ts';

const subjects: Record<Language, Record<ToSay['purpose'], string>> = {
  fr: {
    acknowledgement: 'Demande reçue',
    question: 'Une question au sujet de votre demande',
    decision: 'Réponse à votre demande',
    news: 'Des nouvelles de votre demande',
  },
  en: {
    acknowledgement: 'Request received',
    question: 'A question about your request',
    decision: 'Answer to your request',
    news: 'News of your request',
  },
};

/** Sends a reply by e-mail. Guarantee: at most one attempt. */
export function emailReply(ctx: CorrespondenceContext, say: Extract<ToSay, { way: 'email' }>) {
  const { language, reference, service, words } = say;
  const follow = {
    fr: `Suivre votre demande : ${ctx.publicUrl}/`,
    en: `Follow your request: ${ctx.publicUrl}/en/`,
  };
  const about = {
    fr: `Référence : ${formatReference(reference)} (${service})`,
    en: `Reference: ${formatReference(reference)} (${service})`,
  };
  return sendEmail(ctx.mailer, {
    deliveryId: say.deliveryId,
    from: ctx.mailFrom,
    to: say.email,
    language,
    subject: `${subjects[language][say.purpose]} (${formatReference(reference)})`,
    text: [words, `${about[language]}\n${follow[language]}`, `-- \n${ctx.organisation[language]}`].join(
      '\n\n',
    ),
  });
}
