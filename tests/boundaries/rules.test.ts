import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { boundaryRules, checkBoundaries } from '../../infra/verify/boundaries.ts';

/** For each rule: two files, the first importing the second, that break it and nothing but it. */
const broken: Record<string, [from: string, to: string]> = {
  'no-circles': ['shared/kernel/src/a.ts', 'shared/kernel/src/a.ts'],
  'kernel-imports-only-nothing': ['shared/kernel/src/a.ts', 'shared/jobs/src/b.ts'],
  'platform-imports-only-kernel': ['shared/platform/src/a.ts', 'shared/catalogue/src/b.ts'],
  'catalogue-imports-only-kernel': ['shared/catalogue/src/a.ts', 'shared/platform/src/b.ts'],
  'jobs-imports-only-kernel': ['shared/jobs/src/a.ts', 'shared/catalogue/src/b.ts'],
  'channels-imports-only-kernel-catalogue': ['shared/channels/web/src/a.ts', 'shared/casework/src/b.ts'],
  'pages-imports-only-kernel-catalogue': ['shared/pages/src/a.tsx', 'shared/casework/src/b.ts'],
  'casework-imports-only-kernel-platform-catalogue-jobs': [
    'shared/casework/src/a.ts',
    'shared/channels/web/src/b.ts',
  ],
  'kernel-uses-no-package': ['shared/kernel/src/a.ts', 'node_modules/zod/index.js'],
  'shared-knows-no-door-and-no-hand': ['shared/platform/src/a.ts', 'services/desk/src/b.ts'],
  'doors-and-hands-stand-alone': ['workers/relay/src/a.ts', 'services/desk/src/b.ts'],
  'sql-driver-only-in-platform-and-casework': ['services/desk/src/a.ts', 'node_modules/postgres/index.js'],
  'job-queues-only-in-relay-and-platform': ['services/intake/src/a.ts', 'node_modules/bullmq/index.js'],
  'telephone-provider-only-in-its-seam': ['shared/channels/phone/src/a.ts', 'node_modules/twilio/index.js'],
  'tests-stay-out-of-the-product': ['infra/embedded/a.ts', 'tests/support/b.ts'],
};
for (const channel of ['web', 'phone', 'mail', 'counter']) {
  const other = channel === 'web' ? 'phone' : 'web';
  broken[`channel-${channel}-knows-no-other-channel`] = [
    `shared/channels/${channel}/src/a.ts`,
    `shared/channels/${other}/src/b.ts`,
  ];
}
for (const { name } of boundaryRules.forbidden) {
  const room = /^casework-room-(.+)-looks-back$/.exec(name ?? '')?.[1];
  if (room) broken[name ?? ''] = [`shared/casework/src/${room}/a.ts`, 'shared/casework/src/supervision/b.ts'];
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('each boundary fails when it is crossed', () => {
  it('has an example of every rule', () => {
    expect(boundaryRules.forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(broken).sort());
  });

  it.each(Object.entries(broken))('%s', async (rule, [from, to]) => {
    const root = mkdtempSync(join(tmpdir(), 'guichet-boundary-'));
    folders.push(root);
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    };
    write('package.json', '{"type":"module"}');
    if (to.startsWith('node_modules/')) {
      const name = to.split('/')[1] ?? '';
      write(`node_modules/${name}/package.json`, `{"name":"${name}","main":"index.js"}`);
      write(to, 'module.exports = {};');
      write(from, `import thing from '${name}';\nexport const a = thing;\n`);
    } else {
      write(to, 'export const b = 1;\n');
      const up = '../'.repeat(from.split('/').length - 1);
      write(from, `import { b } from '${from === to ? './a.ts' : `${up}${to}`}';\nexport const a = b;\n`);
    }
    const findings = await checkBoundaries(root, [from, to.startsWith('node_modules') ? from : to]);
    expect(findings.map(({ what }) => what).join('\n')).toContain(`: ${rule}.`);
  });
});
