import { answerOf } from './answer-of.ts';
import type { Answers, AnswerValue } from './answers.ts';
import type { CompiledService, ParseOptions } from './compiled.ts';

/** Answers of a draft under the next version, and what could not be taken along. */
export interface Migration {
  answers: Answers;
  /** Keys of the old version whose answers no longer fit: to be asked again, or not at all. */
  lost: string[];
}

/**
 * Takes the answers of a draft from one version of a service to a later one, by the renamings that the later one states.
 *
 * Guarantee: pure; every answer kept is one that the later version accepts; nothing is guessed.
 */
export function migrateAnswers(
  answers: Answers,
  to: CompiledService,
  options: Pick<ParseOptions, 'today' | 'allowPending'>,
): Migration {
  const { renamed = {}, options: optionNames = {} } = to.definition.migrates ?? {};
  const found = new Map<string, { old: string; value: AnswerValue }>();
  for (const [old, value] of Object.entries(answers)) {
    const key = Object.hasOwn(renamed, old) ? (renamed[old] ?? old) : old;
    found.set(key, { old, value: withOptions(value, optionNames[key] ?? {}) });
  }
  const kept: Answers = {};
  const lost: string[] = [];
  for (const question of to.questions) {
    const entry = found.get(question.key);
    if (entry === undefined) continue;
    found.delete(question.key);
    const read = to.parseAnswer(question, entry.value, { ...options, answers: kept });
    if (read.ok && read.value !== undefined) kept[question.key] = read.value;
    else lost.push(entry.old);
  }
  lost.push(...[...found.values()].map(({ old }) => old));
  const pruned = to.prune(kept);
  for (const key of Object.keys(kept)) {
    if (answerOf(pruned, key) === undefined) lost.push(key);
  }
  return { answers: pruned, lost };
}

function withOptions(value: AnswerValue, names: Readonly<Record<string, string>>): AnswerValue {
  const renamed = (option: string): string =>
    Object.hasOwn(names, option) ? (names[option] ?? option) : option;
  if (typeof value === 'string') return renamed(value);
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return value.map((item) => renamed(item));
  return value;
}

/**
 * Takes a draft to the version in force, one version after the other, as far as each states how drafts of the one before go on.
 *
 * Guarantee: a version that states nothing (`migrates` absent) is not gone to: the draft goes on under the one it reached.
 */
export function migrateDraft(
  find: (code: string, version?: number) => CompiledService | undefined,
  draft: { service: CompiledService; answers: Answers },
  options: Pick<ParseOptions, 'today' | 'allowPending'>,
): { service: CompiledService } & Migration {
  const { code } = draft.service.definition;
  const last = find(code)?.definition.version ?? 0;
  let reached = { ...draft, lost: [] as string[] };
  for (let version = draft.service.definition.version + 1; version <= last; version += 1) {
    const next = find(code, version);
    if (next === undefined) continue;
    if (next.definition.migrates === undefined) break;
    const { answers, lost } = migrateAnswers(reached.answers, next, options);
    reached = { service: next, answers, lost: [...reached.lost, ...lost] };
  }
  return reached;
}
