import { compile, type Question, type ServiceDefinition, serviceDefinition } from '@guichet/catalogue';

const both = (fr: string, en: string) => ({ fr, en });

const options = [
  { key: 'red', label: both('Rouge', 'Red') },
  { key: 'green', label: both('Vert', 'Green') },
  { key: 'blue', label: both('Bleu ciel', 'Sky blue') },
];

const many = Array.from({ length: 25 }, (_, index) => ({
  key: `district-${index + 1}`,
  label: both(`Secteur ${index + 1}`, `District ${index + 1}`),
}));

const questions: unknown[] = [
  {
    key: 'intro',
    type: 'information',
    label: both('Avant de commencer', 'Before you start'),
    body: both(
      'Ayez votre avis de cotisation sous la main.\n\nIl porte un numéro.',
      'Have your notice at hand.\n\nIt bears a number.',
    ),
  },
  {
    key: 'title',
    type: 'text',
    label: both('Titre du projet', 'Title of the project'),
    help: both('Quelques mots suffisent.', 'A few words will do.'),
  },
  {
    key: 'story',
    type: 'long-text',
    label: both('Décrivez le projet', 'Describe the project'),
    required: false,
    maxLength: 500,
  },
  { key: 'colour', type: 'choice', label: both('Couleur', 'Colour'), options },
  { key: 'district', type: 'choice', label: both('Secteur', 'District'), options: many, required: false },
  { key: 'tools', type: 'choices', label: both('Outils', 'Tools'), options, min: 1 },
  { key: 'dog', type: 'yes-no', label: both('Avez-vous un chien ?', 'Do you have a dog?') },
  {
    key: 'dog-name',
    type: 'text',
    label: both('Nom du chien', 'Name of the dog'),
    when: { is: { question: 'dog', value: true } },
  },
  { key: 'start', type: 'date', label: both('Date de début', 'Start date') },
  {
    key: 'weight',
    type: 'number',
    label: both('Poids', 'Weight'),
    decimals: 1,
    min: 0,
    max: 500,
    unit: both('kg', 'kg'),
  },
  { key: 'budget', type: 'money', label: both('Budget', 'Budget'), required: false },
  {
    key: 'phone',
    type: 'phone',
    label: both('Votre téléphone', 'Your phone'),
    sensitivity: 'personal',
    purpose: both('Pour vous joindre au sujet de la demande.', 'To reach you about the request.'),
  },
  {
    key: 'email',
    type: 'email',
    label: both('Votre courriel', 'Your e-mail'),
    required: false,
    sensitivity: 'personal',
    purpose: both('Pour vous écrire.', 'To write to you.'),
  },
  {
    key: 'home',
    type: 'address',
    label: both('Votre adresse', 'Your address'),
    sensitivity: 'personal',
    purpose: both('Pour vous écrire.', 'To write to you.'),
  },
  { key: 'spot', type: 'place', label: both('Où est-ce ?', 'Where is it?') },
  {
    key: 'owner',
    type: 'person',
    label: both('Propriétaire', 'Owner'),
    birthDate: true,
    sensitivity: 'personal',
    purpose: both('Pour vous reconnaître.', 'To recognise you.'),
  },
  {
    key: 'sin',
    type: 'identifier',
    label: both('Numéro d’assurance sociale', 'Social insurance number'),
    pattern: '^\\d{9}$',
    check: 'luhn',
    example: '046 454 286',
    sensitivity: 'sensitive',
    purpose: both('La loi l’exige.', 'The law requires it.'),
  },
  { key: 'proof', type: 'file', label: both('Preuve de résidence', 'Proof of residence') },
  {
    key: 'household',
    type: 'group',
    label: both('Personnes du ménage', 'People of the household'),
    entry: both('personne', 'person'),
    min: 1,
    max: 4,
    sensitivity: 'personal',
    purpose: both('Pour compter les places.', 'To count the places.'),
    questions: [
      { key: 'who', type: 'person', label: both('Nom', 'Name') },
      { key: 'works', type: 'yes-no', label: both('Travaille', 'Works') },
      {
        key: 'employer',
        type: 'text',
        label: both('Employeur', 'Employer'),
        when: { is: { question: 'works', value: true } },
      },
      {
        key: 'likes',
        type: 'choices',
        label: both('Couleurs aimées', 'Colours liked'),
        options,
        required: false,
      },
      { key: 'since', type: 'date', label: both('Là depuis', 'There since'), required: false },
    ],
  },
  {
    key: 'consent',
    type: 'consent',
    label: both('Consentement', 'Consent'),
    statement: both(
      'J’accepte que la Ville vérifie ces renseignements.',
      'I agree that the City checks this information.',
    ),
  },
];

/** A service made for tests that asks one question of every type, with conditions outside and inside a group. */
export const sampleDefinition: ServiceDefinition = serviceDefinition.parse({
  code: 'sample',
  version: 1,
  name: both('Demande complète', 'Whole request'),
  summary: both('Une question de chaque sorte.', 'One question of each kind.'),
  legalBasis: both('Loi sur les cités et villes, art. 1', 'Cities and Towns Act, s. 1'),
  audience: ['citizens'],
  theme: 'municipal',
  who: { anonymous: true },
  calendar: 'quebec-public',
  clocks: {
    acknowledge: { amount: 1, unit: 'business-days' },
    decide: { amount: 10, unit: 'business-days' },
  },
  routing: { team: 'works' },
  outcomes: [
    {
      key: 'done',
      label: both('Fait', 'Done'),
      words: both('C’est fait.', 'It is done.'),
      // oxlint-disable-next-line unicorn/no-thenable -- the definition's own word
      retention: { years: 2, then: 'destroy', source: 'Règle 1' },
    },
  ],
  next: both('Une personne lira votre demande.', 'A person will read your request.'),
  questions: questions as Question[],
});

/** The same, ready to be asked. */
export const sampleService = compile(sampleDefinition);
