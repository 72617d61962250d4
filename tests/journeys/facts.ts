import { todayOf } from '@guichet/casework';
import type { Answers } from '@guichet/catalogue';
import { day, type Language, systemClock } from '@guichet/kernel';

/** The same facts for every door, of people who do not exist. How each hears back is the door's own choice. */
export interface Facts {
  service: string;
  answers: Answers;
  /** In which the person asks and is answered. */
  language: Language;
}

const isoDay = (days: number) => todayOf(new Date(systemClock.now().getTime() + days * day));

const home = { street: '215, rue Principale', municipality: 'Québec', province: 'QC', postalCode: 'G1R 4S9' };

export const changeOfAddress: Facts = {
  service: 'changement-adresse',
  language: 'fr',
  answers: {
    person: { given: 'Marie', family: 'Tremblay', birthDate: '1958-03-09' },
    'old-address': home,
    'new-address': {
      street: '48, avenue des Tilleuls',
      municipality: 'Québec',
      province: 'QC',
      postalCode: 'G1K 3A2',
    },
    'move-date': isoDay(14),
    'with-others': true,
    household: [
      { member: { given: 'Luc', family: 'Roy', birthDate: '1956-11-30' }, relationship: 'spouse' },
      { member: { given: 'Nadia', family: 'Roy', birthDate: '1999-07-04' }, relationship: 'child' },
    ],
    bodies: ['taxation', 'library'],
    sharing: true,
    proof: { later: 'post' },
    phone: '+14185550123',
  },
};

export const dogLicence: Facts = {
  service: 'permis-chien',
  language: 'fr',
  answers: {
    owner: { given: 'Marie', family: 'Tremblay' },
    address: home,
    'dog-name': 'Biscuit',
    breed: 'Labrador',
    colour: 'Noir',
    'birth-year': 2021,
    sex: 'female',
    weight: 28,
    sterilised: true,
    assistance: false,
    vaccinated: true,
    'rabies-date': isoDay(-90),
    'has-microchip': true,
    microchip: '124000000012345',
    dangerous: false,
    truth: true,
  },
};

/** A report that could be made without a name; whoever asks for a reply by post or at a counter gives one. */
export const pothole: Facts = {
  service: 'nid-de-poule',
  language: 'en',
  answers: {
    place: { text: '245 Sainte-Anne Street, by the school' },
    size: 'medium',
    danger: true,
    'danger-kinds': ['swerving', 'hidden'],
    description: 'In the right lane, just past the lights. It grows after each rain.',
    photo: { later: 'post' },
  },
};

/** How the person asks to hear back, by door. */
export const replies = {
  web: { 'reply-way': 'email', 'reply-email': 'marie.tremblay@exemple.ca' },
  phone: { 'reply-way': 'sms', 'reply-phone': '+14185550123' },
  mail: { 'reply-way': 'letter', 'reply-name': 'Marie Tremblay', 'reply-address': home },
  counter: { 'reply-way': 'pickup', 'reply-name': 'Marie Tremblay' },
} satisfies Record<string, Answers>;
