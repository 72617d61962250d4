import { todayOf } from '@guichet/casework';
import type { Submission } from '@guichet/catalogue';
import { day } from '@guichet/kernel';

export type DemoRequest = Omit<Submission, 'idempotency' | 'depositedAt'> & {
  key: string;
  /** Unit: days before now. */
  daysAgo: number;
  stage?: 'taken' | 'paused' | 'closed';
};

/** A few citizens and what they asked, at several stages and through every door. Names and addresses are invented. */
export function demoRequests(now: Date): DemoRequest[] {
  const isoDay = (days: number) => todayOf(new Date(now.getTime() + days * day));
  return [
    {
      key: 'pothole-closed',
      service: 'nid-de-poule',
      channel: 'web',
      language: 'fr',
      daysAgo: 6,
      stage: 'closed',
      answers: {
        place: { text: 'Angle de la rue des Érables et du boulevard Laurier' },
        size: 'large',
        danger: true,
        'danger-kinds': ['swerving', 'crossing'],
        description: 'Voie de droite, juste après l’arrêt d’autobus.',
        'reply-way': 'email',
        'reply-email': 'marie.cote@exemple.example',
      },
    },
    {
      key: 'address-by-post',
      service: 'changement-adresse',
      channel: 'mail',
      language: 'fr',
      daysAgo: 4,
      answers: {
        person: { given: 'Gérard', family: 'Pelletier', birthDate: '1946-03-09' },
        'old-address': {
          street: '215, rue Principale',
          municipality: 'Rivière-aux-Pins',
          province: 'QC',
          postalCode: 'G0A 1B0',
        },
        'new-address': {
          street: '48, avenue des Tilleuls',
          unit: '3',
          municipality: 'Rivière-aux-Pins',
          province: 'QC',
          postalCode: 'G0A 1C2',
        },
        'move-date': isoDay(14),
        'with-others': true,
        household: [
          { member: { given: 'Thérèse', family: 'Lavoie', birthDate: '1948-11-30' }, relationship: 'spouse' },
        ],
        bodies: ['taxation', 'library'],
        sharing: true,
        proof: { later: 'post' },
        'reply-way': 'letter',
      },
    },
    {
      key: 'dog-at-counter',
      service: 'permis-chien',
      channel: 'counter',
      language: 'fr',
      daysAgo: 2,
      stage: 'taken',
      answers: dog(
        { owner: { given: 'Sofia', family: 'Nguyen' }, name: 'Biscuit', vaccinatedOn: isoDay(-90) },
        { 'reply-way': 'pickup' },
      ),
    },
    {
      key: 'pothole-by-phone',
      service: 'nid-de-poule',
      channel: 'phone',
      language: 'fr',
      daysAgo: 1,
      answers: {
        place: { text: 'Devant le 1200, chemin du Lac' },
        size: 'medium',
        danger: false,
        'reply-way': 'sms',
        'reply-phone': '+14185550142',
      },
    },
    {
      key: 'dog-paused',
      service: 'permis-chien',
      channel: 'web',
      language: 'en',
      daysAgo: 3,
      stage: 'paused',
      answers: dog(
        { owner: { given: 'James', family: 'Fraser' }, name: 'Scout', vaccinatedOn: isoDay(-400) },
        { 'reply-way': 'email', 'reply-email': 'james.fraser@example.example' },
      ),
    },
    {
      key: 'pothole-anonymous',
      service: 'nid-de-poule',
      channel: 'web',
      language: 'fr',
      daysAgo: 0,
      answers: {
        place: { text: 'Rue Saint-Joseph, devant la bibliothèque' },
        size: 'small',
        danger: false,
        'reply-way': 'none',
      },
    },
  ];
}

interface Dog {
  owner: { given: string; family: string };
  name: string;
  vaccinatedOn: string;
}

function dog({ owner, name, vaccinatedOn }: Dog, reply: Record<string, unknown>): Record<string, unknown> {
  return {
    owner,
    address: {
      street: '77, rue du Moulin',
      municipality: 'Rivière-aux-Pins',
      province: 'QC',
      postalCode: 'G0A 1B4',
    },
    'dog-name': name,
    breed: 'Croisé',
    colour: 'Brun, tache blanche au poitrail',
    'birth-year': 2021,
    sex: 'female',
    weight: 14,
    sterilised: true,
    assistance: false,
    vaccinated: true,
    'rabies-date': vaccinatedOn,
    'has-microchip': true,
    microchip: '124000000012345',
    dangerous: false,
    truth: true,
    ...reply,
  };
}
