import { type Bilingual, formatReference, type Language } from '@guichet/kernel';

export interface EmailWords {
  purpose: 'acknowledgement' | 'question' | 'decision' | 'news' | 'appointment';
  language: Language;
  reference: string;
  /** The service's name in the person's language. */
  service: string;
  words: string;
  publicUrl: string;
  organisation: Bilingual;
}

const subjects: Record<Language, Record<EmailWords['purpose'], string>> = {
  fr: {
    acknowledgement: 'Demande reçue',
    question: 'Une question au sujet de votre demande',
    decision: 'Réponse à votre demande',
    news: 'Des nouvelles de votre demande',
    appointment: 'Votre rendez-vous',
  },
  en: {
    acknowledgement: 'Request received',
    question: 'A question about your request',
    decision: 'Answer to your request',
    news: 'News of your request',
    appointment: 'Your appointment',
  },
};

/** Writes a reply as an e-mail: its subject, and its words with what they are about and where to follow it. */
export function emailWords({
  purpose,
  language,
  reference,
  service,
  words,
  publicUrl,
  organisation,
}: EmailWords): { subject: string; text: string } {
  const number = formatReference(reference);
  // The words of an appointment name its service where they may.
  const of = purpose === 'appointment' ? '' : ` (${service})`;
  const follow = {
    fr: `Référence : ${number}${of}\nSuivre votre demande : ${publicUrl}/`,
    en: `Reference: ${number}${of}\nFollow your request: ${publicUrl}/en/`,
  };
  return {
    subject: `${subjects[language][purpose]} (${number})`,
    text: [words, follow[language], `-- \n${organisation[language]}`].join('\n\n'),
  };
}
