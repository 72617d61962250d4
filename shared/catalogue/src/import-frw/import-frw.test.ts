import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { type ServiceDefinition, serviceDefinition } from '../definition.ts';
import { check } from '../check/check.ts';
import { readYaml } from '../read-yaml.ts';
import { importFrw } from './import-frw.ts';
import { plainText } from './plain-text.ts';

const sample = readFileSync(new URL('sample.form.yml', import.meta.url), 'utf8');
const options = { code: 'jardinet', schema: 'service-definition.schema.json' };

function imported(text: string) {
  const read = importFrw(text, options);
  if (!read.ok) throw new Error(`${read.line}: ${read.problem.en}`);
  return read.value;
}

const made = imported(sample);
const definition: ServiceDefinition = serviceDefinition.parse(readYaml(made.yaml).value);
const service = compile(definition);
const question = (key: string) => service.question(key);
const described = (key: string) => {
  const when = question(key)?.when;
  return when && service.describeCondition(when, 'en');
};
/** The report on one component: what became of it, and why. */
const told = (component: string) =>
  made.notes.filter((one) => one.component === component).map(({ fate, why }) => `${fate}: ${why.en}`);

describe('a form of FRW', () => {
  it('becomes a definition that the check finds in order, under a mark that says what is to be written', () => {
    expect(made.problems).toEqual([]);
    expect(check(readYaml(made.yaml).value)).toMatchObject({ ok: true });
    expect(definition.name).toEqual({ fr: "Location d'un jardinet", en: 'Rental of a garden plot' });
    expect(definition.legalBasis.fr).toContain('À COMPLÉTER');
    const todo = made.notes.filter(({ fate }) => fate === 'to-complete').map(({ component }) => component);
    expect(todo).toEqual(
      expect.arrayContaining(['legalBasis', 'clocks', 'outcomes', 'sensitivity, purpose']),
    );
  });

  it.each([
    ['nom-famille', { type: 'text', required: true, maxLength: 36, sensitivity: 'personal' }],
    ['histoire', { type: 'long-text', required: false, maxLength: 500 }],
    ['naissance', { type: 'date', range: { daysMax: -1 } }],
    [
      'parc',
      {
        type: 'choice',
        help: {
          fr: 'Le plus proche de chez vous.\nVoyez la carte.',
          en: 'The nearest to your home.\nSee the map.',
        },
      },
    ],
    ['deja-loue', { type: 'yes-no' }],
    ['numero-jardinet', { type: 'identifier', pattern: '[0-9]{6}', example: '123456' }],
    ['cultures', { type: 'choices', min: 1 }],
    ['arrosage', { type: 'number', min: 1, max: 7 }],
    ['montant', { type: 'money', minCents: 100 }],
    ['tel1', { type: 'phone' }],
    ['courriel', { type: 'email', required: false }],
    ['code-p', { type: 'text', maxLength: 7 }],
    ['adresse', { type: 'address' }],
    ['assurance', { type: 'identifier', check: 'luhn', sensitivity: 'sensitive' }],
    ['preuve', { type: 'file', filesMax: 5 }],
    ['info-proprio', { type: 'information', label: { fr: 'Votre propriétaire', en: 'Your landlord' } }],
    ['nom', { type: 'text' }],
    ['jardiniers', { type: 'group', min: 1, max: 4, entry: { fr: 'Jardinier', en: 'Gardener' } }],
    ['photo', { type: 'file', required: false }],
    [
      'engagement',
      { type: 'consent', statement: { fr: 'Je respecterai le règlement.', en: 'I will follow the rules.' } },
    ],
    ['signe', { type: 'consent' }],
    ['p1-statut', { type: 'choice' }],
    ['p2-statut', { type: 'choice' }],
  ])('asks %s', (key, parts) => {
    expect(question(key)).toMatchObject(parts);
  });

  it.each([
    ['parc-autre', 'If “Which park?” is “Elsewhere”'],
    [
      'numero-jardinet',
      'If “Have you rented before?” is “Yes” and “Which park?” is not “Elsewhere” and “Which park?” is “North Park”',
    ],
    ['arrosage', 'If “What will you grow?” includes “Vegetables”'],
    [
      'outils',
      'If (“Waterings a week” has an answer and “Waterings a week” is more than 3) or (“Which park?” is “North Park” or “Which park?” is “South-East Park”)',
    ],
    ['tel1', 'If “What will you grow?” has an answer'],
    [
      'accord',
      'If “What will you grow?” has an answer, “Have you rented before?” is not “Yes” and “Name” has an answer',
    ],
    ['p1-pays', 'If “Status” is “Visitor”'],
  ])('asks %s on its condition', (key, words) => {
    expect(described(key)).toBe(words);
  });

  it('tells the same names apart by the prefix of their sections', () => {
    expect(question('p2-pays')?.when).toEqual({ is: { question: 'p2-statut', value: 'b' } });
  });

  it('keeps a condition within an entry of a list', () => {
    const list = question('jardiniers');
    const members = list?.type === 'group' ? list.questions : [];
    expect(members.map(({ key }) => key)).toEqual(['prenom', 'mineur', 'tuteur']);
    expect(members[2]?.when).toEqual({ is: { question: 'mineur', value: true } });
  });

  it('never makes required what stands under a condition that it can’t read', () => {
    for (const key of ['rabais', 'garde', 'remise'])
      expect(question(key), key).toMatchObject({ required: false });
    expect(told('rabais')).toEqual(['to-complete: condition to write (it is a script): this.total() > 100']);
    expect(told('garde')).toEqual([
      "to-complete: condition to write (`jardiniers.mineur` is inside a list): val('jardiniers.mineur') === 'true'",
    ]);
    expect(told('remise')[0]).toContain('`total` is filled by a script');
  });

  it.each([
    ['injecterJs', 'lost: a script has no place in a definition'],
    ['securite', 'by-guichet: an account is never needed'],
    ['nomFamille', 'lost: the field of the PDF: the paper form is made from the definition'],
    ['histoire', 'lost: the text in the field: put it in `help`'],
    ['avis', 'changed: the text is carried over without its HTML'],
    ['cultures', 'to-complete: some options are not translated'],
    ['outils', 'lost: validation `starts_with` has no equal here'],
    ['courriel', 'by-guichet: the error messages are those of Guichet, the same at each door'],
    ['photo', 'changed: a document can’t be in a list: it is asked after it'],
    ['total', 'lost: a hidden field is filled by a script'],
    ['jamais', 'lost: is never shown (v-if: false)'],
    ['signe', 'changed: a signature becomes a consent, given the same way at each door'],
    ['couleur', 'lost: type `color` has no equal'],
    ['dynamic', 'by-guichet: the review page is that of Guichet'],
  ])('tells what became of %s', (component, line) => {
    expect(told(component)).toContain(line);
  });

  it('tells the line of each part, in order', () => {
    const at = (component: string) => made.notes.find((one) => one.component === component)?.line;
    const lineOf = (words: string) => sample.slice(0, sample.indexOf(words)).split('\n').length;
    expect(at('injecterJs')).toBe(lineOf('  injecterJs'));
    expect(at('nomFamille')).toBe(lineOf('pdfBind'));
    expect(at('rabais')).toBe(lineOf('v-if: this.total'));
    const lines = made.notes.map(({ line }) => line);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });

  it('counts what was carried over', () => {
    expect(made.counts).toEqual({
      // 13, 21 and 2 × 2: the review page is none.
      components: 38,
      // All but `total`, `jamais` and `couleur`.
      carried: 35,
      conditions: 14,
      // All but those of `rabais`, `garde` and `remise`.
      conditionsRead: 11,
      // The three members of the list are within it; each prefix has a heading.
      questions: 34,
    });
  });

  it('writes a text without its markup', () => {
    const notice = definition.questions[0];
    expect(notice?.type === 'information' && notice.body.fr).toBe(
      'Les jardinets sont à\u00a0louer :\n– au parc;\n– sur le toit (https://exemple.ca/toit).',
    );
    expect(plainText('2 < 3 et 4 > 1').marked).toBe(false);
  });

  it.each([
    ['form: [', 'the indent does not follow that of its block'],
    ['a: 1', 'this is no FRW form: key `form` is missing'],
    ['form: { title: { fr: A } }', 'the form asks nothing'],
    [`form: &a { sectionsGroup: [ *a ] }`, 'the file unfolds without end or too deeply'],
    [
      `a: &a [1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nform: { x: [*e,*e,*e,*e] }`,
      'the file unfolds without end or too deeply',
    ],
  ])('refuses %s', (text, why) => {
    const read = importFrw(text, options);
    expect(read.ok ? '' : read.problem.en).toContain(why);
  });

  it('tells once what sections used again say each time, and every key that it does not know', () => {
    const component = '{ name: suivi, label: { fr: S, en: S }, classes: large, rappel: 3 }';
    const { notes, counts } = imported(`form:
  sectionsGroup:
    - { prefixId: un, sections: &s [{ id: a, components: [${component}] }] }
    - { prefixId: deux, sections: *s }
`);
    expect(counts).toMatchObject({ components: 2, questions: 2 });
    const lines = notes.filter((one) => one.component === 'suivi');
    expect(lines.map(({ line, fate, why }) => `${line} ${fate}: ${why.en}`)).toEqual([
      '3 lost: key `rappel` has no equal',
    ]);
  });

  it('tells that a document taken out of a list is asked of all', () => {
    const when = 'val(`${name}.moins`, index)';
    const photo = `{ name: photo, type: file, v-if: "${when}", label: { fr: P, en: P } }`;
    const minor = '{ name: moins, type: radio, options: yesno, label: { fr: M, en: M } }';
    const list = `{ name: l, type: repeatableGroup, limit: 2, label: { fr: L, en: L }, components: [${minor}, ${photo}] }`;
    const { notes } = imported(`form: { sectionsGroup: [{ sections: [{ components: [${list}] }] }] }`);
    expect(notes.filter((one) => one.component === 'photo').map(({ why }) => why.en)).toEqual([
      'a document can’t be in a list: it is asked after it',
      'its condition is on an entry of the list: it is asked of all',
    ]);
  });

  it('leaves out what is past the most a service may ask, and says so', () => {
    const component = (at: number) => `{ name: q${at}, label: { fr: Q, en: Q } }`;
    const many = Array.from({ length: 130 }, (_, at) => component(at)).join(', ');
    const { notes, counts, problems } = imported(
      `form: { sectionsGroup: [{ sections: [{ components: [${many}] }] }] }`,
    );
    expect([counts.questions, problems]).toEqual([120, []]);
    expect(notes.some(({ why }) => why.en.startsWith('10 questions after the 120th'))).toBe(true);
  });
});
