import type { Condition } from '../definition.ts';

type Scalar = string | number | boolean;
type Path = readonly (string | number)[];

/** One comparison inside a condition: which question, with what, and where it stands. */
export interface ConditionPart {
  kind: 'is' | 'in' | 'gte' | 'lte' | 'answered';
  question: string;
  values: { value: Scalar; path: Path }[];
  path: Path;
}

/** Takes a condition apart into its comparisons. */
export function conditionParts(condition: Condition, path: Path): ConditionPart[] {
  if ('all' in condition)
    return condition.all.flatMap((part, at) => conditionParts(part, [...path, 'all', at]));
  if ('any' in condition)
    return condition.any.flatMap((part, at) => conditionParts(part, [...path, 'any', at]));
  if ('not' in condition) return conditionParts(condition.not, [...path, 'not']);
  if ('answered' in condition) {
    return [
      { kind: 'answered', question: condition.answered.question, values: [], path: [...path, 'answered'] },
    ];
  }
  if ('in' in condition) {
    const at = [...path, 'in'];
    const values = condition.in.values.map((value, row) => ({ value, path: [...at, 'values', row] }));
    return [{ kind: 'in', question: condition.in.question, values, path: at }];
  }
  const [kind, { question, value }] =
    'is' in condition
      ? (['is', condition.is] as const)
      : 'gte' in condition
        ? (['gte', condition.gte] as const)
        : (['lte', condition.lte] as const);
  return [{ kind, question, values: [{ value, path: [...path, kind, 'value'] }], path: [...path, kind] }];
}
