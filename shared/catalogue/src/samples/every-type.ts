import type { Bilingual } from '@guichet/kernel';
import { type ServiceDefinition, serviceDefinition } from '../definition.ts';

const say = (fr: string, en: string): Bilingual => ({ fr, en });
const personal = {
  sensitivity: 'personal',
  purpose: say('Pour vous répondre.', 'To reply to you.'),
} as const;
const options = [
  { key: 'arena', label: say('Aréna', 'Arena') },
  { key: 'pool', label: say('Piscine', 'Pool') },
  { key: 'field', label: say('Terrain de soccer', 'Soccer field') },
];

/** A made-up service that asks one question of every type, for tests of all channels: a hall booked for a party. */
export const everyType: ServiceDefinition = serviceDefinition.parse({
  code: 'reservation-salle',
  version: 1,
  name: say('Réserver un plateau', 'Book a facility'),
  summary: say('Réservez un plateau municipal.', 'Book a municipal facility.'),
  legalBasis: say(
    'Loi sur les compétences municipales (RLRQ, c. C-47.1).',
    'Municipal Powers Act (CQLR, c. C-47.1).',
  ),
  audience: ['associations'],
  theme: 'leisure',
  who: {},
  calendar: 'quebec-public',
  clocks: { acknowledge: { amount: 4, unit: 'hours' }, decide: { amount: 3, unit: 'business-days' } },
  routing: { team: 'loisirs' },
  outcomes: [
    {
      key: 'booked',
      label: say('Réservé', 'Booked'),
      words: say('C’est réservé ({reference}).', 'It is booked ({reference}).'),
      // oxlint-disable-next-line unicorn/no-thenable -- a text, never a function
      retention: { years: 1, then: 'destroy', source: 'Calendrier de conservation' },
    },
  ],
  next: say('Nous vous répondons.', 'We reply to you.'),
  questions: [
    {
      key: 'welcome',
      type: 'information',
      label: say('Avant de commencer', 'Before you start'),
      body: say('Ayez votre calendrier.', 'Have your calendar.'),
    },
    {
      key: 'who',
      type: 'person',
      label: say('Responsable', 'Person in charge'),
      birthDate: true,
      ...personal,
    },
    { key: 'home', type: 'address', label: say('Adresse', 'Address'), ...personal },
    { key: 'call', type: 'phone', label: say('Téléphone', 'Telephone'), ...personal },
    { key: 'write', type: 'email', label: say('Courriel', 'Email'), required: false, ...personal },
    { key: 'title', type: 'text', label: say('Nom de l’activité', 'Name of the activity'), maxLength: 40 },
    {
      key: 'story',
      type: 'long-text',
      label: say('Description', 'Description'),
      required: false,
      maxLength: 200,
    },
    { key: 'facility', type: 'choice', label: say('Plateau', 'Facility'), options },
    {
      key: 'extras',
      type: 'choices',
      label: say('Autres plateaux', 'Other facilities'),
      options,
      required: false,
      max: 2,
    },
    { key: 'alcohol', type: 'yes-no', label: say('Servirez-vous de l’alcool?', 'Will you serve alcohol?') },
    {
      key: 'permit',
      type: 'identifier',
      label: say('Numéro du permis d’alcool', 'Liquor permit number'),
      pattern: '[0-9]{8}',
      example: '12345674',
      check: 'luhn',
      sensitivity: 'sensitive',
      purpose: say('Pour vérifier le permis.', 'To check the permit.'),
      when: { is: { question: 'alcohol', value: true } },
    },
    { key: 'day', type: 'date', label: say('Date', 'Date'), range: { daysMin: 0, daysMax: 365 } },
    {
      key: 'people',
      type: 'number',
      label: say('Nombre de personnes', 'Number of people'),
      min: 1,
      max: 5000,
      unit: say('personnes', 'people'),
    },
    {
      key: 'length',
      type: 'number',
      label: say('Durée', 'Length'),
      decimals: 1,
      min: 0.5,
      max: 12,
      unit: say('h', 'h'),
      required: false,
    },
    { key: 'budget', type: 'money', label: say('Budget', 'Budget'), maxCents: 10_000_000, required: false },
    {
      key: 'parking',
      type: 'place',
      label: say('Où garer les camions?', 'Where will trucks park?'),
      required: false,
    },
    {
      key: 'rating',
      type: 'scale',
      label: say('Nos plateaux vous conviennent-ils?', 'Do our facilities suit you?'),
      low: say('Pas du tout', 'Not at all'),
      high: say('Tout à fait', 'Very much'),
    },
    {
      key: 'wishes',
      type: 'ranking',
      label: say('Vos deux plateaux préférés', 'Your two favourite facilities'),
      options,
      top: 2,
    },
    {
      key: 'visit',
      type: 'slot',
      label: say('Visite des lieux', 'Visit of the facility'),
      places: options.slice(0, 2),
      hours: [
        { days: ['tuesday', 'thursday'], from: '09:00', to: '12:00' },
        { days: ['tuesday'], from: '13:00', to: '14:00' },
      ],
      minutes: 30,
      range: { daysMin: 1, daysMax: 60 },
    },
    {
      key: 'plan',
      type: 'file',
      label: say('Plan', 'Plan'),
      ask: { phone: say('Le plan', 'The plan') },
      required: false,
      filesMax: 2,
    },
    {
      key: 'helpers',
      type: 'group',
      label: say('Bénévoles', 'Volunteers'),
      entry: say('bénévole', 'volunteer'),
      min: 1,
      max: 3,
      when: { gte: { question: 'people', value: 100 } },
      questions: [
        { key: 'helper', type: 'person', label: say('Nom', 'Name'), ...personal },
        { key: 'first-aid', type: 'yes-no', label: say('Secouriste?', 'First aider?') },
        {
          key: 'first-aid-date',
          type: 'date',
          label: say('Date du cours', 'Date of the course'),
          when: { is: { question: 'first-aid', value: true } },
        },
        {
          key: 'liquor-course',
          type: 'yes-no',
          label: say('Cours d’alcool?', 'Liquor course?'),
          when: { is: { question: 'alcohol', value: true } },
        },
      ],
    },
    {
      key: 'newsletter',
      type: 'consent',
      label: say('Infolettre', 'Newsletter'),
      statement: say('Je veux l’infolettre.', 'I want the newsletter.'),
      required: false,
    },
    {
      key: 'rules',
      type: 'consent',
      label: say('Règlement', 'Rules'),
      statement: say('J’accepte le règlement.', 'I accept the rules.'),
    },
  ],
  fee: {
    rules: [
      {
        when: {
          all: [
            { is: { question: 'facility', value: 'field' } },
            { not: { is: { question: 'alcohol', value: true } } },
          ],
        },
        cents: 0,
        label: say('Gratuit', 'Free'),
      },
      {
        when: { in: { question: 'facility', values: ['arena', 'pool'] } },
        cents: 15_000,
        label: say('Location', 'Rental'),
      },
    ],
    payBy: ['counter'],
  },
  reply: { phone: 'call', email: 'write', name: 'who', address: 'home' },
});
