import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { languages } from '@guichet/kernel';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadCatalogue } from './load.ts';
import { problemLine } from './problem-line.ts';

const pack = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../packs/quebec/${name}`, import.meta.url)), 'utf8');
const good = pack('dog-licence.v1.yaml');
const pothole = pack('pothole.v1.yaml');

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'catalogue-'));
  writeFileSync(join(dir, 'good.v1.yaml'), good);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** The pothole's file with a part written otherwise. */
const spoilt = (from: string | RegExp, to: string): string => {
  const text = pothole.replace(from, to);
  if (text === pothole) throw new Error(`the file does not hold ${from}`);
  return text;
};

/** `line:column` of a part of a text, or of what stands so many characters into it. */
const placeOf = (text: string, part: string, into = 0): string => {
  const before = text.slice(0, text.indexOf(part) + into).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
};

// The supervisor's page shows the same lines: services/desk/src/supervisor/catalogue.test.ts.
interface Row {
  file: string | Buffer;
  /** Where each refusal points, under which key, what it says in French and in English. */
  told: [at: string, key: string, fr: string, en: string][];
}

const circle = spoilt(
  /( {2}- key: size\n {4}type: choice)/,
  '$1\n    when: { is: { question: danger, value: true } }',
).replace(/( {2}- key: danger\n {4}type: yes-no)/, '$1\n    when: { answered: { question: size } }');
const byPhone = spoilt(/ {4}ask:\n {6}phone:\n.*Si vous avez une photo.*\n.*\n {6}mail:\n.*\n.*\n/, '');
const exception = 'except: { fr: Fermé, en: Closed }';
const nowhere = spoilt(
  '\nclocks:',
  `\nchannels: { ${['web', 'phone', 'mail', 'counter'].map((door) => `${door}: { ${exception} }`).join(', ')} }\nclocks:`,
);
const untranslated = spoilt('label: { fr: Moins large qu’une assiette (30 cm), en: ', 'label: { fr: ');
const noCalendar = spoilt('calendar: quebec-public\n', '');
const noSource = spoilt(
  /retention: \{ years: 3, then: anonymise, source: "[^"]*" \}/,
  'retention: { years: 3, then: anonymise }',
);
const noWords = spoilt(/ {4}words:\n {6}fr: Le nid.*\n {6}en: .*\n/, '');
const emptyWords = spoilt(/fr: Le nid-de-poule que vous avez signalé.*/, 'fr: ""');
const keyTwice = spoilt('\nversion: 1\n', '\nversion: 1\nversion: 2\n');
const questionTwice = spoilt('  - key: description\n', '  - key: size\n');
const endless = spoilt(
  /( {4}label: \{ fr: Quelle est la taille.*\n {4}options:\n)/,
  `$1${Array.from({ length: 5000 }, (_, at) => `      - {key: o${at},label: {fr: F${at},en: E${at}}}\n`).join('')}`,
);
const alike = spoilt('label: { fr: Plus de 1 m, en: More', 'label: { fr: DE 30 cm  à 1 m, en: More');
const nine = (name: string): string => `[${Array.from({ length: 9 }, () => `*${name}`).join(',')}]`;
const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'abcdefgh'].map((name, at) => `${'bcdefghi'[at]}: &${'bcdefghi'[at]} ${nine(name)}`).join('\n')}\n`;
const alias = spoilt('fr: Signaler un nid-de-poule', 'fr: &name Signaler un nid-de-poule').replace(
  'en: Report a pothole',
  'en: *name',
);
const merge = spoilt('who:\n', 'who:\n  <<: { identity: declared }\n').replace('  identity: declared\n', '');
const tag = spoilt('version: 1', 'version: !!int "1"');

const writeOut: [fr: string, en: string] = [
  'écrivez le texte en entier là où il sert',
  'write the text out wherever it serves',
];
const both: [fr: string, en: string] = [
  'écrivez le texte dans les deux langues',
  'write the text in both languages',
];
const more = (count: number): [fr: string, en: string] => [
  ` (et ${count} de plus dans ce fichier)`,
  ` (and ${count} more in this file)`,
];

it.each<[string, Row]>([
  [
    'a circle of conditions',
    {
      file: circle,
      told: [
        [
          placeOf(circle, '{ question: danger, value', 2),
          'questions.1.when.is.question',
          'question `size`\u00a0: la condition tourne en rond\u00a0: size → danger → size; retirez une de ces conditions',
          'question `size`: the condition goes in a circle: size → danger → size; take out one of these conditions',
        ],
      ],
    },
  ],
  [
    'a question that the telephone can’t ask',
    {
      file: byPhone,
      told: [
        [
          placeOf(byPhone, 'type: file'),
          'questions.6.type',
          'question `photo`\u00a0: le type `file` ne peut pas être demandé par téléphone; dites pourquoi sous `channels.phone.except` ou donnez `ask.phone`',
          'question `photo`: type `file` can’t be asked by phone; say why under `channels.phone.except` or give `ask.phone`',
        ],
      ],
    },
  ],
  [
    'questions that no channel asks',
    {
      file: nowhere,
      told: [
        [
          placeOf(nowhere, 'channels:'),
          'channels',
          'le service n’est offert nulle part; retirez au moins une exception',
          'the service is offered nowhere; take out one exception at least',
        ],
      ],
    },
  ],
  [
    'a missing translation',
    {
      file: untranslated,
      told: [
        [
          placeOf(untranslated, '        label: { fr: Less', 8),
          'questions.1.options.0.label.en',
          `il manque \`en\`; ${both[0]}`,
          `\`en\` is missing; ${both[1]}`,
        ],
      ],
    },
  ],
  [
    'a clock without calendar',
    {
      file: noCalendar,
      told: [
        [
          placeOf(noCalendar, 'code:'),
          'calendar',
          'il manque `calendar`; ajoutez `calendar: quebec-public`, les jours ouvrables sur lesquels les délais courent',
          '`calendar` is missing; add `calendar: quebec-public`, the business days on which the clocks run',
        ],
      ],
    },
  ],
  [
    'a retention without source',
    {
      file: noSource,
      told: [
        [
          placeOf(noSource, 'retention:'),
          'outcomes.0.retention.source',
          'il manque `source`; ajoutez `source`\u00a0: la règle du calendrier de conservation, ou la loi',
          '`source` is missing; add `source`: the rule of the retention schedule, or the law',
        ],
      ],
    },
  ],
  [
    'an outcome without words',
    {
      file: noWords,
      told: [
        [
          placeOf(noWords, 'key: repaired'),
          'outcomes.0.words',
          'il manque `words`; ajoutez `words`\u00a0: ce qui est dit à la personne quand c’est décidé ainsi',
          '`words` is missing; add `words`: what the person is told when it is decided so',
        ],
      ],
    },
  ],
  [
    'an outcome whose words are left empty',
    {
      file: emptyWords,
      told: [
        [
          placeOf(emptyWords, 'fr: ""'),
          'outcomes.0.words.fr',
          `\`fr\` doit avoir au moins 1 caractère; ${both[0]}`,
          `\`fr\` must have at least 1 character; ${both[1]}`,
        ],
      ],
    },
  ],
  [
    'the same key twice',
    {
      file: keyTwice,
      told: [
        [
          placeOf(keyTwice, 'version: 2'),
          'version',
          'la clé `version` est déjà là; gardez-en une seule',
          'key `version` is there already; keep one of them',
        ],
      ],
    },
  ],
  [
    'the same question twice',
    {
      file: questionTwice,
      told: [
        [
          placeOf(questionTwice, '  - key: size\n    type: long-text', 4),
          'questions.5.key',
          'la question `size` existe déjà; donnez-lui une autre clé',
          'question `size` exists already; give it another key',
        ],
      ],
    },
  ],
  [
    'a list of 5,000 options',
    {
      file: endless,
      told: [
        [
          placeOf(endless, 'options:\n      - {key: o0'),
          'questions.1.options',
          '`options` doit avoir au plus 60 éléments; faites-en une question `text`, ou deux questions dont la première réduit la liste',
          '`options` must have at most 60 items; make it a `text` question, or two questions of which the first narrows the list',
        ],
      ],
    },
  ],
  [
    'two options that read alike',
    {
      file: alike,
      told: [
        [
          placeOf(alike, 'fr: DE 30 cm'),
          'questions.1.options.2.label.fr',
          'question `size`\u00a0: les choix `medium` et `large` se lisent de la même façon (« DE 30 cm  à 1 m »); dites ce qui les distingue',
          'question `size`: options `medium` and `large` read alike (“DE 30 cm  à 1 m”); say what tells them apart',
        ],
      ],
    },
  ],
  [
    'a bomb of aliases',
    {
      file: bomb,
      told: [
        [
          '1:7',
          'a',
          `l’ancre \`&a\` n’est pas permise${more(8)[0]}; ${writeOut[0]}`,
          `anchor \`&a\` is not allowed${more(8)[1]}; ${writeOut[1]}`,
        ],
        [
          '2:8',
          'b.0',
          `l’alias \`*a\` n’est pas permis${more(71)[0]}; ${writeOut[0]}`,
          `alias \`*a\` is not allowed${more(71)[1]}; ${writeOut[1]}`,
        ],
      ],
    },
  ],
  [
    'an anchor and its alias',
    {
      file: alias,
      told: [
        [
          placeOf(alias, '&name', 6),
          'name.fr',
          `l’ancre \`&name\` n’est pas permise; ${writeOut[0]}`,
          `anchor \`&name\` is not allowed; ${writeOut[1]}`,
        ],
        [
          placeOf(alias, '*name'),
          'name.en',
          `l’alias \`*name\` n’est pas permis; ${writeOut[0]}`,
          `alias \`*name\` is not allowed; ${writeOut[1]}`,
        ],
      ],
    },
  ],
  [
    'a merge key',
    {
      file: merge,
      told: [
        [
          placeOf(merge, '<<'),
          'who',
          'la clé de fusion `<<` n’est pas permise; écrivez chaque clé',
          'merge key `<<` is not allowed; write each key',
        ],
      ],
    },
  ],
  [
    'a tag',
    {
      file: tag,
      told: [
        [
          placeOf(tag, '!!int', 6),
          'version',
          'l’étiquette `tag:yaml.org,2002:int` n’est pas permise; retirez-la',
          'tag `tag:yaml.org,2002:int` is not allowed; take it out',
        ],
      ],
    },
  ],
  [
    'a file over the size limit',
    {
      file: `${pothole}# ${'x'.repeat(256 * 1024)}\n`,
      told: [
        [
          '1:1',
          '-',
          'le fichier dépasse 256 ko; raccourcissez-le ou faites-en deux',
          'the file is larger than 256 kB; shorten it, or make two of it',
        ],
      ],
    },
  ],
  [
    'letters that are not UTF-8',
    {
      file: Buffer.from(pothole, 'latin1'),
      told: [
        [
          '1:1',
          '-',
          'le fichier n’est pas en UTF-8; enregistrez-le en UTF-8 dans votre éditeur',
          'the file is not in UTF-8; save it as UTF-8 in your editor',
        ],
      ],
    },
  ],
])(
  '%s is refused with its place, its key and what to do, and the file beside it is served',
  (_, { file, told }) => {
    writeFileSync(join(dir, 'bad.v1.yaml'), file);
    const catalogue = loadCatalogue(dir);
    expect(catalogue.problems.map((problem) => problemLine(problem, languages))).toEqual(
      told.map(([at, key, fr, en]) => `bad.v1.yaml:${at}  ${key}  ${fr} | ${en}`),
    );
    expect(catalogue.services.map(({ definition }) => definition.code)).toEqual(['permis-chien']);
    expect(catalogue.refused.map((refused) => refused.file)).toEqual(['bad.v1.yaml']);
  },
);
