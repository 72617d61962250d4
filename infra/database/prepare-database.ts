import { openDatabase, type Sql } from '@guichet/platform';

export const ownerRole = 'guichet_owner';
export const appRole = 'guichet_app';

export interface Preparation {
  readonly database: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
}

/**
 * Makes the owner role, the application role and the database, or sets their passwords when they exist.
 *
 * Guarantee: safe to repeat. The application role owns nothing, creates nothing and can't step around row security.
 */
export async function prepareDatabase(superuserUrl: string, preparation: Preparation): Promise<void> {
  const { database, ownerPassword, appPassword } = preparation;
  const sql = openDatabase({ url: superuserUrl, max: 1, name: 'guichet-prepare' });
  try {
    await makeRole(sql, ownerRole, ownerPassword);
    await makeRole(sql, appRole, appPassword);
    await sql`grant ${sql(ownerRole)} to current_user`;
    // A function that acts as the system for one look-up sets this, and its owner must be allowed to say so.
    await sql`grant set on parameter guichet.actor_kind to ${sql(ownerRole)}`;
    const [found] = await sql`select 1 from pg_database where datname = ${database}`;
    if (found === undefined) {
      await sql`create database ${sql(database)} owner ${sql(ownerRole)} template template0 encoding 'UTF8'`;
    }
    await sql`revoke all on database ${sql(database)} from public`;
    await sql`grant connect on database ${sql(database)} to ${sql(appRole)}`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Roles take no parameters: the server itself quotes the password. */
async function makeRole(sql: Sql, role: string, password: string): Promise<void> {
  const [found] = await sql`select 1 from pg_roles where rolname = ${role}`;
  const verb = found === undefined ? 'create' : 'alter';
  const [made] = await sql<{ statement: string }[]>`
    select format('%s role %I with login nosuperuser nocreatedb nocreaterole nobypassrls noreplication password %L',
      ${verb}::text, ${role}::text, ${password}::text) as statement`;
  if (made !== undefined) await sql.unsafe(made.statement);
}
