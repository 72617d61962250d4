import { writeFileSync } from 'node:fs';
import { basename, dirname, relative, sep } from 'node:path';
import {
  type FrwFate,
  type FrwImport,
  frwBytesMax,
  frwFates,
  frwKey,
  importFrw,
  schemaFile,
} from '@guichet/catalogue';
import { readText } from '@guichet/catalogue/load';
import type { Bilingual, Language } from '@guichet/kernel';
import { counted } from './counted.ts';

const fates: Record<FrwFate, Bilingual> = {
  lost: { fr: 'non repris', en: 'not carried over' },
  changed: { fr: 'repris autrement', en: 'carried over otherwise' },
  'to-complete': { fr: 'à compléter', en: 'to complete' },
  'by-guichet': { fr: 'fait par Guichet', en: 'done by Guichet' },
};

const toMend: Bilingual = { fr: 'à corriger :', en: 'to mend:' };

/**
 * Writes a definition made from a form of FRW, and prints what became of each part, by line.
 *
 * Guarantee: never over a file; without `out`, the definition goes to the output and the report to the error output
 * Shape: the exit code: 0 made, 1 not a form or not written, 2 no file named
 */
export function catalogueImport(
  file: string | undefined,
  { out }: { out?: string },
  language: Language,
): number {
  const refuse = (exitCode: number, words: Bilingual): number => {
    console.error(words[language]);
    return exitCode;
  };
  if (file === undefined)
    return refuse(2, {
      fr: 'nommez un formulaire FRW (guichet catalogue import formulaire.v1.form.yml --out service.v1.yaml)',
      en: 'name an FRW form (guichet catalogue import form.v1.form.yml --out service.v1.yaml)',
    });
  const form = readText(file, frwBytesMax);
  if (!form.ok) return refuse(1, told(`${file}  `, saidWith(form.problem)));
  const schema = relative(dirname(out ?? '.'), schemaFile('service-definition.schema.json'));
  const read = importFrw(form.text, { code: codeOf(out ?? file), schema: schema.replaceAll(sep, '/') });
  if (!read.ok) return refuse(1, told(`${file}:${read.line}  `, read.problem));
  const { yaml } = read.value;
  if (out !== undefined) {
    try {
      writeFileSync(out, yaml, { flag: 'wx' });
    } catch (error) {
      const there = (error as NodeJS.ErrnoException).code === 'EEXIST';
      return refuse(1, {
        fr: there ? `${out} existe déjà; rien n’a été écrit` : `${out} n’a pas pu être écrit`,
        en: there ? `${out} exists already; nothing was written` : `${out} could not be written`,
      });
    }
  } else console.log(yaml);
  const print = out === undefined ? console.error : console.log;
  for (const line of report(file, read.value, language)) print(line);
  return read.value.problems.length === 0 ? 0 : 1;
}

function report(file: string, { notes, counts, problems }: FrwImport, language: Language): string[] {
  const by = (fate: FrwFate): number => notes.filter((one) => one.fate === fate).length;
  const sum = {
    fr: [
      `Composants repris : ${counts.carried} sur ${counts.components}, en ${counted(counts.questions, 'question', 'fr')}`,
      `conditions lues : ${counts.conditionsRead} sur ${counts.conditions}`,
    ],
    en: [
      `Components carried over: ${counts.carried} of ${counts.components}, as ${counted(counts.questions, 'question', 'en')}`,
      `conditions read: ${counts.conditionsRead} of ${counts.conditions}`,
    ],
  };
  const tally = frwFates.map(
    (fate) => `${fates[fate][language]}${language === 'fr' ? ' :' : ':'} ${by(fate)}`,
  );
  return [
    ...notes.map(
      ({ line, component, fate, why }) =>
        `${file}:${line}  ${component}  ${fates[fate][language]}${language === 'fr' ? ' :' : ':'} ${why[language]}`,
    ),
    ...problems.map(
      (problem) => `${problem.path.join('.')}  ${toMend[language]} ${saidWith(problem)[language]}`,
    ),
    `${[...sum[language], ...tally].join('; ')}.`,
  ];
}

/** `3003.v1.form.yml` is `q-3003`. */
function codeOf(file: string): string {
  const name = basename(file).replace(/(\.v\d+)?(\.form)?\.ya?ml$/i, '');
  return frwKey(name === '' ? 'service' : name, new Set());
}

const told = (where: string, { fr, en }: Bilingual): Bilingual => ({ fr: where + fr, en: where + en });

const saidWith = ({ message, suggestion }: { message: Bilingual; suggestion?: Bilingual }): Bilingual =>
  suggestion === undefined
    ? message
    : { fr: `${message.fr}; ${suggestion.fr}`, en: `${message.en}; ${suggestion.en}` };
