import type { CompiledService } from '@guichet/catalogue';

export type Theme = CompiledService['definition']['theme'];

/** Themes that are near each other stand side by side, so that those that share a key belong together. */
const order: readonly Theme[] = [
  'municipal',
  'taxation',
  'justice',
  'health',
  'education',
  'leisure',
  'democracy',
];

/** Services behind one key of the first menu. */
export interface ThemeGroup {
  themes: Theme[];
  services: CompiledService[];
}

/**
 * Groups services by theme into so many groups at most: neighbours with the fewest services share a key,
 * of those the ones with the fewest themes.
 *
 * Guarantee: each service is in one group, in the order given; none is empty; the same services give the same groups.
 */
export function themeGroups(services: readonly CompiledService[], groupsMax: number): ThemeGroup[] {
  const groups = order
    .map((theme) => ({
      themes: [theme],
      services: services.filter(({ definition }) => definition.theme === theme),
    }))
    .filter((group) => group.services.length > 0);
  while (groups.length > groupsMax) joinSmallest(groups);
  return groups;
}

function joinSmallest(groups: ThemeGroup[]): void {
  const pairs = groups.slice(1).map((next, at) => {
    const pair = [...groups.slice(at, at + 1), next];
    return {
      at,
      themes: pair.flatMap(({ themes }) => themes),
      services: pair.flatMap(({ services }) => services),
    };
  });
  const [smallest] = pairs.toSorted(
    (a, b) => a.services.length - b.services.length || a.themes.length - b.themes.length,
  );
  if (smallest === undefined) return;
  const { at, ...joined } = smallest;
  groups.splice(at, 2, joined);
}
