import type { ErrorParams } from './error-params.ts';

/** What programs that act by a key, and those that are told of events, may be refused. */
export const programErrors = {
  'access-key-name': () => 'Dites à quoi la clé servira, en 60 caractères au maximum.',
  'access-key-days': (params: ErrorParams) => `Une clé est valide de 1 à ${params['max'] ?? 365} jours.`,
  'person-needed': () =>
    'Une clé d’accès ne suffit pas ici : une personne doit le faire elle-même, dans le guichet.',
  'webhook-url': () =>
    'Écrivez une adresse permise qui commence par https://, sans identifiant ni mot de passe.',
  'webhook-kinds': () => 'Choisissez au moins un événement.',
  'webhook-teams': () => 'Choisissez au moins une de vos équipes.',
  'webhook-ended': () => 'Les avis à cette adresse ont cessé.',
  'webhook-of-others': () => 'Ces avis portent aussi sur les dossiers d’équipes dont vous ne répondez pas.',
  'no-such-webhook': () => 'Cette adresse n’est pas inscrite.',
  'no-such-access-key': () => 'Cette clé est introuvable.',
  'access-key-refused': () =>
    'Il manque une clé d’accès valide : envoyez-la dans l’en-tête Authorization, après Bearer.',
  'idempotency-key-missing': () => 'L’en-tête Idempotency-Key est obligatoire : de 16 à 255 caractères.',
  'idempotency-key-reused': () => 'Cette clé a déjà servi pour une autre demande.',
  'no-such-delivery': () => 'Cet envoi est introuvable.',
  'too-many-requests': () => 'Trop de demandes dans la minute. Attendez un peu avant de continuer.',
};
