import type { Lookup } from './answer-of.ts';
import { holdsWhen } from './conditions.ts';
import type { Expression, JoinedExpression } from './language/expression.ts';
import { isEntries } from './value-kinds.ts';

export type Amount = (lookup: Lookup) => number;

/**
 * Turns an expression into a function of the answers.
 *
 * Guarantee: total; what has no answer, or no number for one, counts 0.
 */
export function amountOf(expression: Expression): Amount {
  if (typeof expression === 'number') return () => expression;
  if ('answer' in expression) return (lookup) => numeric(lookup(expression.answer));
  if ('count' in expression) {
    return (lookup) => {
      const answer = lookup(expression.count);
      return Array.isArray(answer) ? answer.length : 0;
    };
  }
  if ('sumOf' in expression) {
    const { group, member } = expression.sumOf;
    return (lookup) => {
      const entries = lookup(group);
      return isEntries(entries) ? entries.reduce((sum, entry) => sum + numeric(entry[member]), 0) : 0;
    };
  }
  if ('choose' in expression) {
    const ways = expression.choose.map(({ when, value }) => ({
      holds: when === undefined ? undefined : holdsWhen(when),
      amount: amountOf(value),
    }));
    return (lookup) => ways.find(({ holds }) => holds === undefined || holds(lookup))?.amount(lookup) ?? 0;
  }
  const [parts, join] = joined(expression);
  const amounts = parts.map(amountOf);
  // Not `reduce(join)`: it would hand the index and the array to `Math.min` too.
  return (lookup) => amounts.map((amount) => amount(lookup)).reduce((a, b) => join(a, b));
}

function joined(expression: JoinedExpression): [Expression[], (a: number, b: number) => number] {
  if ('sum' in expression) return [expression.sum, (a, b) => a + b];
  if ('product' in expression) return [expression.product, (a, b) => a * b];
  if ('difference' in expression) return [expression.difference, (a, b) => a - b];
  if ('least' in expression) return [expression.least, Math.min];
  return [expression.greatest, Math.max];
}

const numeric = (answer: unknown): number => (typeof answer === 'number' ? answer : 0);
