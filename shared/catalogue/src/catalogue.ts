import type { Bilingual } from '@guichet/kernel';
import type { CompiledService } from './compiled.ts';
import type { FileClaim } from './file-claim.ts';

/** Something wrong in a file of the catalogue; the services of other files are not touched by it. */
export interface CatalogueProblem {
  /** Path from the catalogue's folder. */
  file: string;
  line: number;
  column: number;
  /** Where in the definition, e.g. `questions.3.when`; empty for the file as a whole. */
  key: string;
  message: Bilingual;
  suggestion?: Bilingual;
}

/** The services that a desk offers. */
export interface Catalogue {
  /** The version in force of each service (the highest on offer), by code. */
  readonly services: readonly CompiledService[];
  readonly problems: readonly CatalogueProblem[];
  /** Every version that could be read. */
  readonly versions: readonly CompiledService[];
  /** Published versions on offer as stored: their file is refused, or gone. */
  readonly standIns: readonly CompiledService[];
  /** Versions in a file and not published yet: on offer to nobody. */
  readonly drafts: readonly CompiledService[];
  /** Without a version, what is in force; with one, that version even when it is no longer on offer. */
  find(code: string, version?: number): CompiledService | undefined;
}

/** A catalogue as its files alone make it. */
export interface LoadedCatalogue extends Catalogue {
  /** The file of each version, by `versionName`. */
  readonly sources: ReadonlyMap<string, FileClaim>;
  /** What the files say that are not served. */
  readonly refused: readonly FileClaim[];
  /** What a person may confuse in files that are served: told when they are checked, never a reason to refuse. */
  readonly warnings: readonly CatalogueProblem[];
}

export interface CatalogueParts {
  offered: readonly CompiledService[];
  problems: readonly CatalogueProblem[];
  standIns?: readonly CompiledService[];
  /** Published, and not yet or no longer on offer: open cases may have been asked under them. */
  withdrawn?: readonly CompiledService[];
  drafts?: readonly CompiledService[];
}

/** Names one version of a service. */
export const versionName = ({ code, version }: { code: string; version: number }): string =>
  `${code}@${version}`;

/** Gathers compiled services into a catalogue. */
export function makeCatalogue({
  offered,
  problems,
  standIns = [],
  withdrawn = [],
  drafts = [],
}: CatalogueParts): Catalogue {
  const versions = [...offered, ...standIns, ...withdrawn];
  const byVersion = new Map(versions.map((service) => [versionName(service.definition), service]));
  const inForce = new Map<string, CompiledService>();
  for (const service of [...offered, ...standIns]) {
    const { code, version } = service.definition;
    if (version > (inForce.get(code)?.definition.version ?? 0)) inForce.set(code, service);
  }
  return {
    services: [...inForce.values()].sort((a, b) => (a.definition.code < b.definition.code ? -1 : 1)),
    versions,
    problems,
    standIns,
    drafts,
    find: (code, version) =>
      version === undefined ? inForce.get(code) : byVersion.get(versionName({ code, version })),
  };
}
