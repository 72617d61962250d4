import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Block, readBlock } from './blocks.ts';
import { type CatalogueProblem, type LoadedCatalogue, makeCatalogue, versionName } from './catalogue.ts';
import type { CompiledService } from './compiled.ts';
import { type FileClaim, fileClaim } from './file-claim.ts';
import { namesAlike } from './names-alike.ts';
import { type DefinitionRead, readDefinition } from './read-definition.ts';
import { readText } from './read-text.ts';
import { readYaml, yamlBytesMax } from './read-yaml.ts';
import type { YamlWords } from './yaml-words.ts';

export { type Catalogue, type CatalogueProblem, type LoadedCatalogue, makeCatalogue } from './catalogue.ts';
export { problemLine } from './problem-line.ts';
export { readText } from './read-text.ts';
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
  const warnings: CatalogueProblem[] = [];
  const placedBy = new Map<CompiledService, DefinitionRead['placed']>();
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
    const read = readText(path, yamlBytesMax);
    if (!read.ok) {
      problems.push(unread(file, read.problem));
      refused.push(fileClaim(file, ''));
      continue;
    }
    const claim = fileClaim(file, read.text);
    const { service, placed, ...told } = readDefinition(file, read.text, blocks);
    problems.push(...told.problems);
    if (service === undefined) {
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
      warnings.push(...told.warnings);
      placedBy.set(service, placed);
    }
  }
  const catalogue = makeCatalogue({ offered: [...versions.values()], problems });
  for (const { service, problem } of namesAlike(catalogue.services)) {
    const placed = placedBy.get(service)?.(problem);
    if (placed) warnings.push(placed);
  }
  return { ...catalogue, sources, refused, warnings };
}

/**
 * Loads one definition by its file, with the blocks of the folders given: those of the first come first.
 *
 * Shape: a service, or the problems that keep it from being one, told from the file as it was named
 */
export function loadService(path: string, dirs: readonly string[]): Omit<DefinitionRead, 'placed'> {
  const read = readText(path, yamlBytesMax);
  if (!read.ok) return { problems: [unread(path, read.problem)], warnings: [] };
  const blocks = new Map<string, Block>();
  for (const dir of dirs.toReversed())
    for (const [name, block] of readBlocks(dir, yamlFiles(dir), [])) blocks.set(name, block);
  return readDefinition(path, read.text, blocks);
}

/** Lists the names of the blocks that the services of a folder can use. */
export function blockNames(dir: string): Set<string> {
  return new Set(readBlocks(dir, yamlFiles(dir), []).keys());
}

const isBlock = (path: string): boolean => /\.block\.ya?ml$/i.test(path);

/** Reads the blocks of a folder; one that can't be read is missing to the services that use it, and they say so. */
function readBlocks(dir: string, files: readonly string[], problems: CatalogueProblem[]): Map<string, Block> {
  const blocks = new Map<string, Block>();
  for (const path of files.filter(isBlock)) {
    const file = relative(dir, path);
    const read = readText(path, yamlBytesMax);
    if (!read.ok) {
      problems.push(unread(file, read.problem));
      continue;
    }
    const yaml = readYaml(read.text);
    problems.push(...yaml.problems.map((problem) => ({ file, ...problem })));
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

const unread = (file: string, words: YamlWords): CatalogueProblem => ({
  file,
  line: 1,
  column: 1,
  key: '',
  ...words,
});
