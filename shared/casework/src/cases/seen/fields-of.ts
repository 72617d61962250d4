import { isDeepStrictEqual } from 'node:util';
import type { Answers, AnswerValue } from '@guichet/catalogue';

/**
 * What somebody saw of a case, field by field: `team`, `heldBy`, `waits`, `due`, `outcome`, `proposed`, `answer.<question>`, `reply.<id>`,
 * `note.<id>`, `task.<id>`, `link.<id>`.
 */
export type CaseFields = Record<string, AnswerValue | null>;

export interface FieldChange {
  field: string;
  before: AnswerValue | null;
  after: AnswerValue | null;
}

/** What the fields of a case are made of. */
export interface SeenFacts {
  team: string;
  dueAt: Date;
  pausedAt: Date | null;
  heldBy: { name: string } | null;
  closure: { outcome: string } | null;
  proposals: readonly { outcome: string; settled: unknown }[];
  replies: readonly { id: string; words: string }[];
  notes: readonly { id: string; words: string }[];
  tasks: readonly { id: string; kind: string; doneAt: Date | null }[];
  links: readonly { id: string; kind: string }[];
}

/** Lays a case out in fields that can be compared. */
export function fieldsOf(facts: SeenFacts, answers: Answers): CaseFields {
  const each = <T extends { id: string }>(kind: string, list: readonly T[], value: (one: T) => string) =>
    list.map((one): [string, string] => [`${kind}.${one.id}`, value(one)]);
  return {
    team: facts.team,
    due: facts.dueAt.toISOString(),
    waits: facts.pausedAt !== null,
    heldBy: facts.heldBy?.name ?? null,
    outcome: facts.closure?.outcome ?? null,
    proposed: facts.proposals.find(({ settled }) => settled === null)?.outcome ?? null,
    ...Object.fromEntries([
      ...Object.entries(answers).map(([question, value]): [string, AnswerValue] => [
        `answer.${question}`,
        value,
      ]),
      ...each('reply', facts.replies, ({ words }) => words),
      ...each('note', facts.notes, ({ words }) => words),
      ...each('task', facts.tasks, ({ kind, doneAt }) => `${kind}:${doneAt === null ? 'open' : 'done'}`),
      ...each('link', facts.links, ({ kind }) => kind),
    ]),
  };
}

/** Lists the fields that differ, those of the later one in its order first. */
export function changesBetween(before: CaseFields, after: CaseFields): FieldChange[] {
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return names
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((change) => !isDeepStrictEqual(change.before, change.after));
}
