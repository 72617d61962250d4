/** The counter without network: what is kept, what is sent, and the receipt given meanwhile. `{count}` and the like are put in by a script. */
export const kept = {
  app: { name: 'Guichet : comptoir', short: 'Comptoir' },
  offline: 'Hors ligne : les demandes sont gardées ici et partiront au retour du réseau.',
  notKept:
    'Le réseau ne répond pas. Rien de ce que vous avez tapé n’est perdu : réessayez dans un moment, sans quitter cette page.',
  waitingOne: '1 demande gardée ici attend son envoi.',
  waitingMany: '{count} demandes gardées ici attendent leur envoi.',
  sending: 'Envoi des demandes gardées : {at} sur {count}.',
  sentOne: '1 demande gardée est maintenant enregistrée.',
  sentMany: '{count} demandes gardées sont maintenant enregistrées.',
  wrongOne: '1 demande gardée demande votre attention.',
  wrongMany: '{count} demandes gardées demandent votre attention.',
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
  state: 'État',
  states: {
    waiting: 'En attente du réseau',
    sent: 'Enregistrée',
    incomplete: 'À corriger',
    conflict: 'Refusée',
  },
  receipt: 'Imprimer le reçu',
  mend: 'Corriger la demande',
  read: 'Lire ce qui a été tapé',
  typedTitle: 'Ce qui a été tapé',
  printAgain: 'Reçu provisoire',
  remove: 'Retirer de la liste',
  removeAsk: 'Retirer cette demande? Ce qui a été tapé sera effacé de ce poste.',
  conflicts: {
    unreadable:
      'Cette demande ne peut pas être lue ici : demandez les renseignements de nouveau à la personne.',
    withdrawn:
      'Ce service n’est plus offert au comptoir. Lisez ce qui a été tapé et dirigez la personne vers le service qui le remplace.',
    ahead:
      'L’horloge de ce poste est en avance. La demande partira quand l’heure de sa réception sera passée.',
    'too-old':
      'La demande est gardée depuis plus de sept jours : sa date de réception ne peut plus être reconnue. Lisez ce qui a été tapé et saisissez-la de nouveau.',
  },
  back: 'Revenir au comptoir',
  networkBack: 'Le réseau est revenu.',
  noHolder:
    'Aucune session n’est ouverte sur ce poste : sans réseau, une demande ne peut pas y être gardée. Notez-la sur le formulaire papier.',
  formLead:
    'Sans réseau, toutes les questions sont affichées. Répondez à celles qui s’appliquent; les autres seront laissées de côté.',
  keep: 'Garder la demande',
  missing:
    'Il manque une réponse : {questions}. Répondez, ou appuyez de nouveau pour garder la demande telle quelle.',
  filesMax: 'Sans réseau, les documents gardés ne dépassent pas 8 Mo en tout.',
  filesLeft: 'Les documents étaient trop lourds pour être gardés : demandez-les de nouveau à la personne.',
  receiptTitle: 'Reçu provisoire',
  receiptWhen: 'Reçue le',
  receiptService: 'Demande',
  receiptNext:
    'Le réseau est en panne. Votre demande est gardée en sécurité à ce comptoir et compte comme reçue à l’heure indiquée. Elle sera enregistrée dès le retour du réseau, et une référence définitive remplacera celle-ci. Conservez ce reçu.',
  leave: {
    title: 'Des demandes attendent encore',
    one: '1 demande gardée sur ce poste n’est pas encore enregistrée.',
    many: '{count} demandes gardées sur ce poste ne sont pas encore enregistrées.',
    after:
      'Si vous fermez la session, la clé est effacée d’ici : ce qui attend reste scellé, illisible pour quiconque, et vous le retrouverez à votre prochaine session sur ce poste.',
    stay: 'Rester',
    go: 'Fermer la session',
  },
};
