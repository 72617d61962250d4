import {
  type Catalogue,
  type CatalogueProblem,
  type LoadedCatalogue,
  makeCatalogue,
  versionName,
} from './catalogue.ts';
import { compile } from './compile.ts';
import type { CompiledService } from './compiled.ts';
import { serviceDefinition } from './definition.ts';
import type { FileClaim } from './file-claim.ts';

/** Where a published version stands. */
export interface PublishedState {
  code: string;
  version: number;
  hash: string;
  /** ISO day from which it is on offer. */
  effectiveOn: string;
  /** ISO day from which it is on offer no more. */
  retiredOn: string | null;
}

/** One version as it was published. */
export interface PublishedVersion extends PublishedState {
  definition: unknown;
}

/**
 * Sets what was published beside what the files say now.
 *
 * Guarantee: what is on offer is what was published, from its day to its retirement, whatever became of its file. A file that says
 *   otherwise is refused with the way out; one never published is a draft. A version not yet or no longer on offer is found by its
 *   cases. A file that only the language's own growth makes look changed is not taken for edited.
 * Unit: `today` is an ISO day
 */
export function withPublished(
  loaded: LoadedCatalogue,
  published: readonly PublishedVersion[],
  today: string,
): Catalogue {
  const rows = new Map(published.map((row) => [versionName(row), row]));
  const offered: CompiledService[] = [];
  const edited: CatalogueProblem[] = [];
  const standIns: CompiledService[] = [];
  const withdrawn: CompiledService[] = [];
  const drafts: CompiledService[] = [];

  for (const service of loaded.versions) {
    const name = versionName(service.definition);
    const row = rows.get(name);
    rows.delete(name);
    const kept = row === undefined || row.hash === service.hash ? undefined : reread(row);
    if (row === undefined) drafts.push(service);
    else if (!isInForce(row, today)) withdrawn.push({ ...(kept ?? service), hash: row.hash });
    else if (row.hash === service.hash) offered.push(service);
    else if (kept?.hash === service.hash) offered.push({ ...service, hash: row.hash });
    else if (kept) standIns.push({ ...kept, hash: row.hash });
    if (row && row.hash !== service.hash && kept?.hash !== service.hash)
      edited.push(editedProblem(service, loaded.sources.get(name), lastVersion(loaded, published, service)));
  }
  for (const row of rows.values()) {
    const kept = reread(row);
    if (!kept) continue;
    (isInForce(row, today) ? standIns : withdrawn).push({ ...kept, hash: row.hash });
  }
  return makeCatalogue({ offered, problems: [...loaded.problems, ...edited], standIns, withdrawn, drafts });
}

const isInForce = ({ effectiveOn, retiredOn }: PublishedState, today: string): boolean =>
  effectiveOn <= today && (retiredOn === null || retiredOn > today);

/** Compiles what was published by the language of today; undefined when the language has left it behind. */
function reread({ definition }: PublishedVersion): CompiledService | undefined {
  const read = serviceDefinition.safeParse(definition);
  return read.success ? compile(read.data) : undefined;
}

function lastVersion(
  loaded: LoadedCatalogue,
  published: readonly PublishedVersion[],
  { definition: { code } }: CompiledService,
): number {
  const versions = [...loaded.versions.map(({ definition }) => definition), ...published]
    .filter((one) => one.code === code)
    .map(({ version }) => version);
  return Math.max(...versions);
}

function editedProblem(
  { definition: { code, version } }: CompiledService,
  source: FileClaim | undefined,
  last: number,
): CatalogueProblem {
  const file = source?.file ?? code;
  const next = `${file.replace(/(\.v\d+)?\.ya?ml$/i, '').replace(/^.*[\\/]/, '')}.v${last + 1}.yaml`;
  return {
    file,
    line: source?.line ?? 1,
    column: 1,
    key: 'version',
    message: {
      fr: `la version ${version} du service \`${code}\` est déjà publiée, et une version publiée ne change plus`,
      en: `version ${version} of service \`${code}\` is published already, and a published version changes no more`,
    },
    suggestion: {
      fr: `remettez ce fichier comme il était et écrivez la modification dans un nouveau fichier, \`${next}\`, avec \`version: ${last + 1}\``,
      en: `put this file back as it was and write the change in a new file, \`${next}\`, with \`version: ${last + 1}\``,
    },
  };
}
