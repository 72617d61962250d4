import { z } from 'zod';
import { type Condition, condition } from './condition.ts';
import { key } from './texts.ts';

/**
 * An amount worked out from answers, as data: a number, an answer, or numbers put together.
 *
 * Shape: `answer` names a number, scale, money or computed key · `count` the entries of a group or the options chosen ·
 *   `sumOf` adds up one member over a group's entries · `choose` takes the first whose condition holds, else 0
 * Unit: money counts in whole cents.
 */
export type Expression =
  | number
  | { answer: string }
  | { count: string }
  | { sumOf: { group: string; member: string } }
  | JoinedExpression
  | { choose: { when?: Condition | undefined; value: Expression }[] };

/** Several amounts made one. */
export type JoinedExpression =
  | { sum: Expression[] }
  | { product: Expression[] }
  | { difference: [Expression, Expression] }
  | { least: Expression[] }
  | { greatest: Expression[] };

export const expression: z.ZodType<Expression> = z.lazy(() =>
  z.union([
    z.number(),
    z.strictObject({ answer: key }),
    z.strictObject({ count: key }),
    z.strictObject({ sumOf: z.strictObject({ group: key, member: key }) }),
    z.strictObject({ sum: z.array(expression).min(1).max(40) }),
    z.strictObject({ product: z.array(expression).min(1).max(10) }),
    z.strictObject({ difference: z.tuple([expression, expression]) }),
    z.strictObject({ least: z.array(expression).min(1).max(40) }),
    z.strictObject({ greatest: z.array(expression).min(1).max(40) }),
    z.strictObject({
      choose: z
        .array(z.strictObject({ when: condition.optional(), value: expression }))
        .min(1)
        .max(40),
    }),
  ]),
);
