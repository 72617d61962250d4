import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { schemaInStep as definitionSchemaInStep } from '@guichet/catalogue';
import { loadCatalogue } from '@guichet/catalogue/load';
import { schemaInStep } from '../database/index.ts';
import { checkBoundaries } from './boundaries.ts';
import type { Check } from './check.ts';
import { checkDeadPaths } from './dead-paths.ts';
import { checkHouseRules } from './house-rules.ts';
import { checkManifests } from './manifests.ts';
import { sourceFiles } from './source-files.ts';

const root = join(import.meta.dirname, '../..');
const folders = ['shared', 'services', 'workers', 'infra', 'tests'];
const code = await sourceFiles(root, ['.ts', '.tsx', '.cjs']);

/** Everything about the tree that can be told in seconds and without a database. */
const checks: readonly Check[] = [
  { name: 'house rules', run: async () => checkHouseRules(code) },
  { name: 'boundaries and circles', run: () => checkBoundaries(root, folders) },
  { name: 'manifests', run: async () => checkManifests(await sourceFiles(root, ['package.json']), code) },
  {
    name: 'dead paths',
    run: async () => checkDeadPaths(await sourceFiles(root, ['.md']), (path) => existsSync(join(root, path))),
  },
  {
    name: 'catalogue',
    run: async () =>
      loadCatalogue(join(root, 'shared/catalogue/packs')).problems.map((problem) => ({
        where: `${problem.file}:${problem.line}`,
        what: problem.message.en,
      })),
  },
  {
    name: 'definition schema in step',
    run: async () =>
      definitionSchemaInStep()
        ? []
        : [{ where: 'shared/catalogue', what: 'run npm run guichet -- catalogue schema' }],
  },
  {
    name: 'database schema in step',
    run: async () =>
      schemaInStep() ? [] : [{ where: 'infra/database/schema.sql', what: 'run npm run schema' }],
  },
];

let found = 0;
for (const { name, run } of checks) {
  const started = performance.now();
  const findings = await run();
  found += findings.length;
  console.log(
    `${findings.length === 0 ? 'ok ' : 'NOT'} ${name} (${Math.round(performance.now() - started)} ms)`,
  );
  for (const { where, what } of findings) console.log(`    ${where}: ${what}`);
}
process.exitCode = found === 0 ? 0 : 1;
