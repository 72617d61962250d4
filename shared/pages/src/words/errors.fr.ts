/** Error pages, and the words of each public key of a refusal. */
export const errors = {
  notFoundTitle: 'Page introuvable',
  notFoundText: 'Cette page n’existe pas ou n’existe plus. Vérifiez l’adresse, ou revenez à l’accueil.',
  brokenTitle: 'Un problème est survenu',
  brokenText:
    'Le problème vient de nous. Ce que vous aviez déjà envoyé est conservé. Réessayez dans quelques minutes.',
  unavailableTitle: 'Service momentanément indisponible',
  unavailableText:
    'Rien de ce que vous avez envoyé n’est perdu. Réessayez dans quelques minutes, ou téléphonez-nous.',
  tooManyTitle: 'Trop d’essais',
  tooManyText: 'Attendez quelques minutes avant de réessayer.',
  csrfTitle: 'Cette page a expiré',
  csrfText:
    'Pour votre sécurité, rien n’a été envoyé. Revenez à la page précédente, rechargez-la et réessayez.',
  notAllowedTitle: 'Accès refusé',
  notAllowedText: 'Vous n’avez pas le droit de faire cette action.',
  goneTitle: 'Cette page n’est plus offerte',
  goneText: 'Ce lien a expiré ou a déjà servi.',
  conflictTitle: 'Cette action n’a pas pu être faite',
  invalidTitle: 'Cette demande n’a pas pu être lue',
  requestNumber: 'Numéro à donner si vous nous appelez',
  backHome: 'Revenir à l’accueil',
  keys: {
    'not-found': () => 'Nous ne trouvons pas ce que vous cherchez.',
    'not-allowed': () => 'Vous n’avez pas le droit de faire cette action.',
    conflict: () => 'Quelqu’un d’autre a changé ce dossier entre-temps. Rechargez la page.',
    invalid: () => 'Un renseignement est manquant ou mal écrit.',
    'not-now': () => 'Ce n’est pas possible pour le moment. Réessayez dans quelques minutes.',
    gone: () => 'Ce lien a expiré ou a déjà servi.',
    'too-many': () => 'Trop d’essais. Attendez quelques minutes avant de réessayer.',
    broken: () => 'Un problème est survenu de notre côté.',
    'desk-unavailable': () =>
      'Le service est momentanément indisponible. Rien n’est perdu : réessayez dans quelques minutes.',
    'unknown-service': () => 'Ce service n’existe pas.',
    'service-not-found': () => 'Ce service n’existe pas.',
    'case-not-found': () => 'Aucun dossier ne porte ce numéro.',
    'case-closed': () => 'Ce dossier est déjà fermé.',
    'already-closed': () => 'Ce dossier est déjà fermé.',
    'case-not-open': () => 'Ce dossier n’est pas ouvert.',
    'not-assigned': () => 'Ce dossier ne vous est pas attribué. Prenez-le d’abord.',
    'already-assigned': () => 'Quelqu’un d’autre a déjà pris ce dossier.',
    'already-paused': () => 'Ce dossier est déjà en pause.',
    'not-paused': () => 'Ce dossier n’est pas en pause.',
    'unknown-outcome': () => 'Cette décision n’existe pas pour ce service.',
    'draft-not-found': () => 'Cette demande en cours est introuvable ou a expiré.',
    'draft-expired': () => 'Cette demande en cours a expiré.',
    'evidence-not-found': () => 'Cette pièce est introuvable ou a été détruite.',
    'file-too-large': (params: ErrorParams) =>
      `Ce fichier est trop gros : ${params['megabytesMax'] ?? 25} Mo au maximum.`,
    'file-type': () => 'Ce type de fichier n’est pas accepté. Envoyez un PDF, un JPEG, un PNG ou un TIFF.',
    'file-empty': () => 'Ce fichier est vide.',
    'file-encrypted': () =>
      'Ce fichier est protégé par un mot de passe. Retirez la protection et renvoyez-le.',
    'file-unreadable': () => 'Ce fichier ne peut pas être lu. Il est peut-être endommagé.',
    'too-many-pages': (params: ErrorParams) =>
      `Ce fichier a trop de pages : ${params['pagesMax'] ?? 200} au maximum.`,
    'body-too-large': () => 'L’envoi est trop gros. S’il contient des fichiers, envoyez-les un à la fois.',
    'unsupported-media-type': () => 'Ce format d’envoi n’est pas accepté.',
    'unreadable-json': () => 'Le corps de la demande n’est pas du JSON valide.',
    'unreadable-form': () => 'Le formulaire envoyé ne peut pas être lu. Rechargez la page et réessayez.',
    'method-not-allowed': () => 'Cette adresse ne permet pas cette action.',
    'status-not-found': () => 'Nous ne trouvons pas de demande qui correspond à ces deux renseignements.',
    'too-many-attempts': () =>
      'Trop d’essais pour ce numéro de référence. Attendez quinze minutes, ou téléphonez-nous.',
    'draft-submitted': () => 'Cette demande a déjà été envoyée.',
    'not-on-paper': () => 'Ce service n’a pas de formulaire papier.',
    'too-many-files': (params: ErrorParams) => `Choisissez ${params['filesMax'] ?? 3} fichiers au maximum.`,
    'idempotency-key-missing': () => 'L’en-tête Idempotency-Key est obligatoire : de 16 à 255 caractères.',
    'idempotency-key-reused': () => 'Cette clé a déjà servi pour une autre demande.',
    'sign-in-failed': () => 'Le nom d’utilisateur ou le mot de passe est inexact.',
    'session-expired': () => 'Votre session a expiré. Connectez-vous de nouveau.',
    csrf: () => 'Cette page a expiré. Rechargez-la et réessayez.',
  },
};

/** What a refusal's words may be filled with; never personal. */
export type ErrorParams = Readonly<Record<string, string | number>>;
