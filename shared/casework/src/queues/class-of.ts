import type { CompiledService } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import type { Sql } from '@guichet/platform';

/** How far into people's lives a member of the staff may look, and a service asks to. */
export const clearances = ['personal', 'sensitive'] as const;
export type Clearance = (typeof clearances)[number];

const known = new WeakMap<Sql, Map<string, Promise<number>>>();

/** Gives the clearance that a service's cases ask for: that of the most sensitive thing it asks about. */
export function clearanceOf({ sensitivityOf }: CompiledService): Clearance {
  return [...sensitivityOf.values()].includes('sensitive') ? 'sensitive' : 'personal';
}

/**
 * Gives the class of a service's cases in the queue: what they ask of whoever takes them, as one number.
 *
 * Guarantee: same needs, same number, whichever process asks first; asked of the database once a process.
 * Errors: whatever the database throws; the next call asks again.
 */
export function classOf(sql: Sql, service: CompiledService, language: Language): Promise<number> {
  const { code, routing } = service.definition;
  const skills = routing.skills.toSorted();
  const clearance = clearanceOf(service);
  const key = JSON.stringify([routing.team, code, skills, language, clearance]);
  const memo = known.get(sql) ?? new Map<string, Promise<number>>();
  known.set(sql, memo);
  const found = memo.get(key);
  if (found) return found;
  const asked = find(sql, routing.team, code, skills, language, clearance);
  memo.set(key, asked);
  asked.catch(() => memo.delete(key));
  return asked;
}

/** Of two processes that meet a class at once, one makes it and the other, waiting for it, finds it at its second look. */
async function find(
  sql: Sql,
  team: string,
  code: string,
  skills: string[],
  language: Language,
  clearance: Clearance,
): Promise<number> {
  for (;;) {
    const [row] = await sql<[{ id: number }?]>`
      with made as (
        insert into queue_class (team, service_code, skills, language, clearance)
        select ${team}, ${code}, ${skills}::text[], ${language}, ${clearance}
        where not exists (
          select 1 from queue_class where team = ${team} and service_code = ${code} and skills = ${skills}::text[]
            and language = ${language} and clearance = ${clearance})
        on conflict do nothing returning id)
      select id from made union all
      select id from queue_class where team = ${team} and service_code = ${code} and skills = ${skills}::text[]
        and language = ${language} and clearance = ${clearance} limit 1`;
    if (row) return row.id;
  }
}
