import type { Language } from '@guichet/kernel';

/** The words a form prints around the questions. */
export interface FormWords {
  colon: string;
  version: (version: number) => string;
  page: (page: number, pages: number) => string;
  howTo: string;
  ink: string;
  mark: string;
  cancel: string;
  optionalNote: string;
  otherDoors: (ways: string) => string;
  online: (address: string) => string;
  byPhone: (number: string) => string;
  orJoin: string;
  optional: string;
  one: string;
  several: string;
  rank: (ranks: number, all: boolean) => string;
  place: string;
  onePlace: string;
  slotHours: string;
  slotLasts: (duration: string) => string;
  slotDay: string;
  slotTime: string;
  timeMark: string;
  onlyIf: (condition: string) => string;
  forYou: (condition: string) => string;
  only: (condition: string) => string;
  /** Shape: one number, or several, which make a plural. */
  see: (numbers: string) => string;
  yes: string;
  no: string;
  given: string;
  family: string;
  birthDate: string;
  dateHint: string;
  phoneHint: string;
  street: string;
  unit: string;
  municipality: string;
  province: string;
  postalCode: string;
  placeHint: string;
  example: (text: string) => string;
  attached: string;
  toCounter: string;
  moreEntries: (count: number) => string;
  upToEntries: (count: number) => string;
  returnIt: string;
  returnBy: string;
  orCounter: string;
  fold: string;
  fee: string;
  payBy: Record<'counter' | 'cheque' | 'online', string>;
  payable: (ways: string) => string;
  depends: string;
  instalments: (everyDays: number, question: string) => string;
  told: string;
  tells: (questions: string) => string;
  tellsConsent: (questions: string, consent: string) => string;
  tellsLaw: (questions: string, law: string) => string;
  next: string;
  privacy: string;
  privacyNotice: (organisation: string, basis: string) => string;
  privacyRights: string;
  whyAsked: string;
  /** The day a form counts from. */
  postmark: string;
  signature: { title: string; sign: string; date: string };
  letter: {
    number: (kind: 'case' | 'draft', number: string) => string;
    service: string;
    title: string;
    lead: (kind: 'case' | 'draft') => string;
    missing: string;
    howTo: string;
    returnBy: string;
    replyBy: (day: string) => string;
    otherDoors: (ways: string) => string;
  };
  /** What a screen reader says of a place to write in, and of one to check. */
  places: { check: (label: string) => string; write: (label: string) => string; sign: string };
}

const fr: FormWords = {
  colon: '\u00a0:',
  version: (version) => `version ${version}`,
  page: (page, pages) => `Page ${page} de ${pages}`,
  howTo: 'Pour remplir ce formulaire',
  ink: 'Écrivez à l’encre noire ou bleu foncé, en lettres moulées, sans dépasser des cases.',
  mark: 'Cochez d’un X la case de votre réponse.',
  cancel: 'Pour annuler une marque, noircissez toute la case, puis cochez la bonne.',
  optionalNote: 'Répondez à toutes les questions qui vous concernent, sauf si elles sont facultatives.',
  otherDoors: (ways) => `Vous pouvez aussi faire cette demande ${ways}.`,
  online: (address) => `par Internet (${address})`,
  byPhone: (number) => `par téléphone (${number})`,
  orJoin: ' ou ',
  optional: 'facultatif',
  one: 'Cochez une seule case.',
  several: 'Cochez toutes les cases qui conviennent.',
  rank: (ranks, all) => {
    if (ranks === 1) return 'Inscrivez 1 à côté de votre premier choix. Laissez les autres cases vides.';
    const go = `Inscrivez 1 à côté de votre premier choix, 2 à côté du suivant, jusqu’à ${ranks}.`;
    return all ? go : `${go} Laissez les autres cases vides.`;
  },
  place: 'Lieu',
  onePlace: 'Cochez un seul lieu, puis inscrivez le jour et l’heure voulus.',
  slotHours: 'Heures possibles',
  slotLasts: (duration) => `Une plage dure ${duration}; la première commence à l’ouverture.`,
  slotDay: 'Jour (année / mois / jour)',
  slotTime: 'Heure de début (sur 24 heures)',
  timeMark: 'h',
  onlyIf: (condition) => `Répondez seulement ${condition}`,
  forYou: (condition) => `Ceci vous concerne ${condition}`,
  only: (condition) => `Seulement ${condition}`,
  see: (numbers) => `${numbers.includes(',') ? 'questions' : 'question'}\u00a0${numbers}`,
  yes: 'Oui',
  no: 'Non',
  given: 'Prénom',
  family: 'Nom de famille',
  birthDate: 'Date de naissance',
  dateHint: 'année / mois / jour',
  phoneHint: 'indicatif régional et numéro',
  street: 'Numéro et rue',
  unit: 'Appartement',
  municipality: 'Municipalité',
  province: 'Province',
  postalCode: 'Code postal',
  placeHint: 'Adresse, intersection ou point de repère',
  example: (text) => `Exemple\u00a0: ${text}`,
  attached: 'Je joins le document à cet envoi',
  toCounter: 'Je l’apporterai au comptoir',
  moreEntries: (count) =>
    `Ce formulaire a de la place pour ${count} inscriptions. S’il vous en faut plus, ajoutez-les sur une feuille jointe à l’envoi.`,
  upToEntries: (count) =>
    `Jusqu’à ${count} inscriptions; laissez en blanc celles dont vous n’avez pas besoin.`,
  returnIt: 'Où envoyer le formulaire',
  returnBy: 'Postez toutes les pages à l’adresse suivante\u00a0:',
  orCounter: 'Vous pouvez aussi les remettre à notre comptoir.',
  fold: 'Vous pouvez plier les feuilles en trois. N’agrafez pas les pages.',
  fee: 'Frais',
  payBy: { counter: 'au comptoir', cheque: 'par chèque', online: 'par Internet' },
  depends: 'selon vos réponses',
  instalments: (everyDays, question) =>
    `Vous pouvez payer en plusieurs versements égaux, un tous les ${everyDays} jours; dites combien à la ${question}.`,
  told: 'À qui nous communiquons votre demande',
  tells: (questions) => `Nous communiquons vos réponses (${questions}).`,
  tellsConsent: (questions, consent) =>
    `Nous communiquons vos réponses (${questions}), et seulement si vous y consentez (${consent}).`,
  tellsLaw: (questions, law) => `Nous communiquons vos réponses (${questions}). La loi l’exige : ${law}`,
  payable: (ways) => `Payable ${ways}. N’envoyez pas d’argent comptant par la poste.`,
  next: 'Et ensuite',
  privacy: 'Vos renseignements personnels',
  privacyNotice: (organisation, basis) =>
    `${organisation} recueille ces renseignements pour traiter votre demande (${basis}). Seules les personnes qui en ont besoin pour ce travail peuvent les consulter. Si une réponse exigée manque, votre demande pourrait être retardée ou refusée.`,
  privacyRights:
    'Vous pouvez consulter vos renseignements et les faire rectifier, et savoir qui les a consultés, en écrivant à l’adresse ci-dessus. Loi sur l’accès aux documents des organismes publics et sur la protection des renseignements personnels, article 65.',
  whyAsked: 'Pourquoi nous les demandons',
  postmark:
    'La date de votre demande est celle où vous la postez\u00a0: le cachet de la poste en fait foi, y compris pour les délais à respecter.',
  signature: {
    title: 'Signature',
    sign: 'Signature de la personne qui fait la demande',
    date: 'Date (année / mois / jour)',
  },
  letter: {
    number: (kind, number) =>
      kind === 'case' ? `Numéro de référence : ${number}` : `Numéro de reprise : ${number}`,
    service: 'Demande',
    title: 'Il nous manque des renseignements',
    lead: (kind) =>
      kind === 'case'
        ? 'Nous avons bien reçu votre demande. Pour la traiter, il nous manque ce qui suit.'
        : 'Vous avez commencé une demande. Pour que nous puissions la traiter, il manque ce qui suit.',
    missing: 'Ce qui nous manque',
    howTo:
      'Remplissez les pages qui suivent, joignez les documents demandés et postez le tout à l’adresse indiquée. Ce que vous nous avez déjà dit n’est pas demandé de nouveau. Gardez cette lettre.',
    returnBy: 'Postez les pages remplies à l’adresse suivante\u00a0:',
    replyBy: (day) => `Postez votre réponse au plus tard le ${day}.`,
    otherDoors: (ways) => `Pour répondre autrement ou pour nous parler, communiquez avec nous ${ways}.`,
  },
  places: {
    check: (label) => `Case à cocher : ${label}`,
    write: (label) => `Espace à remplir : ${label}`,
    sign: 'Espace pour signer',
  },
};

const en: FormWords = {
  colon: ':',
  version: (version) => `version ${version}`,
  page: (page, pages) => `Page ${page} of ${pages}`,
  howTo: 'How to fill in this form',
  ink: 'Write in black or dark blue ink, in capital letters, inside the boxes.',
  mark: 'Mark the box of your answer with an X.',
  cancel: 'To cancel a mark, blacken the whole box, then mark the right one.',
  optionalNote: 'Answer every question that concerns you, unless it is optional.',
  otherDoors: (ways) => `You can also make this request ${ways}.`,
  online: (address) => `online (${address})`,
  byPhone: (number) => `by telephone (${number})`,
  orJoin: ' or ',
  optional: 'optional',
  one: 'Mark one box only.',
  several: 'Mark every box that applies.',
  rank: (ranks, all) => {
    if (ranks === 1) return 'Write 1 beside your first choice. Leave the other boxes empty.';
    const go = `Write 1 beside your first choice, 2 beside the next, up to ${ranks}.`;
    return all ? go : `${go} Leave the other boxes empty.`;
  },
  place: 'Place',
  onePlace: 'Mark one place only, then write the day and time you wish.',
  slotHours: 'Possible hours',
  slotLasts: (duration) => `A slot lasts ${duration}; the first one starts at opening time.`,
  slotDay: 'Day (year / month / day)',
  slotTime: 'Start time (24-hour clock)',
  timeMark: ':',
  onlyIf: (condition) => `Answer only ${condition}`,
  forYou: (condition) => `This concerns you ${condition}`,
  only: (condition) => `Only ${condition}`,
  see: (numbers) => `${numbers.includes(',') ? 'questions' : 'question'}\u00a0${numbers}`,
  yes: 'Yes',
  no: 'No',
  given: 'Given name',
  family: 'Family name',
  birthDate: 'Date of birth',
  dateHint: 'year / month / day',
  phoneHint: 'area code and number',
  street: 'Number and street',
  unit: 'Apartment',
  municipality: 'Municipality',
  province: 'Province',
  postalCode: 'Postal code',
  placeHint: 'Address, intersection or landmark',
  example: (text) => `Example: ${text}`,
  attached: 'I enclose the document',
  toCounter: 'I will bring it to the counter',
  moreEntries: (count) =>
    `This form has room for ${count} entries. If you need more, add them on a sheet enclosed with the form.`,
  upToEntries: (count) => `Up to ${count} entries; leave blank those you do not need.`,
  returnIt: 'Where to send the form',
  returnBy: 'Mail all the pages to this address:',
  orCounter: 'You can also hand them in at our counter.',
  fold: 'You may fold the sheets in three. Please do not staple them.',
  fee: 'Fee',
  payBy: { counter: 'at the counter', cheque: 'by cheque', online: 'online' },
  depends: 'depends on your answers',
  instalments: (everyDays, question) =>
    `You can pay in several equal instalments, one every ${everyDays} days; say how many at ${question}.`,
  told: 'Who we tell',
  tells: (questions) => `We pass on your answers (${questions}).`,
  tellsConsent: (questions, consent) =>
    `We pass on your answers (${questions}), and only if you agree (${consent}).`,
  tellsLaw: (questions, law) => `We pass on your answers (${questions}). The law requires it: ${law}`,
  payable: (ways) => `Payable ${ways}. Do not send cash by mail.`,
  next: 'What happens next',
  privacy: 'Your personal information',
  privacyNotice: (organisation, basis) =>
    `${organisation} collects this information to process your request (${basis}). Only the people who need it for that work may consult it. If a required answer is missing, your request may be delayed or refused.`,
  privacyRights:
    'You may consult your information, have it corrected, and learn who has consulted it, by writing to the address above. Act respecting Access to documents held by public bodies and the Protection of personal information, section 65.',
  whyAsked: 'Why we ask',
  postmark:
    'Your request counts from the day you mail it, as the postmark shows; that day also counts for any deadline.',
  signature: {
    title: 'Signature',
    sign: 'Signature of the person making the request',
    date: 'Date (year / month / day)',
  },
  letter: {
    number: (kind, number) => (kind === 'case' ? `Reference number: ${number}` : `Resume number: ${number}`),
    service: 'Request',
    title: 'Some information is missing',
    lead: (kind) =>
      kind === 'case'
        ? 'We have received your request. To process it, we still need the following.'
        : 'You started a request. Before we can process it, we need the following.',
    missing: 'What we still need',
    howTo:
      'Fill in the pages that follow, enclose the documents asked for, and mail everything to the address given there. What you have already told us is not asked again. This letter is yours to keep.',
    returnBy: 'Mail the completed pages to this address:',
    replyBy: (day) => `Mail your answer by ${day}.`,
    otherDoors: (ways) => `To answer another way or to speak with us, contact us ${ways}.`,
  },
  places: {
    check: (label) => `Check box: ${label}`,
    write: (label) => `Space to fill in: ${label}`,
    sign: 'Space to sign',
  },
};

/** The words of each language. */
export const formWords: Record<Language, FormWords> = { fr, en };
