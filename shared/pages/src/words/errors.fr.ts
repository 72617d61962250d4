import type { ErrorParams } from './error-params.ts';
import { programErrors } from './errors-programs.fr.ts';

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
    'skip-why-missing': () => 'Choisissez pourquoi vous passez ce dossier.',
    'skip-words-missing': (params: ErrorParams) =>
      `Dites en quelques mots pourquoi, en ${params['max'] ?? 0} caractères au plus.`,
    'case-paused': () => 'Ce dossier attend la personne : reprenez-le d’abord.',
    'no-such-staff': () => 'Ce compte n’existe pas.',
    'no-such-absence': () => 'Cette absence n’existe pas.',
    'no-such-calendar-day': () => 'Ce jour n’est pas au calendrier.',
    'own-account': () =>
      'Vous ne pouvez pas changer votre propre compte ici. Demandez-le à une autre personne.',
    'role-not-given': () =>
      'Le rôle de responsable de la protection des renseignements ne se donne pas et ne se change pas ici.',
    'staff-of-others': () =>
      'Cette personne travaille aussi pour d’autres équipes, a un accès que vous n’avez pas, ou répond de tout l’organisme. Demandez-le à une personne qui répond de tout l’organisme.',
    'clearance-not-given': () => 'Vous ne donnez pas un accès que vous n’avez pas vous-même.',
    'team-of-others': () =>
      'Vous ne donnez que vos propres équipes. Demandez-le à une personne qui répond de tout l’organisme.',
    'whole-body-only': () => 'Seule une personne qui répond de tout l’organisme peut le faire.',
    'no-supervisor': () => 'Seule une personne qui supervise peut répondre de tout l’organisme.',
    'one-hand': () =>
      'Une même personne a pu ouvrir les deux comptes : un mot de passe a été donné de l’une à l’autre, ou aux deux par une troisième, il y a moins de trente jours. Une autre personne doit le faire.',
    'team-missing': () => 'Choisissez au moins une équipe.',
    'team-code-taken': () => 'Une équipe a déjà ce code.',
    'sign-in-taken': () => 'Cet identifiant est déjà pris : rien n’a été changé.',
    'sign-in-malformed': () => 'Un identifiant a de 2 à 40 lettres, chiffres, points ou traits, sans accent.',
    'name-missing': () => 'Donnez le nom, en 120 caractères au plus.',
    'role-missing': () => 'Choisissez au moins un rôle.',
    'language-missing': () => 'Choisissez au moins une langue.',
    'capacity-out-of-range': (params: ErrorParams) =>
      `Donnez un nombre de dossiers de 1 à ${params['max'] ?? 0}.`,
    'untouched-out-of-range': () => 'Donnez un nombre de jours ouvrables de 0 à 60, ou laissez vide.',
    'team-code-malformed': () =>
      'Un code d’équipe a de 2 à 40 lettres minuscules, chiffres ou traits, sans accent, et commence par une lettre.',
    'absence-days': () =>
      'Donnez le premier et le dernier jour sous la forme AAAA-MM-JJ, dans l’ordre, le dernier aujourd’hui ou plus tard.',
    'calendar-day-past': () => 'Donnez le jour sous la forme AAAA-MM-JJ, aujourd’hui ou plus tard.',
    'calendar-name-missing': () => 'Dites pourquoi, en 3 à 120 caractères.',
    'calendar-day-said': () => 'Ce jour est déjà inscrit : retirez d’abord l’inscription.',
    'password-wrong': () => 'Le mot de passe actuel est inexact.',
    'password-length': (params: ErrorParams) =>
      `Un mot de passe a de ${params['min'] ?? 0} à ${params['max'] ?? 0} caractères.`,
    'password-known': () =>
      'Choisissez un mot de passe autre que l’actuel et qui ne contient pas votre identifiant.',
    'password-twice': () => 'Les deux nouveaux mots de passe sont différents.',
    'no-such-draft': () => 'Cette version n’est pas au catalogue, ou ne peut pas être publiée telle quelle.',
    'draft-to-complete': () =>
      'Cette version a encore des parties à compléter : terminez-la avant de la publier.',
    'no-such-service-version': () => 'Cette version n’a jamais été publiée.',
    'publication-day-past': () => 'Donnez le jour sous la forme AAAA-MM-JJ, aujourd’hui ou plus tard.',
    'reason-missing': (params: ErrorParams) =>
      `Écrivez la raison, en ${params['min'] ?? 3} à ${params['max'] ?? 500} caractères.`,
    'note-missing': (params: ErrorParams) =>
      `Écrivez la note, en ${params['max'] ?? 4000} caractères au maximum.`,
    'contact-words-missing': (params: ErrorParams) =>
      `Écrivez ce qui s’est dit, en ${params['max'] ?? 4000} caractères au maximum.`,
    'contact-channel-missing': () => 'Choisissez par quelle voie, et qui a pris contact.',
    'contact-minutes-wrong': (params: ErrorParams) =>
      `Écrivez la durée en minutes entières, de 0 à ${params['max'] ?? 600}.`,
    'task-kind-missing': () => 'Choisissez la tâche.',
    'task-words-missing': (params: ErrorParams) =>
      `Écrivez ce qui est à faire, en ${params['max'] ?? 1000} caractères au maximum.`,
    'task-day-wrong': () => 'Donnez une échéance qui existe, aujourd’hui ou plus tard.',
    'task-done-by-work': () => 'Cette tâche se termine quand le travail demandé est fait : ouvrez-la.',
    'no-way-to-ask': () =>
      'La personne n’attend aucune réponse : le document ne peut pas lui être demandé ainsi.',
    'no-number-to-call': () => 'Cette demande ne donne aucun numéro de téléphone.',
    'link-to-itself': () => 'Un dossier ne se lie pas à lui-même.',
    'first-closed': () =>
      'Le premier des deux dossiers est déjà fermé : décidez de celui-ci, pour que la personne ait sa réponse.',
    'link-stays': () => 'Un doublon ou un sous-dossier reste lié à son dossier.',
    'no-such-team': () => 'Choisissez une équipe.',
    'case-changed': () => 'Ce dossier a changé entre-temps.',
    'reasons-missing': () => 'Écrivez les motifs : cette décision ne se prend pas sans eux.',
    'own-proposal': () =>
      'Une autre personne que celle qui a proposé la décision doit la confirmer ou la renvoyer.',
    'nothing-proposed': () => 'Aucune décision n’attend d’être confirmée dans ce dossier.',
    'closure-waits': () => 'Une décision attend d’être confirmée : retirez-la d’abord.',
    'reply-words-missing': (params: ErrorParams) =>
      `Écrivez le message, en ${params['max'] ?? 4000} caractères au maximum.`,
    'reply-to-fill': () => 'Le message a encore une partie à remplir, entre accolades.',
    'template-name': () => 'Donnez au modèle un nom dans les deux langues, de 2 à 120 caractères.',
    'template-words': () => 'Le modèle n’est pas enregistré : voyez sous chaque texte.',
    'template-outcome': () => 'Ce service ou cette décision n’existe pas.',
    'template-changed': () =>
      'Une autre personne a enregistré une version entre-temps. La voici; votre texte est gardé plus bas.',
    'has-an-interest': () =>
      'Cette personne a déclaré un conflit d’intérêts dans ce dossier : confiez-le à une autre.',
    'holder-absent': () => 'Cette personne est absente aujourd’hui.',
    'holder-not-cleared': () => 'Cette personne n’est pas habilitée à voir les renseignements sensibles.',
    'holder-full': () =>
      'Cette personne a déjà autant de dossiers que prévu. Une personne qui supervise peut lui en confier un de plus.',
    'not-of-the-team': () => 'Cette personne ne travaille pas pour l’équipe de ce dossier.',
    'no-case-chosen': () => 'Cochez de 1 à 50 dossiers.',
    'act-not-undone': () => 'Cette action ne peut plus être annulée.',
    'view-unnamed': () => 'Choisissez des filtres, puis donnez un nom de 60 caractères au plus.',
    'views-too-many': (params: ErrorParams) =>
      `Pas plus de ${params['max'] ?? 20} vues. Supprimez-en une d’abord.`,
    'case-closed': () => 'Ce dossier est déjà fermé.',
    'slot-taken': () => 'Cette heure vient d’être prise. Choisissez-en une autre.',
    'no-such-slot': () => 'Cette heure n’est pas offerte.',
    'no-appointment-asked': () => 'Ce service n’est pas offert sur rendez-vous.',
    'appointment-held': () => 'Ce dossier a déjà un rendez-vous. Déplacez-le plutôt.',
    'appointment-past': () => 'L’heure de ce rendez-vous est passée.',
    'appointment-ended': () => 'Ce rendez-vous est passé ou annulé.',
    'appointment-other-day': () => 'Ce rendez-vous n’est pas aujourd’hui.',
    'appointment-not-yet': () => 'L’heure de ce rendez-vous n’est pas encore venue.',
    'no-appointment': () => 'Ce dossier n’a pas de rendez-vous.',
    'hours-wrong': () => 'Vérifiez le jour, les heures et la durée : un rendez-vous au moins doit y tenir.',
    'no-such-hours': () => 'Ces heures n’existent pas.',
    'day-wrong': () => 'Donnez un jour qui existe, sous la forme AAAA-MM-JJ.',
    'unknown-outcome': () => 'Cette décision n’existe pas pour ce service.',
    'draft-not-found': () => 'Cette demande en cours est introuvable ou a expiré.',
    'draft-expired': () =>
      'Cette demande en cours a expiré, ou se continue ailleurs. Si vous avez son numéro et son code de reprise, vous pouvez la reprendre à partir de l’accueil.',
    'file-type': () => 'Ce type de fichier n’est pas accepté. Envoyez un PDF, un JPEG, un PNG ou un TIFF.',
    'file-empty': () => 'Ce fichier est vide.',
    'file-encrypted': () =>
      'Ce fichier est protégé par un mot de passe. Retirez la protection et renvoyez-le.',
    'body-too-large': () =>
      'L’envoi est trop volumineux. S’il contient des fichiers, envoyez-les un à la fois.',
    'unsupported-media-type': () => 'Ce format d’envoi n’est pas accepté.',
    'unreadable-json': () => 'Le corps de la demande n’est pas du JSON valide.',
    'unreadable-form': () => 'Le formulaire envoyé ne peut pas être lu. Rechargez la page et réessayez.',
    'method-not-allowed': () => 'Cette adresse ne permet pas cette action.',
    'status-not-found': () => 'Nous ne trouvons pas de demande qui correspond à ces deux renseignements.',
    'too-many-attempts': () => 'Trop d’essais pour ce numéro. Attendez quinze minutes, ou téléphonez-nous.',
    'draft-submitted': () => 'Cette demande a déjà été envoyée.',
    'not-on-paper': () => 'Ce service n’a pas de formulaire papier.',
    'too-many-files': (params: ErrorParams) => `Choisissez ${params['filesMax'] ?? 3} fichiers au maximum.`,
    fault: () => 'Un problème est survenu de notre côté.',
    'try-again': () => 'Quelqu’un d’autre travaille au même endroit. Réessayez.',
    'already-exists': () => 'Cet élément existe déjà.',
    'still-in-flight': () =>
      'Cette demande est en train d’être enregistrée. Réessayez dans quelques secondes.',
    'no-such-case': () => 'Aucun dossier ne porte ce numéro.',
    'no-such-evidence': () => 'Cette pièce est introuvable.',
    'no-such-reply': () => 'Cette réponse est introuvable.',
    'reply-on-its-way': () => 'Cette réponse est déjà en route : il n’y a rien à renvoyer.',
    'no-such-job': () => 'Ce travail n’est plus mis de côté : il a été fait entre-temps, ou il n’existe pas.',
    'no-such-letter': () => 'Cette lettre est introuvable.',
    'no-address-asked': () => 'Ce service ne demande aucune adresse postale.',
    'no-such-print-batch': () => 'Ce lot de lettres est introuvable.',
    'nothing-to-print': () => 'Aucune lettre n’attend : elles sont déjà toutes dans un lot.',
    'batch-handed-over': () =>
      'Ce lot est déjà remis à la poste : ses lettres ne peuvent plus être imprimées.',
    'batch-taken-by-other': () =>
      'Une autre personne a pris ce lot : elle seule peut l’imprimer, ou une personne qui supervise.',
    'not-in-batch': () => 'Une des lettres marquées n’est plus dans ce lot. Rechargez la page.',
    'count-missing': () => 'Écrivez combien d’enveloppes ont été remises, en chiffres.',
    'handed-to-missing': () => 'Écrivez à qui les enveloppes ont été remises, en 2 à 100 caractères.',
    'handed-at-wrong': () =>
      'Vérifiez la date et l’heure de la remise : ni avant l’impression du lot, ni plus tard que maintenant.',
    'returned-why-missing': () => 'Choisissez le motif inscrit sur l’enveloppe.',
    'no-such-recording': () => 'Cet enregistrement est introuvable.',
    'no-such-task': () => 'Cette tâche est introuvable.',
    'no-such-attempt': () => 'Cet appel sortant est introuvable.',
    'no-such-call': () => 'Cet appel n’est plus en ligne.',
    'task-done': () => 'Cette tâche est déjà faite.',
    'evidence-gone': () => 'Cette pièce a été détruite.',
    'data-destroyed': () =>
      'Les renseignements de ce dossier ont été détruits à la fin de leur délai de conservation.',
    'not-held': () => 'Ce dossier ne vous est pas attribué. Prenez-le d’abord.',
    'sign-in-refused': () => 'L’identifiant ou le mot de passe est inexact.',
    'no-such-proof': () =>
      'Choisissez comment l’identité a été prouvée, d’une façon qui suffit pour ce service.',
    'identity-not-proven': () =>
      'Ce service demande une identité prouvée : inscrivez d’abord la preuve, ou choisissez une décision qui n’en a pas besoin.',
    'no-such-way': () => 'Choisissez comment l’organisme a été joint.',
    'no-such-referral': () => 'Ce dossier ne prévoit pas de communication à cet organisme.',
    'no-consent': () => 'La personne n’a pas consenti à cette communication.',
    'news-missing': () => 'Écrivez ce que l’organisme vous apprend, en 4 000 caractères au maximum.',
    'purpose-missing': () => 'Écrivez le motif de la consultation.',
    'question-to-person-missing': () => 'Écrivez ce que vous demandez à la personne.',
    'service-never-pauses': () =>
      'Le délai de ce service ne s’arrête pas : le dossier ne peut pas être mis en pause.',
    'words-too-long': (params: ErrorParams) =>
      `Ce texte est trop long : ${params['max'] ?? 4000} caractères au maximum.`,
    'no-word-to-find': () => 'Écrivez au moins un mot à trouver.',
    'letter-not-typed': () => 'Tapez d’abord ce que dit la lettre, puis appuyez sur Continuer.',
    'letter-being-confirmed': () =>
      'Une autre personne confirme cette lettre. Réessayez dans quelques minutes.',
    'letter-settled': () => 'Cette lettre a déjà été traitée.',
    'no-letter-begins-there': () => 'Aucune autre lettre ne peut commencer à cette page.',
    'no-letter-before': () => 'Aucune lettre en attente ne précède celle-ci dans son lot.',
    'answer-without-words': () => 'Écrivez la réponse : de 1 à 4 000 caractères.',
    'answer-without-recipient': () =>
      'Indiquez à qui va la réponse : une adresse courriel, ou un nom et une adresse postale.',
    'letter-still-keyed': () => 'Une autre personne doit encore saisir une partie de cette lettre.',
    'keyed-by-you': () => 'Vous avez saisi cette réponse : une autre personne doit la saisir ou trancher.',
    'bad-deposit-date': () => 'La date de dépôt n’existe pas. Écrivez-la ainsi : 2026-11-23.',
    'deposited-in-the-future': () => 'La date de dépôt est dans l’avenir.',
    'no-such-batch': () => 'Ce lot est introuvable.',
    'batch-not-read': () => 'La lecture de ce lot n’est pas terminée.',
    'batch-refused': () => 'Ce fichier n’a pas pu être lu : gardez le papier et numérisez-le de nouveau.',
    'batch-illegible': () =>
      'Une page ne s’affiche pas : gardez le papier de ce lot et numérisez-la de nouveau.',
    'batch-count-missing': () => 'Écrivez le nombre de pages écrites comptées dans la pile, en chiffres.',
    'batch-count-differs': (params: ErrorParams) =>
      `Le compte de la pile et celui de la lecture diffèrent : la lecture a ${params['written'] ?? 0} pour nombre de pages écrites. Cherchez la page qui manque d’un côté ou de l’autre avant d’inscrire le contrôle.`,
    'batch-not-looked-at': () => 'Confirmez que vous avez vu l’image de chaque page.',
    'batch-not-checked': () => 'La numérisation de ce lot n’est pas encore contrôlée.',
    'batch-same-person': () =>
      'Vous avez contrôlé la numérisation de ce lot. Une autre personne doit inscrire la destruction de son papier.',
    'batch-letters-wait': () => 'Des lettres de ce lot restent à traiter.',
    'destruction-field-missing': () => 'Remplissez tous les champs : ils documentent le transfert.',
    'destruction-heritage': () =>
      'Un document qui a une valeur archivistique, historique ou patrimoniale ne se détruit pas : confirmez que ces documents n’en ont aucune, ou gardez le papier.',
    'batch-empty': () => 'Ce fichier est vide.',
    'batch-too-large': () => 'Ce fichier est trop volumineux. Séparez-le en plusieurs lots.',
    'not-a-recording': () => 'Cette réponse n’attend pas de transcription.',
    'recordings-stay': () =>
      'Des enregistrements de cet appel restent chez le fournisseur de téléphonie : ils n’ont pas pu en être retirés.',
    'recording-typed': () => 'Cet enregistrement est déjà transcrit.',
    'recording-to-type': () =>
      'Cette tâche attend une transcription : elle ne peut pas être simplement terminée.',
    'not-for-pickup': () => 'Cette réponse n’attend pas au comptoir.',
    'call-back-number-missing': () => 'Il manque le numéro de téléphone à rappeler.',
    'no-counter-taken': () => 'Prenez d’abord un guichet.',
    'counter-absent': () => 'Votre guichet est en pause : reprenez d’abord le service.',
    'counter-busy': () => 'Une personne est déjà à ce guichet. Terminez sa visite ou mettez-la de côté.',
    'counter-taken': () => 'Ce guichet est déjà pris.',
    'visit-moved-on': () => 'Cette visite a changé entre-temps. Rechargez la page.',
    'no-such-visit': () => 'Cette visite est introuvable.',
    'no-such-place': () => 'Ce lieu est introuvable.',
    'no-such-family': () => 'Aucun de ces services n’est offert au comptoir.',
    'no-such-counter': () => 'Ce guichet est introuvable.',
    'place-wrong': () => 'Vérifiez le lieu : un code, deux noms et un fuseau horaire connu.',
    'counter-wrong': () => 'Donnez au guichet un nom de 1 à 12 caractères.',
    'absence-why-missing': () => 'Choisissez le motif de l’absence.',
    'no-such-device': () => 'Cet appareil est introuvable.',
    'no-such-device-code': () => 'Ce code est inexact, a déjà servi ou a expiré. Demandez-en un autre.',
    'answers-changed': () => 'Les réponses ont changé entre-temps. Vérifiez-les de nouveau.',
    'fee-settled': () => 'Rien n’est dû : le paiement est déjà inscrit.',
    'fee-way-missing': () => 'Choisissez le mode de paiement.',
    'fee-reason-missing': () => 'Écrivez le motif, en 3 à 200 caractères.',
    'fee-receipt-missing': () =>
      'Écrivez le numéro d’autorisation du terminal ou le numéro du chèque, en 30 caractères au maximum.',
    'card-number-refused': () =>
      'Ceci ressemble à un numéro de carte : il ne doit jamais être noté. Écrivez le numéro d’autorisation du terminal.',
    'no-such-fee-entry': () => 'Cette inscription est introuvable.',
    'fee-taken-by-other': () =>
      'Une autre personne a inscrit ce paiement : elle seule peut l’annuler, ou une personne qui supervise.',
    'no-such-document': () => 'Choisissez la sorte de pièce qui a été vue.',
    ...programErrors,
    'form-unreadable': () => 'Le formulaire envoyé ne peut pas être lu. Rechargez la page et réessayez.',
    csrf: () => 'Cette page a expiré. Rechargez-la et réessayez.',
  },
};

export type { ErrorParams };
