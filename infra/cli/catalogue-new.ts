import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { scaffoldDefinition, schemaFile, serviceDefinition } from '@guichet/catalogue';
import { blockNames, loadCatalogue } from '@guichet/catalogue/load';
import type { Bilingual, Language } from '@guichet/kernel';

export interface NewOptions {
  /** Where to write; absent means the catalogue's folder. */
  dir?: string;
  catalogueDir: string;
}

/**
 * Writes the first version of a service, to be filled in.
 *
 * Guarantee: never over a file, nor beside another version of the same service.
 * Shape: the exit code: 0 written, 1 there already, 2 not a code
 */
export function catalogueNew(
  code: string | undefined,
  { dir, catalogueDir }: NewOptions,
  language: Language,
): number {
  const refuse = (exitCode: number, words: Bilingual): number => {
    console.error(words[language]);
    return exitCode;
  };
  if (code === undefined || !serviceDefinition.shape.code.safeParse(code).success)
    return refuse(2, {
      fr: `« ${code ?? ''} » n’est pas un code : lettres minuscules, chiffres et tirets simples, une lettre d’abord, 40 au plus (permis-piscine)`,
      en: `“${code ?? ''}” is not a code: lower-case letters, digits and single dashes, a letter first, 40 at most (pool-permit)`,
    });
  const target = dir ?? catalogueDir;
  const root = isInside(target, catalogueDir) ? catalogueDir : target;
  const known = loadCatalogue(root).find(code)?.definition.version;
  if (known !== undefined)
    return refuse(1, {
      fr: `le service « ${code} » existe déjà (version ${known}) : une nouvelle version est une copie de son fichier, v${known + 1}, avec \`version: ${known + 1}\``,
      en: `service “${code}” exists already (version ${known}): a new version is a copy of its file, v${known + 1}, with \`version: ${known + 1}\``,
    });
  const file = join(target, `${code}.v1.yaml`);
  const schema = relative(target, schemaFile('service-definition.schema.json')).replaceAll(sep, '/');
  const text = scaffoldDefinition({ code, language, schema, blocks: blockNames(root) });
  try {
    mkdirSync(target, { recursive: true });
    // `wx` refuses a file that is there: nothing written by a person is ever replaced.
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    const there = (error as NodeJS.ErrnoException).code === 'EEXIST';
    return refuse(1, {
      fr: there ? `${file} existe déjà; rien n’a été écrit` : `${file} n’a pas pu être écrit`,
      en: there ? `${file} exists already; nothing was written` : `${file} could not be written`,
    });
  }
  console.log(
    language === 'fr'
      ? `Écrit : ${file}\nRemplacez chaque « À COMPLÉTER », puis : guichet catalogue check ${root}`
      : `Written: ${file}\nReplace each “À COMPLÉTER” and “TO COMPLETE”, then: guichet catalogue check ${root}`,
  );
  return 0;
}

function isInside(dir: string, parent: string): boolean {
  const path = relative(resolve(parent), resolve(dir));
  return path === '' || !(path.startsWith('..') || resolve(path) === path);
}
