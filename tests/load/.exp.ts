import { mkdtempSync, mkdirSync, chmodSync } from 'node:fs';
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { startPostgres, freePort } from '@guichet/infra/embedded';
import { prepareDatabase, migrate, databaseUrl } from '@guichet/infra/database';
import { openDatabase, openKeyring, openEvidenceStore } from '@guichet/platform';
import { compile, serviceDefinition } from '@guichet/catalogue';
import { systemClock } from '@guichet/kernel';
import { acceptSubmission, publishServices, as, verifyHistory } from '@guichet/casework';
const folder = mkdtempSync('/tmp/gb-');
chmodSync(folder, 0o755);
const pg = await startPostgres({
  dataFolder: join(folder, 'pg'),
  logFile: join(folder, 'pg.log'),
  port: await freePort(),
  password: 'x',
  durable: true,
});
const su = databaseUrl({ port: pg.port, user: pg.user, password: 'x', database: 'postgres' });
await prepareDatabase(su, { database: 'bench', ownerPassword: 'x', appPassword: 'x' });
await migrate(
  databaseUrl({ port: pg.port, user: 'guichet_owner', password: 'x', database: 'bench' }),
  () => {},
);
const b = (t: string) => ({ fr: t, en: t });
const def = serviceDefinition.parse({
  code: 'trou',
  version: 1,
  name: b('Trou'),
  summary: b('x'),
  legalBasis: b('x'),
  audience: ['citizens'],
  theme: 'municipal',
  who: { anonymous: true },
  clocks: { acknowledge: { amount: 1, unit: 'business-days' }, decide: { amount: 5, unit: 'business-days' } },
  routing: { team: 'voirie' },
  outcomes: [
    { key: 'fait', label: b('f'), words: b('w'), retention: { years: 1, then: 'destroy', source: 'xxx' } },
  ],
  next: b('n'),
  questions: [
    { key: 'lieu', type: 'place', label: b('Lieu') },
    {
      key: 'taille',
      type: 'choice',
      label: b('t'),
      options: [
        { key: 'petit', label: b('p') },
        { key: 'gros', label: b('g') },
      ],
    },
    { key: 'danger', type: 'yes-no', label: b('d') },
  ],
});
const service = compile(def);
const shelf = { services: [service], find: () => service };
const mk = (kind: any, max: number) => ({
  sql: openDatabase({
    url: databaseUrl({ port: pg.port, user: 'guichet_app', password: 'x', database: 'bench' }),
    max,
    name: 'b',
    settings: { 'guichet.actor_kind': kind.kind },
  }),
  clock: systemClock,
  actor: kind,
  catalogue: shelf,
  keyring: openKeyring(randomBytes(32).toString('base64')),
  evidence: openEvidenceStore(join(folder, 'ev')),
});
const sys = mk({ kind: 'system', name: 'b' }, 2) as any;
console.log(await publishServices(sys, [service]));
const pub = mk({ kind: 'public', channel: 'api' }, 4) as any;
const sub = () => ({
  service: 'trou',
  channel: 'web' as const,
  language: 'fr' as const,
  answers: {
    lieu: { text: '12, rue X' },
    taille: 'gros',
    danger: true,
    'reply-way': 'email',
    'reply-email': 'a@example.org',
  },
  idempotency: { scope: 'api', key: randomUUID() },
});
console.log(JSON.stringify(await acceptSubmission(pub, sub())).slice(0, 300));
for (const conc of [1, 32, 64, 64, 64]) {
  const t = performance.now();
  let n = 0;
  const end = t + 4000;
  const lat: number[] = [];
  await Promise.all(
    Array.from({ length: conc }, async () => {
      while (performance.now() < end) {
        const s = performance.now();
        const r = await acceptSubmission(pub, sub());
        if (r.kind !== 'accepted') throw new Error(r.kind);
        lat.push(performance.now() - s);
        n++;
      }
    }),
  );
  lat.sort((a, b) => a - b);
  console.log(
    conc,
    Math.round(n / ((performance.now() - t) / 1000)),
    '/s p50',
    lat[lat.length >> 1]?.toFixed(1),
    'p99',
    lat[Math.floor(lat.length * 0.99)]?.toFixed(1),
  );
}
console.log('PG', pg.port, folder);
if (process.argv[2] !== 'keep') await pg.stop();
process.exit(0);
