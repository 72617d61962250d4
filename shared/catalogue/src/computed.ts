import { answerOf, type Lookup } from './answer-of.ts';
import type { Answers } from './answers.ts';
import type { Computed, QuestionOf, Sensitivity, ServiceDefinition } from './definition.ts';
import { namedInExpression } from './expression-parts.ts';
import { type Amount, amountOf } from './expressions.ts';
import { higher, sensitivityOf } from './sensitivity.ts';

/** A computed amount of a service, ready to be worked out. */
export interface ComputedAmount {
  definition: Computed;
  amount: Amount;
  /** The questions it comes from, through other amounts too. */
  names: readonly string[];
  /** The highest of those questions. */
  sensitivity: Sensitivity;
}

/** The computed amounts of a service by key, each after those it draws on. */
export type Amounts = ReadonlyMap<string, ComputedAmount>;

/** Prepares the computed amounts of a service. */
export function toAmounts(definition: ServiceDefinition): Amounts {
  const amounts = new Map<string, ComputedAmount>();
  for (const computed of definition.computed ?? []) {
    const names = expandNames(namedInExpression(computed.value), amounts);
    const sensitivity = definition.questions
      .filter((question) => names.includes(question.key))
      .map(sensitivityOf)
      .reduce(higher, 'open');
    amounts.set(computed.key, { definition: computed, amount: amountOf(computed.value), names, sensitivity });
  }
  return amounts;
}

/** Gives the question that a computed amount would be the answer of: what conditions compare and name it as. */
export function asQuestion({ key, label, writes, unit }: Computed): QuestionOf<'number' | 'money'> {
  const asked = { key, label, required: false, sensitivity: 'open' } as const;
  if (writes === 'money') return { ...asked, type: 'money' };
  return { ...asked, type: 'number', decimals: 2, ...(unit ? { unit } : {}) };
}

/** Replaces computed amounts by the questions they come from. */
export function expandNames(names: readonly string[], amounts: Amounts): string[] {
  return [...new Set(names.flatMap((name) => amounts.get(name)?.names ?? [name]))];
}

/**
 * Looks up answers and the amounts computed from them.
 *
 * Guarantee: an amount none of whose questions has an answer counts as no answer. Amounts are never stored, so that they can't
 *   contradict the answers.
 */
export function lookupIn(answers: Answers, amounts: Amounts): Lookup {
  if (amounts.size === 0) return (key) => answerOf(answers, key);
  const lookup: Lookup = (key) => {
    const computed = amounts.get(key);
    if (computed === undefined) return answerOf(answers, key);
    return computed.names.some((name) => answerOf(answers, name) !== undefined)
      ? computed.amount(lookup)
      : undefined;
  };
  return lookup;
}
