import { type Block, expandBlocks } from './blocks.ts';
import type { CatalogueProblem } from './catalogue.ts';
import { check } from './check/check.ts';
import type { CheckProblem } from './check/check-problem.ts';
import { warnAlike } from './check/warn-alike.ts';
import { compile } from './compile.ts';
import type { CompiledService } from './compiled.ts';
import { readYaml } from './read-yaml.ts';

/** What the text of a file makes: a service, or the problems that keep it from being one. */
export interface DefinitionRead {
  service?: CompiledService;
  problems: CatalogueProblem[];
  /** What a person may confuse; told, never a reason to refuse. */
  warnings: CatalogueProblem[];
  /** Says of a problem where it was written. */
  placed(problem: CheckProblem): CatalogueProblem;
}

/** Reads one definition off its text, with the blocks it may use. */
export function readDefinition(
  file: string,
  text: string,
  blocks: ReadonlyMap<string, Block>,
): DefinitionRead {
  const yaml = readYaml(text);
  const expanded = expandBlocks(file, yaml, blocks);
  const placed = ({ path, ...rest }: CheckProblem): CatalogueProblem => ({
    ...expanded.locate(path),
    key: path.join('.'),
    ...rest,
  });
  const refuse = (problems: CatalogueProblem[]): DefinitionRead => ({ problems, warnings: [], placed });
  if (yaml.problems.length > 0) return refuse(yaml.problems.map((problem) => ({ file, ...problem })));
  if (expanded.problems.length > 0) return refuse(expanded.problems);
  const checked = check(expanded.value);
  if (!checked.ok) return refuse(inOrder(checked.problems.map(placed)));
  const { definition } = checked;
  const named = /\.v(\d+)\.ya?ml$/.exec(file);
  if (named && Number(named[1]) !== definition.version) {
    const message = {
      fr: `le nom du fichier dit v${named[1]}, mais \`version\` dit ${definition.version}`,
      en: `the file’s name says v${named[1]}, but \`version\` says ${definition.version}`,
    };
    return refuse([placed({ path: ['version'], message })]);
  }
  const warnings = inOrder(warnAlike(definition).map(placed));
  return { service: compile(definition), problems: [], warnings, placed };
}

const inOrder = (problems: CatalogueProblem[]): CatalogueProblem[] =>
  problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
