import type { AnswerValue } from '../answers.ts';
import type { Parsed, ParseOptions, Problem } from '../compiled.ts';

/** Reads one answer; undefined stands for "no answer" where that is allowed. */
export type Read = Parsed<AnswerValue | undefined>;
export type Reader = (raw: unknown, options: ParseOptions) => Read;

/** Says that an answer was read, and as what. */
export const good = (value: AnswerValue | undefined): Read => ({ ok: true, value });

/** Says that an answer could not be taken, and why. */
export const bad = (
  path: string,
  code: Problem['code'],
  params?: Problem['params'],
): Read & { ok: false } => ({
  ok: false,
  problems: [params === undefined ? { path, code } : { path, code, params }],
});

/** Tells whether a raw value is an object with named members. */
export const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);
