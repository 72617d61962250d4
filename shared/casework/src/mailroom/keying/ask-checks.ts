import type { Answers, CompiledService, CriticalAnswer } from '@guichet/catalogue';
import { type LetterId, newId, type StaffId } from '@guichet/kernel';
import { sameKeyed } from '@guichet/catalogue';
import type { DeskTx } from '../../audit/transact.ts';
import type { OpenKey } from '../../privacy/case-key.ts';
import type { FieldReading } from '../letter-reading.ts';
import { checkField, type SealedCheck } from './keyed-letter.ts';

export interface AskChecks {
  letterId: LetterId;
  firstBy: StaffId;
  service: CompiledService;
  fields: readonly FieldReading[];
  key: OpenKey;
  reason: 'double' | 'sample';
  answers: readonly CriticalAnswer[];
}

/**
 * Has a second person key answers, each once.
 *
 * Shape: how many were asked; an answer that was decided before and is keyed the same again is not asked anew.
 */
export async function askChecks(tx: DeskTx, ask: AskChecks): Promise<number> {
  const { letterId, firstBy, service, key, reason } = ask;
  const { code, version } = service.definition;
  let asked = 0;
  for (const { path, value } of ask.answers) {
    if (await isDecided(tx, ask, path, value)) continue;
    await tx.sql`delete from field_check where letter_id = ${letterId} and path = ${path}`;
    const sealed: SealedCheck = { crops: cropsOf(ask.fields, path), first: value ?? null };
    await tx.sql`
      insert into field_check (id, letter_id, service_code, service_version, path, reason, asked_at, first_by, sealed)
      values (${newId()}, ${letterId}, ${code}, ${version}, ${path}, ${reason}, ${tx.now}, ${firstBy},
        ${key.seal(checkField(path), sealed)})`;
    asked += 1;
  }
  return asked;
}

async function isDecided(
  tx: DeskTx,
  { letterId, key }: AskChecks,
  path: string,
  value: unknown,
): Promise<boolean> {
  const [held] = await tx.sql<[{ sealed: Buffer; settledAt: Date | null }?]>`
    select sealed, settled_at from field_check where letter_id = ${letterId} and path = ${path}`;
  if (!held?.settledAt) return false;
  return sameKeyed(decidedIn(key.open(checkField(path), held.sealed) as SealedCheck), value ?? null);
}

/** Lists the paths at which two persons decided on an answer before the letter came back: taken away, it is theirs to take away too. */
export async function decidedPaths(
  tx: DeskTx,
  { letterId, key }: Pick<AskChecks, 'letterId' | 'key'>,
): Promise<Set<string>> {
  const rows = await tx.sql<{ path: string; sealed: Buffer }[]>`
    select path, sealed from field_check
    where letter_id = ${letterId} and reason = 'double' and settled_at is not null`;
  const held = rows.filter(
    ({ path, sealed }) => (decidedIn(key.open(checkField(path), sealed) as SealedCheck) ?? null) !== null,
  );
  return new Set(held.map(({ path }) => path));
}

/** Forgets what was decided of answers that are asked no more: questions that hold no more, entries that are gone. */
export async function forgetOtherChecks(
  tx: DeskTx,
  letterId: LetterId,
  paths: readonly string[],
): Promise<void> {
  await tx.sql`
    delete from field_check where letter_id = ${letterId} and reason = 'double' and path <> all(${[...paths]})`;
}

/** Gives what was decided of a check that is settled: the third's word, else what both keyed. */
export function decidedIn({ first, third }: SealedCheck): unknown {
  return third === undefined ? first : third;
}

function cropsOf(fields: readonly FieldReading[], path: string): FieldReading['crop'][] {
  return fields
    .filter((field) => field.path === path || field.path.startsWith(`${path}.`))
    .map(({ crop }) => crop);
}

/** Lists answers by the paths at which two persons can key them: of a group, each member of each entry. */
export function answerPaths(service: CompiledService, answers: Answers): CriticalAnswer[] {
  return service.visible(answers).flatMap((question): CriticalAnswer[] => {
    const value = answers[question.key];
    if (value === undefined) return [];
    if (question.type !== 'group') return [{ path: question.key, value }];
    const entries = Array.isArray(value) ? value : [];
    return entries.flatMap((entry, at) =>
      typeof entry === 'string'
        ? []
        : Object.entries(entry).map(([member, one]) => ({
            path: `${question.key}.${at}.${member}`,
            value: one,
          })),
    );
  });
}
