import { openDatabase, type Sql } from '@guichet/platform';

/**
 * Writes what a database's public schema holds, table by table, to be read at a glance.
 *
 * Guarantee: the same schema gives the same text: everything is ordered by name, columns by place.
 */
export async function dumpSchema(url: string): Promise<string> {
  const sql = openDatabase({ url, max: 1, name: 'guichet-schema' });
  try {
    const tables = await listTables(sql);
    const parts = [await functions(sql)];
    for (const table of tables) parts.push(await describe(sql, table));
    return `-- Written by "npm run schema"; read it, never run it.\n\n${parts.filter(Boolean).join('\n\n')}\n`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

interface Table {
  oid: number;
  name: string;
  security: string;
}

async function listTables(sql: Sql): Promise<Table[]> {
  return sql<Table[]>`
    select c.oid, c.relname as name,
      case when c.relforcerowsecurity then 'row security forced' when c.relrowsecurity then 'row security' else 'no row security' end
        as security
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    order by c.relname`;
}

async function describe(sql: Sql, { oid, name, security }: Table): Promise<string> {
  const columns = await lines(
    sql`
      select '  ' || quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attnotnull then ' not null' else '' end
        || coalesce(case when a.attgenerated = 's'
          then ' generated always as (' || regexp_replace(pg_get_expr(d.adbin, d.adrelid), '\\s+', ' ', 'g') || ') stored'
          else ' default ' || pg_get_expr(d.adbin, d.adrelid) end, '') as line
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = ${oid} and a.attnum > 0 and not a.attisdropped
      order by a.attnum`,
  );
  const constraints = await lines(
    sql`
      select '  constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid) as line
      from pg_constraint where conrelid = ${oid} and contype <> 'n'
      order by array_position(array['p', 'u', 'f', 'c', 'x'], contype::text), conname`,
  );
  const indexes = await lines(
    sql`
      select pg_get_indexdef(i.indexrelid) || ';' as line
      from pg_index i join pg_class c on c.oid = i.indexrelid
      where i.indrelid = ${oid} and not exists (select 1 from pg_constraint where conindid = i.indexrelid and conrelid = ${oid})
      order by c.relname`,
  );
  const policies = await lines(
    sql`
      select 'policy ' || quote_ident(polname) || ' for '
        || case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end
        || coalesce(' using ' || regexp_replace(pg_get_expr(polqual, polrelid), '\\s+', ' ', 'g'), '')
        || coalesce(' with check ' || regexp_replace(pg_get_expr(polwithcheck, polrelid), '\\s+', ' ', 'g'), '') || ';' as line
      from pg_policy where polrelid = ${oid} order by polname`,
  );
  const triggers = await lines(
    sql`select pg_get_triggerdef(oid) || ';' as line from pg_trigger where tgrelid = ${oid} and not tgisinternal order by tgname`,
  );
  const grants = await lines(
    sql`
      select 'grant ' || string_agg(lower(privilege_type), ', ' order by privilege_type) || ' to ' || grantee || ';' as line
      from information_schema.role_table_grants
      where table_schema = 'public' and table_name = ${name} and grantee <> current_user
      group by grantee order by grantee`,
  );
  const columnGrants = await lines(
    sql`
      select 'grant ' || lower(g.privilege_type) || ' (' || string_agg(quote_ident(a.attname), ', ' order by a.attnum) || ') to '
        || quote_ident(pg_get_userbyid(g.grantee)) || ';' as line
      from pg_attribute a, aclexplode(a.attacl) g
      where a.attrelid = ${oid} and not a.attisdropped
      group by g.privilege_type, g.grantee order by pg_get_userbyid(g.grantee), g.privilege_type`,
  );
  const body = [...columns, ...constraints].join(',\n');
  const after = [...indexes, ...triggers, ...policies, ...grants, ...columnGrants]
    .map((line) => `\n${line}`)
    .join('');
  return `-- ${security}\ntable ${name} (\n${body}\n);${after}`;
}

async function functions(sql: Sql): Promise<string> {
  const found = await lines(
    sql`
      select pg_get_functiondef(p.oid) as line
      from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p')
        and not exists (select 1 from pg_depend where objid = p.oid and deptype = 'e')
      order by p.proname, p.oid`,
  );
  return found.map((text) => `${text.trim()};`).join('\n\n');
}

/** Runs a query of one column called line. */
async function lines(query: PromiseLike<readonly object[]>): Promise<string[]> {
  return (await query).map((row) => String(Reflect.get(row, 'line')));
}
