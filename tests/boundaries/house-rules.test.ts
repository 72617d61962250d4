import { describe, expect, it } from 'vitest';
import { checkDeadPaths } from '../../infra/verify/dead-paths.ts';
import { checkHouseRules, houseRules } from '../../infra/verify/house-rules.ts';
import { checkManifests } from '../../infra/verify/manifests.ts';

const broken: [path: string, line: string][] = [
  ['services/desk/src/app.tsx', 'const port = process.env.PORT;'],
  ['shared/casework/src/cases/a.ts', "const queue = new Queue('x');"],
  ['shared/casework/src/cases/a.ts', 'const now = new Date();'],
  ['services/desk/src/a.ts', 'await sql`select 1`;'],
  ['shared/casework/src/cases/a.ts', 'await sql.unsafe(text);'],
  ['shared/pages/src/a.tsx', '<p style={x}>'],
  ['shared/casework/src/cases/a.ts', 'export class CaseManager {}'],
  ['shared/casework/src/cases/a.ts', "const folder = '/home/someone/guichet';"],
];

describe('each house rule fails when it is broken', () => {
  it.each(broken.map(([path, line], index) => ({ path, line, rule: houseRules[index] })))(
    '$line',
    ({ path, line, rule }) => {
      const findings = checkHouseRules([{ path, text: `${line}\n` }]);
      expect(findings.map(({ what }) => what)).toContain(rule?.what);
    },
  );

  it('has an example of every rule', () => {
    expect(broken).toHaveLength(houseRules.length);
  });

  it('finds a file that grew past one purpose', () => {
    const findings = checkHouseRules([
      { path: 'shared/kernel/src/a.ts', text: 'const a = 1;\n'.repeat(301) },
    ]);
    expect(findings[0]?.what).toContain('over 300');
  });
});

describe('pages name only what is there', () => {
  it('finds a dead path', () => {
    const page = { path: 'README.md', text: 'See `shared/kernel/gone.ts` and `shared/kernel/src`.' };
    expect(checkDeadPaths([page], (path) => path === 'shared/kernel/src')).toEqual([
      { where: 'README.md', what: 'names shared/kernel/gone.ts, which is not there' },
    ]);
  });
});

describe('manifests say what is imported', () => {
  const manifest = {
    path: 'shared/x/package.json',
    text: '{"name":"x","dependencies":{"zod":"1","idle":"1"}}',
  };
  const code = { path: 'shared/x/src/a.ts', text: "import { z } from 'zod';\nimport pino from 'pino';\n" };

  it('finds what is missing and what is idle', () => {
    expect(checkManifests([manifest], [code]).map(({ what }) => what)).toEqual([
      'imports pino, which shared/x/package.json does not name',
      'names idle, which nothing in the folder imports',
    ]);
  });
});
