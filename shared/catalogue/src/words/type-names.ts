import type { Bilingual } from '@guichet/kernel';
import type { QuestionType } from '../definition.ts';

/** What each type of question is called by people. */
export const typeNames: Record<QuestionType, Bilingual> = {
  text: { fr: 'texte court', en: 'short text' },
  'long-text': { fr: 'texte long', en: 'long text' },
  choice: { fr: 'un choix', en: 'one choice' },
  choices: { fr: 'plusieurs choix', en: 'several choices' },
  'yes-no': { fr: 'oui ou non', en: 'yes or no' },
  date: { fr: 'date', en: 'date' },
  number: { fr: 'nombre', en: 'number' },
  money: { fr: 'montant', en: 'amount of money' },
  phone: { fr: 'téléphone', en: 'telephone number' },
  email: { fr: 'courriel', en: 'email' },
  address: { fr: 'adresse', en: 'address' },
  place: { fr: 'lieu', en: 'place' },
  person: { fr: 'personne', en: 'person' },
  identifier: { fr: 'identifiant', en: 'identifier' },
  file: { fr: 'document', en: 'document' },
  consent: { fr: 'consentement', en: 'consent' },
  scale: { fr: 'échelle', en: 'scale' },
  ranking: { fr: 'classement', en: 'ranking' },
  slot: { fr: 'rendez-vous', en: 'appointment' },
  group: { fr: 'liste', en: 'list' },
  information: { fr: 'information', en: 'information' },
};
