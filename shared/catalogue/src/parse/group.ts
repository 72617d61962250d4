import type { GroupEntry, MemberValue } from '../answers.ts';
import { answerOf, type Lookup } from '../answer-of.ts';
import type { Problem } from '../compiled.ts';
import { type Amounts, lookupIn } from '../computed.ts';
import type { Holds } from '../conditions.ts';
import type { MemberQuestion, QuestionOf } from '../definition.ts';
import { isBlank } from './blank.ts';
import { bad, good, isRecord, type Reader } from './parsed.ts';

/** A member of a group, ready to be asked and read. */
export interface Member {
  question: MemberQuestion;
  /** Absent means always asked. */
  holds?: Holds;
  read: Reader;
}

/** Looks for an answer in an entry first, then among the answers outside the group. */
export const entryLookup =
  (entry: GroupEntry, outside: Lookup): Lookup =>
  (key) =>
    answerOf(entry, key) ?? outside(key);

/**
 * Reads the entries of a repeatable group; empty entries fall away.
 *
 * Guarantee: a problem's path names the entry as it was given: `group.0.member`.
 */
export function groupReader(
  question: QuestionOf<'group'>,
  members: readonly Member[],
  amounts: Amounts,
): Reader {
  const { key, min, max } = question;
  const known = new Set(members.map((member) => member.question.key));
  return (raw, options) => {
    if (!Array.isArray(raw)) return bad(key, 'wrong-type');
    const given: unknown[] = raw;
    if (given.length > 1000) return bad(key, 'too-many', { max });
    const outside = lookupIn(options.answers ?? {}, amounts);
    const entries: GroupEntry[] = [];
    const problems: Problem[] = [];
    for (const [at, row] of given.entries()) {
      if (isBlank(row)) continue;
      if (!isRecord(row)) {
        problems.push({ path: `${key}.${at}`, code: 'wrong-type' });
        continue;
      }
      const entry: GroupEntry = {};
      const lookup = entryLookup(entry, outside);
      for (const name of Object.keys(row)) {
        if (!known.has(name))
          problems.push({ path: `${key}.${at}.${name.slice(0, 60)}`, code: 'unknown-question' });
      }
      for (const member of members) {
        const name = member.question.key;
        const value = Object.hasOwn(row, name) ? row[name] : undefined;
        if (member.holds && !member.holds(lookup)) {
          if (!isBlank(value)) problems.push({ path: `${key}.${at}.${name}`, code: 'not-asked' });
          continue;
        }
        const read = member.read(value, options);
        if (!read.ok)
          problems.push(
            ...read.problems.map((problem) => ({ ...problem, path: `${key}.${at}.${problem.path}` })),
          );
        else if (read.value !== undefined) entry[name] = read.value as MemberValue;
      }
      entries.push(entry);
    }
    if (problems.length > 0) return { ok: false, problems };
    if (entries.length < min) return bad(key, 'too-few', { min });
    if (entries.length > max) return bad(key, 'too-many', { max });
    return good(entries);
  };
}
