import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openDatabase } from '@guichet/platform';
import { useDatabase } from '@guichet/tests/support';
import { afterAll, expect, test } from 'vitest';
import { dumpSchema } from './dump-schema.ts';
import { migrate } from './migrate.ts';
import { type MigrationFile, migrationFiles } from './migration-files.ts';
import { schemaFile, schemaInStep } from './schema-in-step.ts';

const { adminSql, adminUrl, ownerUrl, ownerSql } = await useDatabase();
const made: string[] = [];
afterAll(async () => {
  for (const name of made) await adminSql`drop database ${adminSql(name)} with (force)`;
});

/** An empty database of the owner's; dropped at the end. */
async function emptyDatabase(): Promise<string> {
  const name = `test_${randomUUID().slice(0, 8)}`;
  await adminSql`create database ${adminSql(name)} owner guichet_owner template template0`;
  made.push(name);
  return ownerUrl.replace(/[^/]+$/, name);
}

async function ask(url: string, text: string): Promise<unknown[]> {
  const sql = openDatabase({ url, max: 1, name: 'test' });
  try {
    return [...(await sql.unsafe(text))];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** The same database as the server's superuser, whom no row security hides anything from. */
const asAdmin = (url: string): string =>
  url.replace(/\/\/[^@]+@/, `//${new URL(adminUrl).username}:${new URL(adminUrl).password}@`);

const file = (number: number, text: string): MigrationFile => ({
  number,
  name: `000${number}-test.sql`,
  text,
  hash: text,
});
const quiet = () => {};

test('starters at the same time apply each migration once', async () => {
  const url = await emptyDatabase();
  const files = [
    file(1, 'create table a (x int); select pg_sleep(0.2)'),
    file(2, 'insert into a values (1)'),
  ];
  const counts = await Promise.all([1, 2, 3, 4].map(() => migrate(url, quiet, files)));
  expect(counts.sort()).toEqual([0, 0, 0, 2]);
  expect(await ask(url, 'select x from a')).toEqual([{ x: 1 }]);
});

test('a migration that fails leaves nothing of itself and can be tried again', async () => {
  const url = await emptyDatabase();
  const broken = [file(1, 'create table a ()'), file(2, 'create table b (); select 1/0')];
  await expect(migrate(url, quiet, broken)).rejects.toMatchObject({ code: '22012' });
  expect(
    await ask(url, `select to_regclass('a') is not null as a, to_regclass('b') is not null as b`),
  ).toEqual([{ a: true, b: false }]);
  expect(await migrate(url, quiet, [file(1, 'create table a ()'), file(2, 'create table b ()')])).toBe(1);
});

test('a migration edited after it was applied is refused by name, in both languages, and nothing runs', async () => {
  const url = await emptyDatabase();
  await migrate(url, quiet, [file(1, 'create table a ()')]);
  const edited = [file(1, 'create table other ()'), file(2, 'create table b ()')];
  await expect(migrate(url, quiet, edited)).rejects.toThrow(
    /0001-test.sql a été modifiée.*\n.*0001-test.sql was edited/,
  );
  expect(await ask(url, `select to_regclass('b') is null as untouched`)).toEqual([{ untouched: true }]);
});

test('a database that is ahead of these files is left alone', async () => {
  const url = await emptyDatabase();
  await migrate(url, quiet, [file(1, 'create table a ()'), file(2, 'create table b ()')]);
  expect(await migrate(url, quiet, [file(1, 'create table a ()')])).toBe(0);
});

test('a text message asked for before telephones were forgotten keeps none unless it may still be sent', async () => {
  const url = await emptyDatabase();
  const all = migrationFiles();
  await migrate(url, quiet, all.slice(0, 13));
  const draftId = randomUUID();
  // The owner of tables of forced row security sees and writes nothing either, until it acts as someone.
  await ask(
    url,
    `select set_config('guichet.actor_kind', 'system', false);
    insert into draft (id, service_code, service_version, channel, language, data_key, sealed, created_at, updated_at, expires_at)
      values ('${draftId}', 'nid-de-poule', 1, 'phone', 'fr', '', '', now(), now(), now() + interval '30 days');
    insert into text_message (id, draft_id, language, data_key, sealed, created_at, fate)
      select gen_random_uuid(), '${draftId}', 'fr', 'key', 'sealed', now(), fate
      from unnest(array['sent', 'bounced', 'unsure', 'later', null]) fate`,
  );
  expect(await migrate(url, quiet, all)).toBe(all.length - 13);
  const kept = await ask(
    asAdmin(url),
    'select fate, data_key is not null as key, sealed is not null as telephone from text_message order by fate',
  );
  expect(kept).toEqual([
    { fate: 'bounced', key: false, telephone: false },
    { fate: 'later', key: true, telephone: true },
    { fate: 'sent', key: false, telephone: false },
    { fate: 'unsure', key: false, telephone: false },
    { fate: null, key: true, telephone: true },
  ]);
});

test('a webhook that ended before its address was sealed or after keeps its host alone, and one that goes on its address', async () => {
  const url = await emptyDatabase();
  const all = migrationFiles();
  await migrate(url, quiet, all.slice(0, 51));
  await ask(
    asAdmin(url),
    `insert into staff (id, sign_in, name, password_hash) values (gen_random_uuid(), 'cheffe', '', '')`,
  );
  const add = (columns: string, values: string) =>
    ask(
      asAdmin(url),
      `insert into webhook (id, kinds, teams, data_key, secret_sealed, made_at, made_by, ended_at, ${columns})
        select gen_random_uuid(), array['case.opened'], array['voirie'], '', '', now(), id, ${values} from staff`,
    );
  await add('url', `null, 'https://va.exemple.ca/a'`);
  await add('url', `now(), 'https://fini.exemple.ca/b'`);
  await migrate(url, quiet, all.slice(0, 53));
  await add('url_sealed, host', `null, 'c', 'c.exemple.ca'`);
  await add('url_sealed, host', `now(), 'd', 'd.exemple.ca'`);
  await migrate(url, quiet, all);
  expect(
    await ask(asAdmin(url), `select host, url, url_sealed is not null as sealed from webhook order by host`),
  ).toEqual([
    { host: 'c.exemple.ca', url: null, sealed: true },
    { host: 'd.exemple.ca', url: null, sealed: false },
    { host: 'fini.exemple.ca', url: null, sealed: false },
    { host: 'va.exemple.ca', url: 'https://va.exemple.ca/a', sealed: false },
  ]);
});

test('a server that does not answer is said in both languages', async () => {
  await expect(migrate('postgres://a:b@127.0.0.1:1/c', quiet)).rejects.toThrow(
    /ne répond pas.*\n.*does not answer/,
  );
});

test('the application role owns nothing, creates nothing and can not step around row security', async () => {
  const [role] = await adminSql`
    select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole as may_much,
      exists (select 1 from pg_class where relowner = r.oid) as owns,
      has_schema_privilege(r.oid, 'public', 'create') as creates
    from pg_roles r where rolname = 'guichet_app'`;
  expect(role).toEqual({ mayMuch: false, owns: false, creates: false });
  const open = await adminSql`
    select relname from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and not relforcerowsecurity and relname <> 'schema_migration'`;
  expect([...open]).toEqual([]);
});

test('schema.sql shows the schema that the migrations make', async () => {
  expect(schemaInStep(), 'run: npm run schema').toBe(true);
  const written = readFileSync(schemaFile, 'utf8').split('\n').slice(1).join('\n');
  expect(await dumpSchema(ownerUrl)).toBe(written);
  const applied = await ownerSql`select number from schema_migration`;
  expect(applied.length).toBe(migrationFiles().length);
});
