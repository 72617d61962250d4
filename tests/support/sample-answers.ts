import type { Answers } from '@guichet/catalogue';
import type { EvidenceId } from '@guichet/kernel';

/** Answers to every question of the sample service, of people who do not exist. */
export const sampleAnswers: Answers = {
  title: 'Jardin de quartier',
  story: 'Des bacs à légumes\net des bancs.',
  colour: 'green',
  district: 'district-12',
  tools: ['red', 'blue'],
  dog: true,
  'dog-name': 'Pistache',
  start: '2027-05-03',
  weight: 12.5,
  budget: 123450,
  phone: '+14185550123',
  email: 'jeanne.tremblay@exemple.ca',
  home: {
    street: '12, rue des Érables',
    unit: '4',
    municipality: 'Québec',
    province: 'QC',
    postalCode: 'G1R 4S9',
  },
  spot: { text: 'En face du 12, rue des Érables' },
  owner: { given: 'Jeanne', family: 'Tremblay', birthDate: '1958-02-09' },
  sin: '046454286',
  proof: { evidence: ['0199f3c2-7a41-7abc-9def-0123456789ab' as EvidenceId] },
  household: [
    {
      who: { given: 'Luc', family: 'Roy' },
      works: true,
      employer: 'Boulangerie Roy',
      likes: ['red'],
      since: '2020-01-15',
    },
    { who: { given: 'Ève', family: 'Roy' }, works: false, likes: [] },
  ],
  consent: true,
  'reply-way': 'email',
  'reply-email': 'jeanne.tremblay@exemple.ca',
};
