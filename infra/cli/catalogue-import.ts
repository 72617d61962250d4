import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, relative, sep } from 'node:path';
import { type FrwFate, type FrwImport, frwKey, importFrw, schemaFile } from '@guichet/catalogue';
import type { Bilingual, Language } from '@guichet/kernel';

const fates: Record<FrwFate, Bilingual> = {
  lost: { fr: 'non repris', en: 'not carried over' },
  changed: { fr: 'repris autrement', en: 'carried over otherwise' },
  'to-complete': { fr: 'à compléter', en: 'to complete' },
  'by-guichet': { fr: 'fait par Guichet', en: 'done by Guichet' },
};

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
  const text = readForm(file);
  if (text === undefined)
    return refuse(1, { fr: `${file} ne peut pas être lu`, en: `${file} can’t be read` });
  const schema = relative(dirname(out ?? '.'), schemaFile('service-definition.schema.json'));
  const read = importFrw(text, { code: codeOf(out ?? file), schema: schema.replaceAll(sep, '/') });
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
    fr: `${counts.carried} composants repris sur ${counts.components}, en ${counts.questions} questions; conditions lues : ${counts.conditionsRead} sur ${counts.conditions}; non repris : ${by('lost')}; repris autrement : ${by('changed')}; à compléter : ${by('to-complete')}.`,
    en: `${counts.carried} components carried over of ${counts.components}, as ${counts.questions} questions; conditions read: ${counts.conditionsRead} of ${counts.conditions}; not carried over: ${by('lost')}; carried over otherwise: ${by('changed')}; to complete: ${by('to-complete')}.`,
  };
  return [
    ...notes.map(
      ({ line, component, fate, why }) =>
        `${file}:${line}  ${component}  ${fates[fate][language]}${language === 'fr' ? ' :' : ':'} ${why[language]}`,
    ),
    ...problems.map(({ path, message }) => `${path.join('.')}  ${message[language]}`),
    sum[language],
  ];
}

/** `3003.v1.form.yml` is `q-3003`. */
function codeOf(file: string): string {
  const name = basename(file).replace(/(\.v\d+)?(\.form)?\.ya?ml$/i, '');
  return frwKey(name === '' ? 'service' : name, new Set());
}

function readForm(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

const told = (where: string, { fr, en }: Bilingual): Bilingual => ({ fr: where + fr, en: where + en });
