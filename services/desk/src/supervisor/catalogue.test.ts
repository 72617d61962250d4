import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  acceptSubmission,
  addStaff,
  addTeam,
  openDesk,
  publishServices,
  type Role,
  todayOf,
} from '@guichet/casework';
import { type CatalogueProblem, problemLine } from '@guichet/catalogue/load';
import { languages, newId } from '@guichet/kernel';
import { createLogger } from '@guichet/platform';
import { useDatabase } from '@guichet/tests/support';
import { afterAll, expect, it } from 'vitest';
import { type DeskVisitor, visit } from '../../../../tests/support/desk-visitor.ts';
import { packsDir, testPassword } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';

const database = await useDatabase();
const dir = mkdtempSync(join(tmpdir(), 'guichet-catalogue-'));
const [keyFile, folder] = [join(dir, 'key'), join(dir, 'catalogue')];
writeFileSync(keyFile, randomBytes(32).toString('base64'));
cpSync(join(packsDir, 'quebec'), folder, { recursive: true });
const closers = [() => rmSync(dir, { recursive: true, force: true })] as (() => unknown)[];
afterAll(async () => {
  for (const close of closers.toReversed()) await close();
});

async function open(kind: 'system' | 'door', problems: CatalogueProblem[] = []) {
  const { ctx, close } = await openDesk({
    databaseUrl: database.url,
    keyFile,
    dataDir: dir,
    catalogueDir: folder,
    name: 'test',
    actor: kind === 'door' ? { kind } : { kind, name: 'test' },
    poolMax: 3,
    onCatalogueProblem: (problem) => problems.push(problem),
  });
  closers.push(close);
  return ctx;
}

const teams = ['voirie', 'greffe', 'animaux'];
const before = await open('system');
await publishServices(before, before.catalogue.drafts, 'tests');
await before.catalogue.refresh?.();
for (const team of teams) await addTeam(before, team, { fr: team, en: team });
const add = (signIn: string, language: 'fr' | 'en', roles: Role[]) =>
  addStaff(before, { signIn, name: signIn, password: testPassword, language, roles, teams });
await add('superviseure', 'fr', ['supervisor', 'agent']);
await add('supervisor', 'en', ['supervisor', 'agent']);
const pothole = await acceptSubmission(before, {
  service: 'nid-de-poule',
  channel: 'web',
  language: 'fr',
  answers: {
    place: { text: 'Rue des Pins' },
    size: 'small',
    danger: false,
    description: 'Au coin',
    'reply-way': 'none',
  },
  idempotency: { scope: 'test', key: newId() },
});
if (pothole.kind !== 'accepted') throw new Error(JSON.stringify(pothole));

// What a person may do to a folder between two starts: slip in one file, change a published one, take one away.
const edit = (file: string, from: string, to: string): void => {
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(folder, file), text.replace(from, to));
};
const slip = 'broken.v1.yaml';
cpSync(join(folder, 'change-of-address.v1.yaml'), join(folder, slip));
edit(slip, 'code: changement-adresse', 'code: autre');
edit(slip, 'theme: municipal', 'theme: municipale');
cpSync(join(folder, 'dog-licence.v1.yaml'), join(folder, 'cat-licence.v1.yaml'));
edit('cat-licence.v1.yaml', 'code: permis-chien', 'code: permis-chat');
edit('dog-licence.v1.yaml', '\nname:', '\nname: [');
rmSync(join(folder, 'pothole.v1.yaml'));
edit('change-of-address.v1.yaml', '\nname:\n  fr: ', '\nname:\n  fr: Nouveau ');

const problems: CatalogueProblem[] = [];
const door = await open('door', problems);
const app = createApp({
  ctx: door,
  log: createLogger('test', { level: 'silent' }),
  publicUrl: 'http://localhost:3000',
  https: false,
});
async function signedIn(name: string): Promise<DeskVisitor> {
  const visitor = visit(app);
  await visitor.signIn(name, testPassword);
  return visitor;
}

it('faulty files stop nothing: the desk opens, and each problem is told on one line in both languages', () => {
  expect([...new Set(problems.map(({ file }) => file))].toSorted()).toEqual([
    'broken.v1.yaml',
    'change-of-address.v1.yaml',
    'dog-licence.v1.yaml',
  ]);
  const lines = problems.map((problem) => problemLine(problem, languages));
  expect(lines.join('')).not.toContain('\n');
  expect(lines.find((line) => line.startsWith('broken.v1.yaml:'))).toMatch(
    /^broken\.v1\.yaml:\d+:\d+ {2}theme {2}.*municipal.* \| .*municipal/,
  );
  expect(lines.find((line) => line.startsWith('change-of-address'))).toMatch(
    /une version publiée ne change plus; remettez.*\.v3\.yaml.* \| .*changes no more; put this file back.*\.v3\.yaml/,
  );
});

it.each([
  ['superviseure', 'Fichiers refusés', 'une version publiée ne change plus', 'Version publiée, gardée'],
  ['supervisor', 'Refused files', 'a published version changes no more', 'Published version, kept'],
])(
  'a supervisor (%s) sees what is on offer, and each faulty file with its line and what to do',
  async (name, refused, why, kept) => {
    const visitor = await signedIn(name);
    const { html } = await visitor.get('/supervisor');
    const section = html.slice(html.indexOf('id="catalogue"'));
    expect(section).toContain(refused);
    for (const { file, line } of problems) expect(section).toMatch(new RegExp(`${file}.*?>${line}<`, 's'));
    expect(section).toContain(why);
    expect(section).toContain('change-of-address.v3.yaml');
    // Two published versions are on offer as stored: the dog's file is refused, the pothole's is gone.
    expect(section.split(kept)).toHaveLength(3);
    expect(section).not.toContain('Nouveau');
    expect(door.catalogue.services.map(({ definition }) => definition.code)).toContain('nid-de-poule');
  },
);

it('an open case of a service that is no longer in the folder reads and closes as before', async () => {
  const visitor = await signedIn('superviseure');
  await visitor.get('/');
  const page = await visitor.send('/assignments');
  const service = before.catalogue.find('nid-de-poule', 1);
  expect(page.path).toBe(`/cases/${pothole.case.reference}`);
  expect(page.html).toContain(service?.definition.name.fr);
  expect(page.html).toContain(service?.question('size')?.label.fr);
  const closed = await visitor.send(`/cases/${pothole.case.reference}/closure`, { outcome: 'repaired' });
  expect(closed.status).toBe(200);
  expect(closed.html).toContain(service?.definition.outcomes.find(({ key }) => key === 'repaired')?.label.fr);
});

it('a supervisor publishes a draft and retires it, each with a reason, and without one nothing changes', async () => {
  const visitor = await signedIn('supervisor');
  const { html } = await visitor.get('/supervisor');
  expect(html).toContain('/supervisor/services/permis-chat/1/publication');
  expect(door.catalogue.find('permis-chat')).toBeUndefined();
  const act = async (kind: string, why: string) => {
    await visitor.get('/supervisor');
    return visitor.send(`/supervisor/services/permis-chat/1/${kind}`, { on: todayOf(new Date()), why });
  };
  expect((await act('publication', '')).status).toBe(422);
  expect(door.catalogue.find('permis-chat')).toBeUndefined();
  expect((await act('publication', 'Cats too')).html).toContain('The version is published.');
  expect(door.catalogue.find('permis-chat')?.definition.version).toBe(1);
  expect((await act('retirement', 'No more cats')).html).toContain('The version is retired.');
  expect(door.catalogue.find('permis-chat')).toBeUndefined();
  expect(door.catalogue.find('permis-chat', 1)).toBeDefined();
});
