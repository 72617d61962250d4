import type { Bilingual } from '@guichet/kernel';
import type { Condition, Question, ServiceDefinition } from './definition.ts';

/** The keys of the questions by which someone says that they act for another person. */
export const behalfKeys = { whose: 'behalf-whose', name: 'behalf-name', role: 'behalf-role' } as const;

const purpose: Bilingual = {
  fr: 'Pour savoir qui agit au nom de la personne, et à quel titre.',
  en: 'To know who acts for the person, and in what capacity.',
};

/** Makes the questions asked first of a service with a mandate: for whom, and by whom. */
export function behalfBlock({ who }: ServiceDefinition): Question[] {
  if (who.mandate === undefined) return [];
  const forAnother: Condition = { is: { question: behalfKeys.whose, value: 'another' } };
  return [
    {
      key: behalfKeys.whose,
      type: 'choice',
      label: { fr: 'Pour qui faites-vous cette demande?', en: 'Who are you making this request for?' },
      required: true,
      sensitivity: 'open',
      options: [
        { key: 'myself', label: { fr: 'Pour moi', en: 'For myself' } },
        { key: 'another', label: { fr: 'Pour une autre personne', en: 'For another person' } },
      ],
    },
    {
      key: behalfKeys.name,
      type: 'person',
      birthDate: false,
      label: {
        fr: 'Votre nom, à vous qui faites la demande',
        en: 'Your own name, as the person making the request',
      },
      help: {
        fr: 'Les autres questions portent sur la personne que vous représentez.',
        en: 'The other questions are about the person you represent.',
      },
      required: true,
      when: forAnother,
      sensitivity: 'personal',
      purpose,
    },
    {
      key: behalfKeys.role,
      type: 'choice',
      label: { fr: 'À quel titre agissez-vous?', en: 'In what capacity do you act?' },
      help: who.mandate.proof,
      // By telephone nobody sees a help beside the question: the proof to have ready must be heard.
      helpFor: { phone: who.mandate.proof },
      required: true,
      when: forAnother,
      sensitivity: 'personal',
      purpose,
      options: who.mandate.roles,
    },
  ];
}
