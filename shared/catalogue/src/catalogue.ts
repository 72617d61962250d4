import type { Bilingual } from '@guichet/kernel';
import type { CompiledService } from './compiled.ts';

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
  /** The version in force of each service (the highest), by code. */
  readonly services: readonly CompiledService[];
  readonly problems: readonly CatalogueProblem[];
  /** Every version that could be read. */
  readonly versions: readonly CompiledService[];
  find(code: string, version?: number): CompiledService | undefined;
}

/** Gathers compiled services into a catalogue. */
export function makeCatalogue(
  versions: readonly CompiledService[],
  problems: readonly CatalogueProblem[],
): Catalogue {
  const byVersion = new Map(
    versions.map((service) => [`${service.definition.code}@${service.definition.version}`, service]),
  );
  const inForce = new Map<string, CompiledService>();
  for (const service of versions) {
    const { code, version } = service.definition;
    if (version > (inForce.get(code)?.definition.version ?? 0)) inForce.set(code, service);
  }
  return {
    services: [...inForce.values()].sort((a, b) => (a.definition.code < b.definition.code ? -1 : 1)),
    versions,
    problems,
    find: (code, version) =>
      version === undefined ? inForce.get(code) : byVersion.get(`${code}@${version}`),
  };
}
