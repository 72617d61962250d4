import type { Answers } from '../answers.ts';

/** Answers to the made-up service as people write them, `today` being 2026-03-01. */
export const everyAnswerWritten = {
  who: { given: 'Marie', family: 'Tremblay', birthDate: '12/05/1980' },
  home: '12, rue Saint-Jean, app. 4\nQuébec (Québec) g1r4s9',
  call: '(418) 555-1234',
  write: 'Marie.Tremblay@Exemple.CA',
  title: '  Fête   des voisins ',
  story: '',
  facility: 'arena',
  extras: ['field', 'pool', 'field'],
  alcohol: 'oui',
  permit: '1234 5674',
  day: '24 juin 2026',
  people: '1 200',
  length: '2,5 h',
  budget: '1 234,50 $',
  parking: 'Derrière l’aréna',
  rating: ' 4 ',
  wishes: { arena: '2', pool: '', field: '1' },
  visit: { place: 'arena', day: '10/03/2026', time: '9 h 30' },
  helpers: [
    { helper: { given: 'Jo', family: 'Roy' }, 'first-aid': 'non', 'liquor-course': true },
    {},
    {
      helper: 'Côté, Ève',
      'first-aid': 'yes',
      'first-aid-date': { day: '1', month: '2', year: '2024' },
      'liquor-course': 'no',
    },
  ],
  rules: 'on',
  'reply-way': 'letter',
};

/** The same answers as they are stored. */
export const everyAnswer: Answers = {
  who: { given: 'Marie', family: 'Tremblay', birthDate: '1980-05-12' },
  home: {
    street: '12, rue Saint-Jean',
    unit: 'app. 4',
    municipality: 'Québec',
    province: 'QC',
    postalCode: 'G1R 4S9',
  },
  call: '+14185551234',
  write: 'Marie.Tremblay@exemple.ca',
  title: 'Fête des voisins',
  facility: 'arena',
  extras: ['pool', 'field'],
  alcohol: true,
  permit: '12345674',
  day: '2026-06-24',
  people: 1200,
  length: 2.5,
  budget: 123450,
  parking: { text: 'Derrière l’aréna' },
  rating: 4,
  wishes: ['field', 'arena'],
  visit: { place: 'arena', day: '2026-03-10', time: '09:30' },
  helpers: [
    { helper: { given: 'Jo', family: 'Roy' }, 'first-aid': false, 'liquor-course': true },
    {
      helper: { given: 'Ève', family: 'Côté' },
      'first-aid': true,
      'first-aid-date': '2024-02-01',
      'liquor-course': false,
    },
  ],
  newsletter: false,
  rules: true,
  'reply-way': 'letter',
};
