import { type Answers, type CompiledService, compile, serviceDefinition } from '@guichet/catalogue';
import type { Bilingual } from '@guichet/kernel';

const say = (fr: string, en: string): Bilingual => ({ fr, en });
const option = (key: string, fr: string, en: string) => ({ key, label: say(fr, en) });
const halls = [
  option('town-hall', 'Hôtel de ville', 'Town hall'),
  option('library', 'Bibliothèque', 'Library'),
  option('arena', 'Aréna', 'Arena'),
];
const weekday = ['monday', 'tuesday', 'thursday'] as const;

/** A made-up service of a page or two with every way to give an opinion and to wish for a time, for tests of paper. */
export const opinionPoll: CompiledService = compile(
  serviceDefinition.parse({
    code: 'sondage-papier',
    version: 1,
    name: say('Donner son avis et prendre rendez-vous', 'Give an opinion and make an appointment'),
    summary: say('Dites ce que vous pensez.', 'Say what you think.'),
    legalBasis: say('Résolution du conseil', 'Resolution of the council'),
    audience: ['citizens'],
    theme: 'democracy',
    who: {
      anonymous: true,
      mandate: {
        roles: [
          option('parent', 'Parent ou tuteur', 'Parent or tutor'),
          option('mandatary', 'Mandataire', 'Mandatary'),
        ],
        proof: say('Aucun document n’est exigé d’un parent.', 'No document is required from a parent.'),
      },
    },
    calendar: 'quebec-public',
    clocks: {
      acknowledge: { amount: 1, unit: 'business-days' },
      decide: { amount: 9, unit: 'business-days' },
    },
    routing: { team: 'participation' },
    outcomes: [
      {
        key: 'counted',
        label: say('Compté', 'Counted'),
        words: say('C’est compté ({reference}).', 'It is counted ({reference}).'),
        // oxlint-disable-next-line unicorn/no-thenable -- a text, never a function
        retention: { years: 1, then: 'destroy', source: 'Calendrier' },
      },
    ],
    next: say('Nous comptons les avis.', 'We count the opinions.'),
    computed: [
      {
        key: 'total',
        label: say('Prix des versements', 'Price of the instalments'),
        value: { product: [{ answer: 'parts' }, 500] },
        writes: 'money',
      },
    ],
    fee: {
      rules: [
        { when: { is: { question: 'likes', value: 10 } }, cents: 0, label: say('Gratuit', 'Free') },
        { when: { is: { question: 'likes', value: 9 } }, cents: 123_450, label: say('Forfait', 'Flat rate') },
        { cents: { answer: 'total' }, label: say('Tarif', 'Rate') },
      ],
      payBy: ['counter', 'cheque'],
      instalments: { payments: 'parts', everyDays: 30 },
    },
    referrals: [
      {
        key: 'ministry',
        to: say('Ministère de la Participation', 'Department of Participation'),
        why: say('Pour son bilan annuel.', 'For its yearly report.'),
        tell: ['parks', 'likes'],
        consent: 'agreed',
        when: { gte: { question: 'total', value: 1000 } },
      },
      {
        key: 'registrar',
        to: say('Directeur des scrutins', 'Registrar of polls'),
        why: say('Pour compter une seule fois.', 'To count once only.'),
        tell: ['parks'],
        source: say('Loi sur les scrutins, article 4.', 'Polls Act, section 4.'),
      },
    ],
    questions: [
      {
        key: 'parks',
        type: 'scale',
        label: say('Les parcs sont-ils propres?', 'Are the parks clean?'),
        helpFor: { mail: say('Pensez à l’été.', 'Think of the summer.') },
        low: say('pas du tout d’accord', 'strongly disagree'),
        high: say('tout à fait d’accord', 'strongly agree'),
      },
      {
        key: 'likes',
        type: 'scale',
        label: say('Recommanderiez-vous la piscine?', 'Would you recommend the pool?'),
        min: 0,
        max: 10,
        low: say('jamais', 'never'),
        high: say('sans aucune hésitation', 'without any hesitation'),
      },
      {
        key: 'order',
        type: 'ranking',
        label: say('Classez ces projets', 'Rank these projects'),
        options: halls,
        when: { gte: { question: 'likes', value: 1 } },
        whenWords: say('Si vous aimez un peu la piscine', 'If you like the pool a little'),
      },
      {
        key: 'favourites',
        type: 'ranking',
        label: say('Vos trois activités préférées', 'Your three favourite activities'),
        top: 3,
        options: [
          option('swim', 'Natation', 'Swimming'),
          option('skate', 'Patinage', 'Skating'),
          option('read', 'Lecture', 'Reading'),
          option('walk', 'Marche', 'Walking'),
          option('sing', 'Chant', 'Singing'),
          option('dance', 'Danse', 'Dance'),
          option('cook', 'Cuisine', 'Cooking'),
          option('paint', 'Peinture', 'Painting'),
          option('chess', 'Échecs', 'Chess'),
        ],
      },
      {
        key: 'meeting',
        type: 'slot',
        label: say('Où et quand voulez-vous nous voir?', 'Where and when do you wish to see us?'),
        places: halls,
        hours: [
          { days: [...weekday], from: '09:00', to: '16:30' },
          { days: ['wednesday'], from: '10:00', to: '19:00' },
        ],
        minutes: 30,
        range: { daysMin: 0, daysMax: 90 },
      },
      {
        key: 'call-back',
        type: 'slot',
        label: say('Quand vous rappeler?', 'When to call you back?'),
        required: false,
        places: [option('phone', 'Par téléphone', 'By telephone')],
        hours: [{ days: [...weekday], from: '08:00', to: '12:00' }],
        minutes: 90,
      },
      {
        key: 'parts',
        type: 'number',
        label: say('En combien de versements?', 'In how many instalments?'),
        min: 1,
        max: 6,
        required: false,
      },
      {
        key: 'agreed',
        type: 'consent',
        label: say('Transmission', 'Passing on'),
        statement: say('J’accepte.', 'I agree.'),
        required: false,
      },
    ],
  }),
);

/** What one person thinks, and when they are free. */
export const opinionAnswers: Answers = {
  'behalf-whose': 'another',
  'behalf-name': { given: 'Louis', family: 'Martin' },
  'behalf-role': 'parent',
  parks: 4,
  likes: 10,
  order: ['arena', 'town-hall', 'library'],
  favourites: ['chess', 'swim', 'dance'],
  meeting: { place: 'library', day: '2026-12-02', time: '13:30' },
  'call-back': { place: 'phone', day: '2026-12-01', time: '09:30' },
  agreed: true,
  'reply-way': 'none',
};
