import type { Answers, GroupEntry, MemberValue } from '../answers.ts';
import type { CompiledService, ParseOptions } from '../compiled.ts';
import type { MemberQuestion, QuestionOf } from '../definition.ts';

/** One entry of a group as it was typed: what is asked of it, and the raw answers that count. */
export interface HeldEntry {
  members: MemberQuestion[];
  raw: { [key: string]: unknown };
}

/**
 * Tells which members each typed entry asks for, and drops what was typed under members that no longer hold.
 *
 * Guarantee: entries keep their places; a wrong answer stays in `raw`, for `parseAnswer` to refuse.
 */
export function heldEntries(
  compiled: CompiledService,
  group: QuestionOf<'group'>,
  entries: readonly unknown[],
  answers: Answers,
  options: ParseOptions,
): HeldEntry[] {
  return entries.map((entry) => {
    const typed: { [key: string]: unknown } = { ...(entry as object | undefined) };
    const read: GroupEntry = {};
    for (const member of group.questions) {
      const parsed = compiled.parseAnswer(member, typed[member.key], options);
      if (parsed.ok && parsed.value !== undefined) read[member.key] = parsed.value as MemberValue;
    }
    const members = compiled.visibleMembers(group, read, answers);
    const keys = new Set(members.map((member) => member.key));
    return { members, raw: Object.fromEntries(Object.entries(typed).filter(([key]) => keys.has(key))) };
  });
}
