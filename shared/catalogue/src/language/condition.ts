import { z } from 'zod';
import { key } from './texts.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** A condition is data. `is`, `in` and `gte`/`lte` name one question by key; `choices` answers match when they hold the value. */
export type Condition =
  | { is: { question: string; value: string | number | boolean } }
  | { in: { question: string; values: (string | number | boolean)[] } }
  | { gte: { question: string; value: number | string } }
  | { lte: { question: string; value: number | string } }
  | { answered: { question: string } }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ is: z.strictObject({ question: key, value: scalar }) }),
    z.strictObject({ in: z.strictObject({ question: key, values: z.array(scalar).min(1) }) }),
    z.strictObject({ gte: z.strictObject({ question: key, value: z.union([z.number(), z.string()]) }) }),
    z.strictObject({ lte: z.strictObject({ question: key, value: z.union([z.number(), z.string()]) }) }),
    z.strictObject({ answered: z.strictObject({ question: key }) }),
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
  ]),
);
