import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Block, expandBlocks, readBlock } from './blocks.ts';
import { type CatalogueProblem, type LoadedCatalogue, makeCatalogue, versionName } from './catalogue.ts';
import { check } from './check/check.ts';
import { compile } from './compile.ts';
import type { CompiledService } from './compiled.ts';
import { type FileClaim, fileClaim } from './file-claim.ts';
import { readYaml, yamlBytesMax } from './read-yaml.ts';

export { type Catalogue, type CatalogueProblem, type LoadedCatalogue, makeCatalogue } from './catalogue.ts';
export { problemLine } from './problem-line.ts';
export { type PublishedState, type PublishedVersion, withPublished } from './with-published.ts';

/**
 * Loads every service definition of a folder and its folders.
 *
 * Guarantee: a bad file never stops the others; it only adds problems. Files are taken in the order of their paths.
 */
export function loadCatalogue(dir: string): LoadedCatalogue {
  const problems: CatalogueProblem[] = [];
  const versions = new Map<string, CompiledService>();
  const sources = new Map<string, FileClaim>();
  const refused: FileClaim[] = [];
  const tell = (file: string, fr: string, en: string): unknown =>
    problems.push({ file, line: 1, column: 1, key: '', message: { fr, en } });

  const all = yamlFiles(dir);
  const blocks = readBlocks(dir, all, problems);
  const files = all.filter((path) => !isBlock(path));
  if (files.length === 0)
    tell(
      '.',
      'aucune définition de service (*.yaml) dans ce dossier',
      'no service definition (*.yaml) in this folder',
    );
  for (const path of files) {
    const file = relative(dir, path);
    const text = readText(path);
    if (text === undefined) {
      problems.push(unreadable(file));
      refused.push(fileClaim(file, ''));
      continue;
    }
    const claim = fileClaim(file, text);
    const service = readDefinition(file, text, blocks, problems);
    if (!service) {
      refused.push(claim);
      continue;
    }
    const name = versionName(service.definition);
    if (versions.has(name)) {
      refused.push(claim);
      tell(
        file,
        `le service \`${service.definition.code}\` a déjà une version ${service.definition.version} dans un autre fichier`,
        `service \`${service.definition.code}\` has a version ${service.definition.version} in another file already`,
      );
    } else {
      versions.set(name, service);
      sources.set(name, claim);
    }
  }
  return { ...makeCatalogue({ offered: [...versions.values()], problems }), sources, refused };
}

/**
 * Loads one definition by its file, with the blocks of the folders given: those of the first come first.
 *
 * Shape: a service, or the problems that keep it from being one, told from the file as it was named
 */
export function loadService(
  path: string,
  dirs: readonly string[],
): { service?: CompiledService; problems: CatalogueProblem[] } {
  const text = readText(path);
  if (text === undefined) return { problems: [unreadable(path)] };
  const blocks = new Map<string, Block>();
  for (const dir of dirs.toReversed())
    for (const [name, block] of readBlocks(dir, yamlFiles(dir), [])) blocks.set(name, block);
  const problems: CatalogueProblem[] = [];
  const service = readDefinition(path, text, blocks, problems);
  return service === undefined ? { problems } : { service, problems };
}

/** Lists the names of the blocks that the services of a folder can use. */
export function blockNames(dir: string): Set<string> {
  return new Set(readBlocks(dir, yamlFiles(dir), []).keys());
}

function readDefinition(
  file: string,
  text: string,
  blocks: ReadonlyMap<string, Block>,
  problems: CatalogueProblem[],
): CompiledService | undefined {
  const yaml = readYaml(text);
  problems.push(...yaml.problems.map((problem) => ({ file, key: '', ...problem })));
  if (yaml.problems.length > 0) return undefined;
  const expanded = expandBlocks(file, yaml, blocks);
  problems.push(...expanded.problems);
  if (expanded.problems.length > 0) return undefined;
  const checked = check(expanded.value);
  if (!checked.ok) {
    const found = checked.problems.map(({ path, ...rest }) => ({
      ...expanded.locate(path),
      key: path.join('.'),
      ...rest,
    }));
    problems.push(...found.sort((a, b) => a.line - b.line || a.column - b.column));
    return undefined;
  }
  const named = /\.v(\d+)\.ya?ml$/.exec(file);
  if (named && Number(named[1]) !== checked.definition.version) {
    const { version } = checked.definition;
    problems.push({
      file,
      ...yaml.locate(['version']),
      key: 'version',
      message: {
        fr: `le nom du fichier dit v${named[1]}, mais \`version\` dit ${version}`,
        en: `the file’s name says v${named[1]}, but \`version\` says ${version}`,
      },
    });
    return undefined;
  }
  return compile(checked.definition);
}

const isBlock = (path: string): boolean => /\.block\.ya?ml$/i.test(path);

/** Reads the blocks of a folder; one that can't be read is missing to the services that use it, and they say so. */
function readBlocks(dir: string, files: readonly string[], problems: CatalogueProblem[]): Map<string, Block> {
  const blocks = new Map<string, Block>();
  for (const path of files.filter(isBlock)) {
    const file = relative(dir, path);
    const yaml = readYaml(readText(path) ?? '');
    problems.push(...yaml.problems.map((problem) => ({ file, key: '', ...problem })));
    const block = yaml.problems.length > 0 ? undefined : readBlock(file, yaml, problems);
    if (block) blocks.set(block.name, block);
  }
  return blocks;
}

function yamlFiles(dir: string): string[] {
  try {
    return readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.ya?ml$/i.test(name))
      .sort()
      .map((name) => join(dir, name));
  } catch {
    return [];
  }
}

const unreadable = (file: string): CatalogueProblem => ({
  file,
  line: 1,
  column: 1,
  key: '',
  message: {
    fr: 'le fichier ne peut pas être lu ou dépasse 256 ko',
    en: 'the file can’t be read or is larger than 256 kB',
  },
});

function readText(path: string): string | undefined {
  try {
    return statSync(path).size > yamlBytesMax ? undefined : readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
