import type { EvidenceId } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import type { ParseOptions } from '../compiled.ts';
import { type MemberQuestion, type Question, question as questionType } from '../definition.ts';
import { readerOf } from './reader-of.ts';

const options: ParseOptions = { today: '2026-03-01' };
const say = { fr: 'Q', en: 'Q' };
const evidence = '0190163d-8694-739b-aea5-966c26f8ad91' as EvidenceId;

const make = (fields: object): Question => questionType.parse({ key: 'q', label: say, ...fields });

/** The stored value, or the code of the first problem. */
const read = (
  question: Question | MemberQuestion,
  raw: unknown,
  more: Partial<ParseOptions> = {},
): unknown => {
  const result = readerOf(question)(raw, { ...options, ...more });
  return result.ok ? result.value : result.problems[0]?.code;
};

const table = (name: string, fields: object, rows: [unknown, unknown][]): void => {
  const question = make(fields);
  describe(`reading: ${name}`, () => {
    it.each(rows)('%j is read as %j', (raw, expected) => {
      expect(read(question, raw)).toEqual(expected);
    });
  });
};

describe('no answer', () => {
  it.each([undefined, null, '', ' \u00a0\u200b', [], {}, { day: '', month: ' ' }, [[], '']])(
    '%j is no answer',
    (raw) => {
      expect(read(make({ type: 'text' }), raw)).toBe('required');
      expect(read(make({ type: 'text', required: false }), raw)).toBeUndefined();
    },
  );

  it('is a consent not given where the consent is optional', () => {
    expect(read(make({ type: 'consent', statement: say, required: false }), undefined)).toBe(false);
  });

  it('is an empty list only where a group may be empty and says so', () => {
    const group = { type: 'group', entry: say, min: 0, questions: [{ key: 'm', type: 'text', label: say }] };
    expect(read(make(group), [])).toEqual([]);
    expect(read(make(group), undefined)).toBe('required');
    expect(read(make({ ...group, min: 1 }), [])).toBe('required');
  });
});

table('text', { type: 'text', maxLength: 10 }, [
  ['  a\t b\n c ', 'a b c'],
  ['e\u0301te\u0301', 'été'],
  ['co\u00adop\u200b', 'coop'],
  ['\u{1f600}'.repeat(10), '\u{1f600}'.repeat(10)],
  ['12345678901', 'too-long'],
  ['a\u0000b', 'bad-characters'],
  ['a\u202eb', 'bad-characters'],
  ['a\ud800', 'bad-characters'],
  [12, 'wrong-type'],
  [['a'], 'wrong-type'],
  [{ pending: 'transcription', evidence }, 'wrong-type'],
]);

table('long text', { type: 'long-text', maxLength: 20 }, [
  ['a  b \r\n\r\n\r\n\r\n c\u2028d ', 'a b\n\nc\nd'],
  ['a\u0007', 'bad-characters'],
  ['x'.repeat(21), 'too-long'],
]);

const options3 = ['a', 'b', 'c'].map((key) => ({ key, label: say }));
table('choice', { type: 'choice', options: options3 }, [
  ['b', 'b'],
  [' b ', 'b'],
  ['B', 'not-an-option'],
  ['toString', 'not-an-option'],
  [1, 'wrong-type'],
]);

table('choices', { type: 'choices', options: options3, min: 1, max: 2 }, [
  [
    ['c', 'a', 'c'],
    ['a', 'c'],
  ],
  ['b', ['b']],
  [['a', ''], ['a']],
  [['a', 'b', 'c'], 'too-many'],
  [['d'], 'not-an-option'],
  [[1], 'wrong-type'],
]);

table('yes-no', { type: 'yes-no' }, [
  [true, true],
  [false, false],
  ['OUI', true],
  ['non', false],
  ['no', false],
  ['true', true],
  ['on', 'not-an-option'],
  [1, 'wrong-type'],
]);

table('required consent', { type: 'consent', statement: say }, [
  ['on', true],
  ['yes', true],
  [false, 'not-consented'],
  ['non', 'not-consented'],
  [undefined, 'required'],
]);

table('date', { type: 'date', range: { min: '1900-01-01', daysMax: 31 } }, [
  ['2026-03-12', '2026-03-12'],
  ['2026/3/2', '2026-03-02'],
  ['12/03/2026', '2026-03-12'],
  ['1.4.2026', '2026-04-01'],
  ['12 03 2026', '2026-03-12'],
  ['12 mars 2026', '2026-03-12'],
  ['1er\u00a0février 2026', '2026-02-01'],
  ['le jeudi 12 MARS 2026', '2026-03-12'],
  ['12 fe\u0301vr. 2024', '2024-02-12'],
  ['March 12, 2026', '2026-03-12'],
  ['Thursday, March 12th, 2026', '2026-03-12'],
  ['12 aout 2024', '2024-08-12'],
  [{ day: '2', month: '3', year: '2026' }, '2026-03-02'],
  [{ day: 2, month: 'mars', year: 2026 }, '2026-03-02'],
  ['29/02/2024', '2024-02-29'],
  ['29/02/2026', 'bad-date'],
  ['31 avril 2024', 'bad-date'],
  ['03/25/2024', 'bad-date'],
  ['12/03/26', 'bad-date'],
  ['12-03/2026', 'bad-date'],
  ['demain', 'bad-date'],
  ['12 thermidor 2024', 'bad-date'],
  [{ day: '2', month: '', year: '2026' }, 'bad-date'],
  [{ day: '2', month: '3', year: '26' }, 'bad-date'],
  [{ day: '2', month: '3', year: '2026', hour: '1' }, 'bad-date'],
  [20260312, 'wrong-type'],
  ['1899-12-31', 'date-too-early'],
  ['2026-04-01', '2026-04-01'],
  ['2026-04-02', 'date-too-late'],
]);

table('whole number', { type: 'number', min: 1, max: 100_000, unit: { fr: 'kg', en: 'kg' } }, [
  ['12', 12],
  [12, 12],
  ['012', 12],
  ['12 kg', 12],
  ['12,00', 12],
  ['1 234', 1234],
  ['1\u202f234', 1234],
  ['1,234', 1234],
  ['1.234', 'bad-number'],
  ['12 34', 'bad-number'],
  ['1 2 3', 'bad-number'],
  ['12.5', 'bad-number'],
  [12.5, 'bad-number'],
  ['1e3', 'bad-number'],
  ['0x10', 'bad-number'],
  ['²', 'bad-number'],
  ['l2', 'bad-number'],
  [Number.NaN, 'bad-number'],
  [Number.POSITIVE_INFINITY, 'bad-number'],
  ['9'.repeat(30), 'bad-number'],
  ['0', 'too-small'],
  ['-3', 'too-small'],
  ['100 001', 'too-large'],
  [true, 'wrong-type'],
]);

table('decimal number', { type: 'number', decimals: 2 }, [
  ['1,5', 1.5],
  ['1.50', 1.5],
  ['-0', 0],
  ['\u22122,25', -2.25],
  ['1 234,5', 1234.5],
  ['1,234.5', 1234.5],
  ['1.234,5', 1234.5],
  ['1,234', 'bad-number'],
  ['1.234', 'bad-number'],
  ['0,125', 'bad-number'],
  [0.1 + 0.2, 0.3],
  [0.125, 'bad-number'],
]);

table('money', { type: 'money', maxCents: 1_000_000_00 }, [
  ['1 234,50 $', 123450],
  ['1,234.50', 123450],
  ['$1,234.50', 123450],
  ['1\u00a0234,50\u00a0$', 123450],
  ['12', 1200],
  ['12,5', 1250],
  ['0,07', 7],
  ['1,234', 123400],
  ['12 dollars', 1200],
  ['12.50 CAD', 1250],
  [1250, 1250],
  [12.5, 'bad-number'],
  ['12,345.678', 'bad-number'],
  ['12,3456', 'bad-number'],
  ['douze', 'bad-number'],
  ['-5', 'too-small'],
  ['2 000 000', 'too-large'],
]);

table('phone', { type: 'phone' }, [
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

table('email', { type: 'email' }, [
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
table('address', { type: 'address' }, [
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

table('place', { type: 'place' }, [
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

table('person', { type: 'person', birthDate: true }, [
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

table('person without birth date', { type: 'person' }, [
  ['Côté, Ève', { given: 'Ève', family: 'Côté' }],
  [
    { given: 'Ève', family: 'Côté', birthDate: '' },
    { given: 'Ève', family: 'Côté' },
  ],
  [{ given: 'Ève', family: 'Côté', birthDate: '1980-05-01' }, 'wrong-type'],
  [true, 'wrong-type'],
]);

table(
  'identifier by Luhn',
  { type: 'identifier', pattern: '[0-9]{9}', example: '046454286', check: 'luhn' },
  [
    ['046 454 286', '046454286'],
    ['046-454\u2011286', '046454286'],
    ['046454287', 'bad-check-digit'],
    ['04645428', 'bad-identifier'],
    ['O46454286', 'bad-identifier'],
    ['x'.repeat(200), 'too-long'],
    [46454286, 'wrong-type'],
  ],
);

table('identifier by Damm', { type: 'identifier', pattern: '[0-9]{4}', example: '5724', check: 'damm' }, [
  ['5724', '5724'],
  ['5274', 'bad-check-digit'],
]);

table(
  'identifier with letters',
  { type: 'identifier', pattern: '[A-Z]{4}[0-9]{8}|X', example: 'TREM12345678', alphabet: 'alphanumeric' },
  [
    ['trem 1234-5678', 'TREM12345678'],
    ['XX', 'bad-identifier'],
  ],
);

table('file', { type: 'file', filesMax: 1, later: ['post'] }, [
  [{ evidence: [evidence, evidence] }, { evidence: [evidence] }],
  [{ later: 'post' }, { later: 'post' }],
  [{ later: 'counter' }, 'not-an-option'],
  [{ evidence: [] }, 'required'],
  [{ evidence: [evidence, evidence.replace('01', '02')] }, 'too-many'],
  [{ evidence: ['../../etc/passwd'] }, 'wrong-type'],
  [{ evidence: [evidence], later: 'post' }, 'wrong-type'],
  ['post', 'wrong-type'],
]);

table('information', { type: 'information', body: say }, [
  [undefined, undefined],
  ['lu', 'not-asked'],
]);

describe('group', () => {
  const group = make({
    type: 'group',
    entry: say,
    min: 1,
    max: 2,
    questions: [{ key: 'm', type: 'text', label: say }],
  });
  it.each<[unknown, unknown]>([
    ['x', 'wrong-type'],
    [['x'], 'wrong-type'],
    [[{ m: 'x' }, { m: 'x' }, { m: 'x' }], 'unknown-question'],
  ])('without its members, %j is refused', (raw, expected) => {
    expect(read(group, raw)).toBe(expected);
  });
});

describe('a recording', () => {
  const pending = { pending: 'transcription', evidence, keyed: { postalCode: 'G1R4S9' } };

  it.each(['text', 'long-text', 'email', 'person', 'address', 'place'])(
    'stands for a %s where the channel may record',
    (type) => {
      expect(read(make({ type }), pending, { allowPending: true })).toEqual(pending);
      expect(read(make({ type }), pending)).not.toEqual(pending);
    },
  );

  it('stands for nothing that a keypad can enter', () => {
    expect(read(make({ type: 'yes-no' }), pending, { allowPending: true })).toBe('wrong-type');
    expect(read(make({ type: 'date' }), pending, { allowPending: true })).toBe('bad-date');
  });

  it.each([
    { pending: 'transcription', evidence: 'x' },
    { pending: 'later', evidence },
    { ...pending, more: 1 },
    { ...pending, keyed: { a: 1 } },
    { ...pending, keyed: { 'a b': 'x' } },
  ])('is refused when it is %j', (raw) => {
    expect(read(make({ type: 'text' }), raw, { allowPending: true })).toBe('wrong-type');
  });
});
