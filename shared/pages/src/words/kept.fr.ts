/** The counter without network: what is kept, what is sent, and the receipt given meanwhile. `{count}` and the like are put in by a script. */
export const kept = {
  app: { name: 'Guichet : comptoir', short: 'Comptoir' },
  offline: 'Le guichet ne répond pas : les demandes sont gardées ici et partiront dès qu’il répondra.',
  offlineNone:
    'Le guichet ne répond pas, et ce poste ne peut garder aucune demande : notez-la sur le formulaire papier.',
  notKept:
    'Le guichet ne répond pas, et rien n’a été gardé. Ce que vous avez saisi est encore dans cette page : réessayez dans un moment, sans la quitter.',
  late: 'Rien n’a été remplacé : la demande à corriger n’attend plus son envoi. Ce que vous avez saisi est encore dans cette page; voyez les demandes gardées.',
  waitingOne: '1 demande gardée ici attend son envoi.',
  waitingMany: '{count} demandes gardées ici attendent leur envoi.',
  sending: 'Envoi des demandes gardées : {at} sur {count}.',
  sentOne: '1 demande gardée est maintenant enregistrée.',
  sentMany: '{count} demandes gardées sont maintenant enregistrées.',
  wrongOne: '1 demande gardée requiert votre attention.',
  wrongMany: '{count} demandes gardées requièrent votre attention.',
  signInOne: 'Ouvrez de nouveau une session pour envoyer 1 demande.',
  signInMany: 'Ouvrez de nouveau une session pour envoyer {count} demandes.',
  othersOne:
    '1 demande scellée de {name} attend sur ce poste. Elle partira quand {name} y ouvrira une session.',
  othersMany:
    '{count} demandes scellées de {name} attendent sur ce poste. Elles partiront quand {name} y ouvrira une session.',
  see: 'Voir les demandes gardées',
  title: 'Demandes gardées à ce comptoir',
  none: 'Aucune demande n’est gardée sur ce poste.',
  provisional: 'Référence provisoire',
  real: 'Référence',
  keptAt: 'Reçue au comptoir le',
  keptFor: 'Gardée au nom de {name}.',
  states: {
    waiting: 'En attente d’envoi',
    sent: 'Enregistrée',
    incomplete: 'À corriger',
    conflict: 'Refusée',
    sealed: 'Scellée : sa clé manque',
  },
  receipt: 'Imprimer le reçu',
  mend: 'Corriger la demande',
  read: 'Lire ce qui a été saisi',
  typedTitle: 'Ce qui a été saisi',
  printAgain: 'Reçu provisoire',
  remove: 'Retirer de la liste',
  removeAsk: 'Retirer cette demande? Ce qui a été saisi sera effacé de ce poste.',
  toSend: 'Ouvrez la demande, vérifiez-la et enregistrez-la.',
  conflicts: {
    unreadable:
      'La clé qui ouvre cette demande n’est pas sur ce poste. Rien n’est effacé : la demande partira si la clé revient. Avertissez la personne qui gère le système; si l’attente est trop longue, demandez les renseignements de nouveau à la personne.',
    'too-large':
      'Les documents de cette demande sont trop volumineux pour être envoyés. Lisez ce qui a été saisi et saisissez-la de nouveau.',
    failed: 'Le guichet n’a pas pu traiter cette demande. Elle reste gardée ici et sera envoyée de nouveau.',
    differs:
      'Le formulaire de cette demande a déjà servi à la demande {reference}, dont les réponses sont différentes. Lisez ce qui a été saisi : corrigez ce dossier, ou saisissez une nouvelle demande.',
    withdrawn:
      'Ce service n’est plus offert au comptoir. Lisez ce qui a été saisi et dirigez la personne vers le service qui le remplace.',
    ahead:
      'L’horloge de ce poste a changé : la demande porte une heure à venir. Elle partira quand cette heure sera passée.',
    'too-old':
      'La demande est gardée depuis plus de sept jours : sa date de réception ne peut plus être reconnue. Lisez ce qui a été saisi et saisissez-la de nouveau.',
  },
  back: 'Revenir au comptoir',
  noHolder:
    'Aucune session n’est ouverte sur ce poste : tant que le guichet ne répond pas, une demande ne peut pas y être gardée. Notez-la sur le formulaire papier.',
  left: 'La session est fermée sur ce poste : plus rien de ce qui y attend ne peut être lu. Le guichet l’apprendra dès qu’il répondra.',
  formLead:
    'Le guichet ne répond pas : toutes les questions sont affichées. Répondez à celles qui s’appliquent; les autres seront laissées de côté.',
  keep: 'Garder la demande',
  missing:
    'Il manque une réponse : {questions}. Répondez, ou appuyez de nouveau pour garder la demande telle quelle.',
  filesMax: 'Sur ce poste, les documents gardés ne dépassent pas 8 Mo en tout.',
  filesLeft:
    'Les documents étaient trop volumineux pour être gardés : demandez-les de nouveau à la personne.',
  receiptTitle: 'Reçu provisoire',
  receiptWhen: 'Reçue le',
  receiptService: 'Demande',
  receiptNext:
    'Notre système ne répond pas pour le moment. Votre demande est gardée à ce comptoir. Une fois enregistrée, elle est réputée reçue à l’heure indiquée et porte une référence définitive. Pour l’obtenir, téléphonez-nous ou présentez-vous au comptoir avec cette référence provisoire. Conservez ce reçu.',
  recordedTitle: 'Demande enregistrée',
  recorded:
    'La demande est enregistrée, mais le guichet ne répond plus : son reçu ne peut pas être affiché. Rechargez cette page dès qu’il répondra.',
  reload: 'Recharger la page',
  again: {
    title: 'Ce formulaire est déjà gardé :',
    lead: 'La demande attend son envoi sur ce poste, ou vient d’en partir. Que faites-vous de ce qui est saisi maintenant?',
    corrects: 'Corriger cette demande',
    correctsHint:
      'Corriger : ce qui est saisi remplace la demande, si elle attend encore. Sa référence provisoire et son heure de réception restent; une seule demande partira.',
    other: 'C’est une autre demande',
    otherHint: 'Autre demande : il y en aura deux, chacune avec sa référence.',
    back: 'Revenir au formulaire',
  },
  leave: {
    title: 'Des demandes sont encore gardées ici',
    one: '1 demande gardée sur ce poste n’est pas encore enregistrée.',
    many: '{count} demandes gardées sur ce poste ne sont pas encore enregistrées.',
    wrongOne: '1 demande gardée sur ce poste requiert votre attention.',
    wrongMany: '{count} demandes gardées sur ce poste requièrent votre attention.',
    after:
      'Si vous vous déconnectez, la clé est effacée de ce poste : ce qui attend y reste scellé, illisible pour quiconque, et vous le retrouverez à votre prochaine session ici.',
    stay: 'Rester',
    go: 'Se déconnecter',
  },
};
