/** The controls of questions. */
export const field = {
  day: 'Jour',
  month: 'Mois',
  year: 'Année',
  dateExample: 'Par exemple : 27 3 2026',
  street: 'Numéro et rue',
  unit: 'Appartement ou bureau',
  municipality: 'Ville ou municipalité',
  province: 'Province ou territoire',
  postalCode: 'Code postal',
  abroad: 'Adresse hors du Canada',
  region: 'État ou région',
  country: 'Pays',
  outsideCanada: 'Hors du Canada',
  placeHint:
    'Une adresse, une intersection ou une description, par exemple : « en face du 12, rue des Érables ».',
  given: 'Prénom',
  family: 'Nom de famille',
  birthDate: 'Date de naissance',
  phoneHint:
    'Par exemple : 418 555-0123. Hors du Canada et des États-Unis, commencez par + et l’indicatif du pays.',
  emailHint: 'Par exemple : nom@exemple.ca',
  identifierHint: (example: string) => `Par exemple : ${example}`,
  charactersMax: (max: number) => `${max} caractères au maximum.`,
  chooseSome: 'Cochez tout ce qui s’applique.',
  chooseOne: 'Choisissez une réponse',
  scaleHint: (min: string, low: string, max: string, high: string) =>
    `De ${min} (${low}) à ${max} (${high}).`,
  rankingHint: (ranks: number, options: number) =>
    ranks === options
      ? `Donnez un rang à chacun : 1 à votre premier choix, ${ranks} au dernier.`
      : ranks === 1
        ? 'Donnez le rang 1 à votre choix.'
        : `Donnez les rangs 1 à ${ranks} à vos préférés : 1 à votre premier choix.`,
  noRank: '–',
  slotHint: (hours: string, minutes: number) => `Heures : ${hours}. Durée : ${minutes} minutes.`,
  slotPlace: 'Endroit',
  slotTime: 'Heure',
  dollars: '$',
  fileSend: 'Choisir des fichiers',
  filePhoto: 'Photographier le document',
  fileHint: (filesMax: number) =>
    filesMax === 1
      ? 'Un fichier PDF, JPEG, PNG ou TIFF, de 25 Mo au maximum.'
      : `Jusqu’à ${filesMax} fichiers PDF, JPEG, PNG ou TIFF, de 25 Mo chacun au maximum.`,
  filesKept: 'Fichiers reçus (décochez ceux que vous voulez retirer)',
  fileLater: 'Ou bien, donnez ce document autrement :',
  filePost: 'Je l’enverrai par la poste',
  fileCounter: 'Je l’apporterai à un comptoir',
  fileNow: 'Je l’envoie maintenant',
  consent: 'J’accepte',
  noConsent: 'Je n’accepte pas',
  why: 'Pourquoi nous le demandons',
  entry: (name: string, index: number) => `${name} ${index}`,
  add: (name: string) => `Ajouter : ${name}`,
  remove: (name: string, index: number) => `Retirer : ${name} ${index}`,
  noEntry: 'Rien d’ajouté pour l’instant.',
  code: 'Code',
  codesHint: 'Tapez les codes séparés par des espaces.',
  dateTyped: 'AAAA-MM-JJ ou JJ MM AAAA',
};
