import { readingTable } from './reading-table.ts';

readingTable('phone', { type: 'phone' }, [
  ['(418) 555-1234', '+14185551234'],
  ['418.555.1234', '+14185551234'],
  ['1 418 555‑1234', '+14185551234'],
  ['4185551234', '+14185551234'],
  ['+33 1 42 68 53 00', '+33142685300'],
  ['555-1234', 'bad-phone'],
  ['310-1234', 'bad-phone'],
  ['418 155 1234', 'bad-phone'],
  ['999 555 1234', 'bad-phone'],
  ['418 555 1234 poste 22', 'bad-phone'],
  ['418 555-l234', 'bad-phone'],
  ['appelez 418 555-1234', 'bad-phone'],
  [4185551234, 'wrong-type'],
]);

readingTable('email', { type: 'email' }, [
  [' Jean.Roy+311@Exemple.CA ', 'Jean.Roy+311@exemple.ca'],
  ['<jean@exemple.ca>', 'jean@exemple.ca'],
  ['jean@montréal.example', 'jean@xn--montral-fya.example'],
  ['jean@exemple', 'bad-email'],
  ['jean@@exemple.ca', 'bad-email'],
  ['jean..roy@exemple.ca', 'bad-email'],
  ['jean roy@exemple.ca', 'bad-email'],
  ['réné@exemple.ca', 'bad-email'],
  ['jean@exemple.ca, a@b.ca', 'bad-email'],
  ['jean@-exemple.ca', 'bad-email'],
  [`${'x'.repeat(65)}@exemple.ca`, 'bad-email'],
  ['jean@exemple.ca\u0000', 'bad-email'],
  [1, 'wrong-type'],
]);

const quebec = {
  street: '12, rue Saint-Jean',
  municipality: 'Québec',
  province: 'QC',
  postalCode: 'G1R 4S9',
};
readingTable('address', { type: 'address' }, [
  [quebec, quebec],
  [
    { ...quebec, unit: ' 4 ', country: 'Canada', postalCode: 'g1r-4s9', province: 'québec' },
    { ...quebec, unit: '4' },
  ],
  [{ ...quebec, province: '' }, quebec],
  ['12, rue Saint-Jean, Québec (Québec) G1R 4S9', quebec],
  ['12, rue Saint-Jean\nQuébec QC  G1R 4S9\nCanada', quebec],
  ['12, rue Saint-Jean, Québec G1R4S9', quebec],
  ['12, rue Saint-Jean, app. 4, Québec, Québec, G1R 4S9', { ...quebec, unit: 'app. 4' }],
  [
    '5 King St W, Toronto, Ontario M5H 1A1',
    { street: '5 King St W', municipality: 'Toronto', province: 'ON', postalCode: 'M5H 1A1' },
  ],
  [
    { street: '1 rue X', municipality: 'Paris', postalCode: '75001', country: 'fr' },
    { street: '1 rue X', municipality: 'Paris', province: '', postalCode: '75001', country: 'FR' },
  ],
  ['12 rue Saint-Jean Québec G1R 4S9', 'incomplete-address'],
  ['12, rue Saint-Jean, Québec', 'incomplete-address'],
  ['Aux soins de Jo, 12, rue Saint-Jean, Québec G1R 4S9', 'incomplete-address'],
  [{ ...quebec, street: ' ' }, 'incomplete-address'],
  [{ ...quebec, province: 'Bourgogne' }, 'incomplete-address'],
  [{ ...quebec, country: 'Nulle part' }, 'incomplete-address'],
  [{ ...quebec, postalCode: 'G1R 4SO' }, 'bad-postal-code'],
  [{ ...quebec, postalCode: 'D1R 4S9' }, 'bad-postal-code'],
  [{ ...quebec, postalCode: 'GIR 4S9' }, 'bad-postal-code'],
  [{ ...quebec, line2: 'app. 4' }, 'wrong-type'],
  [{ ...quebec, street: 12 }, 'wrong-type'],
  [{ ...quebec, street: 'x'.repeat(121) }, 'too-long'],
  [{ ...quebec, street: 'a\u0000' }, 'bad-characters'],
  [['x'], 'wrong-type'],
]);

readingTable('place', { type: 'place' }, [
  [' devant  le 12 ', { text: 'devant le 12' }],
  [
    { text: 'ici', latitude: '46.8139', longitude: -71.208 },
    { text: 'ici', latitude: 46.8139, longitude: -71.208 },
  ],
  [
    { text: '', latitude: 46.81390012, longitude: -71.208 },
    { text: '46.8139, -71.208', latitude: 46.8139, longitude: -71.208 },
  ],
  [{ text: 'ici', latitude: '', longitude: '' }, { text: 'ici' }],
  [{ text: 'ici', latitude: 46 }, 'bad-place'],
  [{ text: 'ici', latitude: 91, longitude: 0 }, 'bad-place'],
  [{ text: 'ici', latitude: 'nord', longitude: 0 }, 'bad-place'],
  [{ text: 'ici', latitude: Number.NaN, longitude: 0 }, 'bad-place'],
  [{ text: 'ici', zoom: 3 }, 'wrong-type'],
  [3, 'wrong-type'],
]);

readingTable('person', { type: 'person', birthDate: true }, [
  [
    { given: ' Ève ', family: 'Côté', birthDate: '1er mai 1980' },
    { given: 'Ève', family: 'Côté', birthDate: '1980-05-01' },
  ],
  [
    { given: 'Ève', family: 'Côté', birthDate: { day: 1, month: 5, year: 1980 } },
    { given: 'Ève', family: 'Côté', birthDate: '1980-05-01' },
  ],
  [{ given: 'Ève', family: 'Côté' }, 'incomplete-person'],
  [{ given: 'Ève', birthDate: '1980-05-01' }, 'incomplete-person'],
  ['Ève Côté', 'incomplete-person'],
  [{ given: 'Ève', family: 'Côté', birthDate: '2026-03-02' }, 'date-too-late'],
  [{ given: 'Ève', family: 'Côté', birthDate: '1780-03-02' }, 'date-too-early'],
  [{ given: 'Ève', family: 'Côté', birthDate: 'hier' }, 'bad-date'],
  [{ given: 'Ève', family: 'Côté', birthDate: '1980-05-01', nas: '1' }, 'wrong-type'],
]);

readingTable('person without birth date', { type: 'person' }, [
  ['Côté, Ève', { given: 'Ève', family: 'Côté' }],
  [
    { given: 'Ève', family: 'Côté', birthDate: '' },
    { given: 'Ève', family: 'Côté' },
  ],
  [{ given: 'Ève', family: 'Côté', birthDate: '1980-05-01' }, 'wrong-type'],
  [true, 'wrong-type'],
]);
