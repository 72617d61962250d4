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

/** One version as it was published. */
export interface PublishedVersion {
  code: string;
  version: number;
  hash: string;
  definition: unknown;
}

/**
 * Sets what was published beside what the files say now.
 *
 * Guarantee: a published version never changes: a file that says otherwise is refused with the way out, and the version stays on
 *   offer as published; so does one whose file can't be served. A version whose file is gone is found by its open cases, and not
 *   offered. A file that only the language's own growth makes look changed is not taken for edited.
 */
export function withPublished(loaded: LoadedCatalogue, published: readonly PublishedVersion[]): Catalogue {
  const rows = new Map(published.map((row) => [versionName(row), row]));
  const offered: CompiledService[] = [];
  const edited: CatalogueProblem[] = [];
  const standIns: CompiledService[] = [];
  const withdrawn: CompiledService[] = [];

  for (const service of loaded.versions) {
    const name = versionName(service.definition);
    const row = rows.get(name);
    rows.delete(name);
    const kept = row === undefined || row.hash === service.hash ? undefined : reread(row);
    if (row === undefined || row.hash === service.hash) offered.push(service);
    else if (kept?.hash === service.hash) offered.push({ ...service, hash: row.hash });
    else {
      edited.push(editedProblem(service, loaded.sources.get(name), lastVersion(loaded, published, service)));
      if (kept) standIns.push({ ...kept, hash: row.hash });
    }
  }
  for (const row of rows.values()) {
    const kept = reread(row);
    if (!kept) continue;
    const claimed = loaded.refused.some(
      ({ code, versions }) => code === row.code && versions.includes(row.version),
    );
    (claimed ? standIns : withdrawn).push({ ...kept, hash: row.hash });
  }
  return makeCatalogue({ offered, problems: [...loaded.problems, ...edited], standIns, withdrawn });
}

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
