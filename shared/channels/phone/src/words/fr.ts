import type { Theme } from '../menu/theme-groups.ts';
import { capital } from './capital.ts';
import type { Words } from './words.ts';

const reasons = {
  asked: 'Une personne de notre équipe vous rappellera.',
  'not-understood':
    "Je n'arrive pas à bien vous comprendre. Une personne de notre équipe vous rappellera pour continuer avec vous.",
  'too-long': "L'appel est long. Une personne de notre équipe vous rappellera pour terminer avec vous.",
  'not-submitted': 'Une personne de notre équipe vous rappellera pour terminer votre demande.',
  withdraw:
    'Votre demande n’est pas encore retirée. Une personne de notre équipe vous rappellera pour la retirer avec vous.',
  'not-found': 'Une personne de notre équipe vous rappellera pour trouver votre demande avec vous.',
};

/** What the line says in French, as a Québec public body would say it. */
export const fr: Words = {
  option: (label, key) => `${label} : faites le ${key}.`,
  more: "Pour entendre d'autres choix, faites le 9.",
  person: 'Pour parler à une personne, faites le 0.',
  again: "Pour réentendre, faites l'étoile.",
  pass: 'Pour passer cette question, faites le 8.',
  menu: 'Que voulez-vous faire?',
  made: 'Une demande commencée ou déjà faite',
  themes: (themes) => capital(themes.map((theme) => themeNames[theme]).join(', ')),
  menuOf: (themes) => `${themes}.`,
  menuSpeech: 'Vous pouvez aussi dire ce que vous cherchez.',
  firstMenu: 'Pour revenir au premier menu, faites le 8.',
  noService: "Aucun service n'est offert par téléphone en ce moment.",
  recordedNotice:
    "Vos réponses servent seulement à traiter cette demande. Ce que vous dites après un signal est enregistré, et une personne l'écrira. Vous pourrez consulter ou faire corriger vos renseignements.",
  rules: "En tout temps : le 0 pour une personne, l'étoile pour recommencer une réponse.",
  nothingHeard: "Je n'ai rien entendu.",
  notUnderstood: "Je n'ai pas compris.",
  helpPerson: (pound) =>
    `Si vous préférez parler à une personne, faites le 0${pound ? ', puis le carré' : ''}.`,
  erased: "C'est effacé.",
  thanks: 'Merci.',
  passed: 'Nous passons cette question.',

  yesNo: 'Pour oui, faites le 1. Pour non, faites le 2.',
  confirm: (value) => `J'ai compris : ${value}. Si c'est exact, faites le 1. Sinon, faites le 2.`,
  gate: 'Cette question est facultative. Pour y répondre, faites le 1. Pour la passer, faites le 8.',
  twice: 'Pour vérifier, faites-le une deuxième fois, puis le carré.',
  notTheSame: 'Les deux réponses sont différentes. Recommençons.',
  choicesEach: (label) => `${label}? Pour oui, faites le 1. Pour non, faites le 2.`,
  choicesRule: 'Plusieurs réponses sont possibles. Je vais vous les nommer une à une.',
  choicesEnd: 'Pour finir avant la fin de la liste, faites le 9.',
  scaleKeys: (min, max, pound) =>
    pound
      ? `Répondez par un nombre de ${min} à ${max}, puis faites le carré.`
      : `Répondez par une touche, de ${min} à ${max}.`,
  scaleEnds: (min, low, max, high) => `Le ${min} veut dire : ${low}. Le ${max} veut dire : ${high}.`,
  rankingRule: (ranks, all) => {
    if (ranks === 1) return 'Donnez un seul choix.';
    return all
      ? 'Classez tous les choix, un à la fois, en commençant par votre préféré.'
      : `Donnez ${ranks} choix, un à la fois, en commençant par votre préféré.`;
  },
  rankAsk: (rank) => `Quel est votre ${rankNames[rank - 1] ?? ''} choix?`,
  ranked: (rank, label) => `${rankNames[rank - 1] ?? ''} choix, ${label}`,
  slotPlace: "D'abord, l'endroit.",
  slotDay: 'Quel jour?',
  slotHours: (hours) => `Heures d'ouverture : ${hours}.`,
  slotTime: (day) => `À quelle heure, le ${day}?`,
  slot: (place, day, time) => `${place}, le ${day}, à ${time}`,
  dateKeys: "Composez deux chiffres pour le jour, deux pour le mois et quatre pour l'année, puis le carré.",
  dateExample: 'Par exemple, pour le 1er juillet 2026 : 0 1, 0 7, 2 0 2 6, carré.',
  dateShortcuts: "Pour aujourd'hui, faites le 1, puis le carré. Pour demain, le 2, puis le carré.",
  dateWithoutYear: "Pour un jour d'ici un an, l'année n'est pas nécessaire.",
  noSuchDate: "Cette date n'existe pas.",
  numberKeys: (unit) => `Composez le nombre${unit === undefined ? '' : `, en ${unit}`}, puis le carré.`,
  zero: 'Pour zéro, faites deux fois le 0, puis le carré.',
  fraction: (digits) =>
    `Maintenant, ce qui suit la virgule : composez ${digits === 1 ? 'un chiffre' : `${digits} chiffres au plus`}, puis le carré. Si rien ne suit la virgule, faites deux fois le 0, puis le carré.`,
  dollars: 'Composez le montant en dollars, sans les cents, puis le carré.',
  cents:
    "Maintenant, les cents : composez deux chiffres, puis le carré. S'il n'y a pas de cents, faites deux fois le 0, puis le carré.",
  ownNumber: (number) =>
    `Est-ce le numéro d'où vous appelez${number === undefined ? '' : `, le ${number}`}? Pour oui, faites le 1. Pour donner un autre numéro, faites le 2.`,
  phoneKeys: "Composez les dix chiffres du numéro, avec l'indicatif régional, puis le carré.",
  phoneExample: 'Par exemple : 4 1 8, 5 5 5, 0 1 9 9, carré.',
  noSuchPhone: "Ce numéro n'a pas la forme d'un numéro de téléphone d'ici.",
  postalKeys:
    'Composez les six caractères du code postal, une touche par caractère, puis le carré. Pour une lettre, appuyez sur la touche qui la porte.',
  postalThenCivic: "Vous pouvez ajouter tout de suite le numéro de l'immeuble, avant le carré.",
  postalExample: 'Par exemple, pour G 1 R, 4 S 9, faites : 4 1 7, 4 7 9, carré.',
  postalNone: "Si vous n'avez pas de code postal canadien, faites le 9, puis le carré.",
  noSuchPostalCode: "Je ne trouve pas de code postal qui s'écrit ainsi.",
  postalLetter: (letter, key) => `Pour ${letter} comme ${names[letter] ?? letter}, faites le ${key}.`,
  postalLetterAsk: (position) => `Quelle est la ${ordinals[position] ?? 'dernière'} lettre?`,
  postalCodeOption: (code, key) => `Pour ${code}, faites le ${key}.`,
  otherPostalCode: 'Pour un autre code postal',
  postalCodeIs: (code) => `Code postal : ${code}.`,
  wholeAddress: (address) =>
    `J'ai trouvé : ${address}. Si c'est exact, sans numéro d'appartement, faites le 1. S'il y a un numéro d'appartement, faites le 2. Si ce n'est pas cette adresse, faites le 3.`,
  civicKeys: "Composez le numéro de l'immeuble, sans le numéro d'appartement, puis le carré.",
  streetAsk: 'Quelle est la rue?',
  otherStreet: 'Une autre rue',
  unitKeys:
    "Composez le numéro d'appartement, puis le carré. S'il n'y en a pas, faites deux fois le 0, puis le carré.",
  recordStreet:
    "Après le signal, dites le nom de la rue, le numéro d'appartement s'il y en a un, et la ville. Faites ensuite le carré.",
  recordAddress:
    "Après le signal, dites l'adresse au complet : le numéro, la rue, l'appartement, la ville, la province et le code postal. Faites ensuite le carré.",
  identifierKeys: (example) => `Composez les chiffres du numéro, puis le carré. Par exemple : ${example}.`,
  recordText: 'Répondez après le signal, puis faites le carré.',
  recordEnd: 'Faites ensuite le carré.',
  recordEmail:
    "Après le signal, dites l'adresse courriel lentement, puis épelez-la. Faites ensuite le carré.",
  recordPlace:
    "Après le signal, dites où c'est : le numéro et la rue, ou l'intersection la plus proche. Faites ensuite le carré.",
  recordName:
    'Après le signal, dites le prénom et le nom de famille, puis épelez-les. Faites ensuite le carré.',
  recordInstead: "Ce n'est pas grave : dites simplement votre réponse, et une personne l'écrira.",
  birthDate: "D'abord, la date de naissance.",
  birthDateIs: (date) => `Date de naissance : ${date}. Pour la changer, faites l'étoile.`,
  recorded: "C'est enregistré.",
  filePost: "L'envoyer par la poste",
  fileCounter: "L'apporter à un comptoir",
  consent: 'Si vous acceptez, faites le 1. Si vous refusez, faites le 2.',
  entry: (name, count) => `${name} numéro ${count}.`,
  anyEntry: 'En avez-vous à nommer? Pour oui, faites le 1. Pour non, faites le 2.',
  moreEntries: (name, count) =>
    `${name} numéro ${count} : c'est noté. En avez-vous d'autres à ajouter? Pour oui, faites le 1. Pour non, faites le 2.`,

  summary: "Voici ce que j'ai noté.",
  item: (number, label, value) => `Numéro ${number}. ${label} : ${value}.`,
  summaryMore:
    "Si c'est exact, faites le 1 pour entendre la suite. Pour corriger une de ces réponses, faites le 2.",
  summarySend: 'Pour envoyer votre demande, faites le 1. Pour corriger une réponse, faites le 2.',
  computed: "D'après vos réponses.",
  amount: (label, value) => `${label} : ${value}.`,
  hiddenAmount: "c'est calculé, mais je ne le lis pas à voix haute",
  feeAmount: (amount, label) =>
    `Des frais de ${amount} s'appliquent${label === undefined ? '' : ` : ${label}`}.`,
  feeNone: (label) => `Vous n'avez rien à payer${label === undefined ? '' : ` : ${label}`}.`,
  instalments: (count, first, everyDays) =>
    `À payer en ${count} versements, le premier de ${first}, un tous les ${everyDays} jours.`,
  referrals: 'Voici à qui nous communiquerons votre demande.',
  told: (to, what, why) => `${to}. Ce que nous lui dirons : ${what}. ${why}`,
  correctAsk: 'Composez le numéro de la réponse à corriger, puis le carré.',
  correctExample: (from, to) =>
    from === to ? `C'est le numéro ${from}.` : `C'est un numéro de ${from} à ${to}.`,
  hidden: "c'est noté, mais je ne le lis pas à voix haute",
  pending: 'votre réponse est enregistrée',
  yes: 'oui',
  no: 'non',
  money: (dollars, cents) =>
    `${dollars} dollar${dollars >= 2 ? 's' : ''}${cents === 0 ? '' : ` et ${cents} cent${cents >= 2 ? 's' : ''}`}`,
  minus: (amount) => `moins ${amount}`,
  entries: (count) => (count === 0 ? 'aucune entrée' : `${count} ${count === 1 ? 'entrée' : 'entrées'}`),
  sentFiles: (count) => (count === 1 ? 'un fichier déjà envoyé' : `${count} fichiers déjà envoyés`),
  later: { post: 'par la poste', counter: 'à un comptoir' },
  none: 'aucune réponse',
  incomplete: 'Il manque une réponse avant que nous puissions recevoir votre demande.',
  notSubmitted:
    "Désolé, notre système ne répond pas. Votre demande n'est pas encore envoyée. Pour essayer de nouveau, faites le 1. Pour qu'une personne vous rappelle, faites le 0.",
  accepted: 'Votre demande est reçue.',
  already: 'Votre demande était déjà reçue.',
  reference: (digits) => `Votre numéro de référence est le : ${digits}.`,
  referenceAgain: (digits) => `Je répète : ${digits}.`,
  statusCode: (digits) =>
    `Votre code de suivi est le : ${digits}. Avec votre numéro de référence, il sert à savoir où en est votre demande.`,
  due: (date) => `Vous aurez une réponse au plus tard le ${date}.`,
  afterAccepted: (another) =>
    `Pour réentendre le numéro, faites le 1. ${another ? 'Pour faire une autre demande, faites le 2. ' : ''}Sinon, vous pouvez raccrocher.`,
  goodbye: 'Merci de votre appel. Au revoir.',

  madeReference:
    'Composez les dix chiffres de votre numéro de référence, ou de votre numéro de reprise, puis le carré. Si vous ne l’avez pas, faites le 0, puis le carré, pour parler à une personne.',
  noSuchReference:
    'Ce n’est pas un numéro de référence ni de reprise : il y manque un chiffre, ou un chiffre est faux.',
  madeProof:
    'Maintenant, composez votre code de suivi, de six chiffres, ou les dix chiffres du numéro de téléphone donné dans votre demande. Ensuite, faites le carré.',
  noSuchProof: 'Il faut six chiffres pour un code de suivi, ou dix pour un numéro de téléphone.',
  requestNotFound:
    'Nous ne trouvons pas de demande qui correspond à ces deux renseignements. Vérifiez-les. Nous recommençons.',
  tooManyTries:
    'Il y a eu trop d’essais pour ce numéro. Réessayez dans un quart d’heure, ou faites le 0 pour parler à une personne.',
  statusAway: 'Désolé, notre système ne trouve rien en ce moment. Réessayez un peu plus tard.',
  found: (service, receivedOn) => `Votre demande, ${service}, est reçue depuis le ${receivedOn}.`,
  foundState: {
    received: 'Elle attend son tour.',
    'in-progress': 'Une personne s’en occupe.',
    'waiting-for-you': 'Nous attendons une réponse de votre part pour continuer.',
  },
  overdue: (date) => `Vous deviez avoir une réponse au plus tard le ${date} : nous sommes en retard.`,
  foundClosed: (date) => `Elle est terminée depuis le ${date}.`,
  decision: 'Voici ce que nous vous avons répondu.',
  decisionUnread:
    'Notre réponse contient des renseignements que je ne lis pas à voix haute. Elle vous a été donnée de la façon que vous avez choisie. Pour en parler à une personne, faites le 0.',
  letterPosted: (date) => `Une lettre vous a été postée le ${date}.`,
  letterReturned: (date) =>
    `La lettre postée le ${date} nous est revenue. Pour nous donner votre adresse, faites le 0.`,
  afterFound: (isOpen) =>
    `Pour réentendre, faites le 1. Pour faire autre chose, faites le 2. ${isOpen ? 'Pour retirer cette demande, faites le 3. ' : ''}Pour parler à une personne, faites le 0. Sinon, vous pouvez raccrocher.`,

  callback: (reason) => reasons[reason],
  transfer: (reason, sees) =>
    `${reason === 'not-understood' ? "Je n'arrive pas à bien vous comprendre. " : ''}Un instant, nous vous passons une personne.${sees ? ' Elle voit vos réponses.' : ''}`,
  transferNext: 'Pas de réponse. Nous essayons une autre personne.',
  transferFailed:
    'Personne ne peut répondre en ce moment. Vous gardez votre place : une personne de notre équipe vous rappellera.',
  closed: (opens) =>
    opens === undefined ? 'Personne ne répond en ce moment.' : `Personne ne répond en ce moment. ${opens}`,
  opens: (day, time) => `Nous répondons de nouveau le ${day}, à partir de ${time}.`,
  leaveMessage: 'Pour laisser un message, faites le 5.',
  callbackNumber: (number) =>
    `Pour être rappelé au ${number}, faites le 1. Pour donner un autre numéro, faites le 2.`,
  callbackOther: 'À quel numéro pouvons-nous vous rappeler?',
  callbackBack: 'Pour revenir à vos questions, faites le 3.',
  callbackMessage:
    'Après le signal, laissez votre nom, votre numéro de téléphone et la raison de votre appel. Faites ensuite le carré.',
  callbackWhen: 'Quand voulez-vous être rappelé?',
  soonest: 'Dès que possible',
  halfDay: (date, part) => `${date}, en ${part === 'morning' ? 'avant-midi' : 'après-midi'}`,
  callbackKept: (number, when, kept) =>
    `C'est noté. Une personne vous rappellera${number === undefined ? '' : ` au ${number}`}${when === undefined ? '' : `, ${when}`}.${kept ? ' Vos réponses sont conservées : vous ne les répéterez pas.' : ''} Au revoir.`,
  resumed: 'Désolé de cette coupure. Vos réponses sont conservées; nous continuons.',
  callbackNoNumber:
    "Nous n'avons pas de numéro où vous rappeler. Rappelez-nous quand vous le voudrez. Au revoir.",
  lastWord:
    'Désolé, notre système ne répond pas. Après le signal, laissez votre nom, votre numéro de téléphone et la raison de votre appel, puis faites le carré. Notre fournisseur de téléphonie gardera votre message.',
  lastWordKept: "Merci. Votre message est gardé. Votre demande, elle, n'est pas encore envoyée. Au revoir.",
  callbackFailed:
    "Désolé, notre système ne répond pas et votre demande de rappel n'est pas notée. Rappelez-nous dans quelques minutes, s'il vous plaît. Au revoir.",
};

/** As the website names them. */
const themeNames: Record<Theme, string> = {
  municipal: 'ma municipalité',
  leisure: 'loisirs et culture',
  health: 'santé',
  education: 'éducation',
  justice: 'justice',
  taxation: 'taxes et impôts',
  democracy: 'vie démocratique',
};

const rankNames = [
  'premier',
  'deuxième',
  'troisième',
  'quatrième',
  'cinquième',
  'sixième',
  'septième',
  'huitième',
  'neuvième',
];

const ordinals: Record<number, string> = { 0: 'première', 2: 'deuxième', 5: 'troisième' };

/** First names that spell letters in Québec. */
const names: Record<string, string> = {
  A: 'Alice',
  B: 'Bernard',
  C: 'Charles',
  E: 'Édouard',
  G: 'Georges',
  H: 'Henri',
  J: 'Jacques',
  K: 'Karine',
  L: 'Louis',
  M: 'Marie',
  N: 'Nicole',
  P: 'Paul',
  R: 'Robert',
  S: 'Suzanne',
  T: 'Thomas',
  V: 'Victor',
  W: 'William',
  X: 'Xavier',
  Y: 'Yvonne',
  Z: 'Zoé',
};
