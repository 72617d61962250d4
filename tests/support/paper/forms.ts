import { fileURLToPath } from 'node:url';
import type { Answers, CompiledService } from '@guichet/catalogue';
import { loadCatalogue } from '@guichet/catalogue/load';
import { type FormLayout, type FormOptions, layoutForm, pageSigner } from '@guichet/channels/mail';
import type { Language } from '@guichet/kernel';

/** The day of every paper test. */
export const paperDay = '2026-11-24';

/** The key that the test forms are signed with. */
export const paperSign = pageSigner(Buffer.from('a key for paper tests'));

export const paperOptions: FormOptions = {
  organisation: 'Ville de Saint-Rémi-des-Érables',
  returnAddress: [
    'Ville de Saint-Rémi-des-Érables',
    'Guichet des services',
    '100, rue de l’Hôtel-de-Ville',
    'Saint-Rémi-des-Érables (Québec)  J0L 2L0',
  ],
  serial: 'T3STPAPER0',
  sign: paperSign,
  online: 'guichet.exemple.ca',
  phone: '450 555-0100',
};

const packs = fileURLToPath(new URL('../../../shared/catalogue/packs/', import.meta.url));

let shipped: ReturnType<typeof loadCatalogue> | undefined;

/** Reading the packs takes a second: once a process is enough, since nothing changes them. */
const shippedPacks = () => (shipped ??= loadCatalogue(packs));

/** Lists the codes of the shipped services. */
export const shippedCodes = (): string[] => shippedPacks().services.map(({ definition }) => definition.code);

/** Gives a shipped service by its code, in the version in force unless another is named. */
export function shippedService(code: string, version?: number): CompiledService {
  const service = shippedPacks().find(code, version);
  if (service === undefined) throw new Error(`no service ${code} in the shipped packs`);
  return service;
}

/** Lays out a test form, in Letter and normal print unless said otherwise. */
export function testForm(
  compiled: CompiledService,
  language: Language,
  serial = paperOptions.serial,
  more: Partial<FormOptions> = {},
): FormLayout {
  return layoutForm(compiled, language, { ...paperOptions, serial, ...more });
}

/** What three people of our tests ask for on paper. */
export const paperAnswers: Record<string, Answers> = {
  'nid-de-poule': {
    place: { text: "245, rue Sainte-Thérèse, devant l'école" },
    size: 'medium',
    danger: true,
    'danger-kinds': ['swerving', 'hidden'],
    description:
      "Le trou se trouve dans la voie de droite, juste après le feu de circulation. Il s'agrandit à chaque pluie.",
    photo: { later: 'post' },
    'reply-way': 'email',
    'reply-email': 'amina.tremblay@exemple.ca',
  },
  'changement-adresse': {
    person: { given: 'Éloïse', family: 'Bélanger-Côté', birthDate: '1987-03-14' },
    'old-address': {
      street: '12, rue des Érables',
      unit: '4B',
      municipality: 'Trois-Rivières',
      province: 'QC',
      postalCode: 'G8T 2W7',
    },
    'new-address': {
      street: '1450, boulevard René-Lévesque Ouest',
      municipality: 'Québec',
      province: 'QC',
      postalCode: 'G1S 1Y3',
    },
    'move-date': '2026-12-01',
    'with-others': true,
    household: [
      { member: { given: 'Loïc', family: 'Bélanger', birthDate: '2015-09-30' }, relationship: 'child' },
      {
        member: { given: 'Anaïs', family: 'Côté', birthDate: '1990-01-22' },
        relationship: 'other',
        'relationship-detail': 'Colocataire',
      },
    ],
    bodies: ['taxation', 'library', 'animals'],
    sharing: true,
    proof: { later: 'post' },
    phone: '+14185550142',
    'reply-way': 'letter',
  },
  'permis-chien': {
    owner: { given: 'Jean-François', family: 'Gagné' },
    address: {
      street: '87, chemin du Lac',
      municipality: 'Saint-Sauveur',
      province: 'QC',
      postalCode: 'J0R 1R6',
    },
    'dog-name': 'Maïka',
    breed: 'Berger australien, croisé',
    colour: 'Noir et blanc, oreille gauche blanche',
    'birth-year': 2021,
    sex: 'female',
    weight: 27,
    sterilised: true,
    assistance: false,
    vaccinated: true,
    'rabies-date': '2025-06-18',
    'has-microchip': true,
    microchip: '124000000987654',
    dangerous: false,
    truth: true,
    'reply-way': 'sms',
    'reply-phone': '+15145550187',
  },
};
