import type { Condition } from './language/condition.ts';
import type { Expression } from './language/expression.ts';
import { namedQuestions } from './named-questions.ts';

type Path = readonly (string | number)[];

/** A key that an expression draws on, what it must be, and where it stands. */
export type ExpressionPart =
  | { kind: 'answer' | 'count' | 'group'; key: string; path: Path }
  | { kind: 'member'; key: string; group: string; path: Path }
  | { kind: 'condition'; condition: Condition; path: Path };

/** Takes an expression apart into the keys and conditions it draws on. */
export function expressionParts(expression: Expression, path: Path): ExpressionPart[] {
  if (typeof expression === 'number') return [];
  if ('answer' in expression) return [{ kind: 'answer', key: expression.answer, path: [...path, 'answer'] }];
  if ('count' in expression) return [{ kind: 'count', key: expression.count, path: [...path, 'count'] }];
  if ('sumOf' in expression) {
    const { group, member } = expression.sumOf;
    const at = [...path, 'sumOf'];
    return [
      { kind: 'group', key: group, path: [...at, 'group'] },
      { kind: 'member', key: member, group, path: [...at, 'member'] },
    ];
  }
  if ('choose' in expression) {
    return expression.choose.flatMap(({ when, value }, row): ExpressionPart[] => {
      const at = [...path, 'choose', row];
      return [
        ...(when ? [{ kind: 'condition' as const, condition: when, path: [...at, 'when'] }] : []),
        ...expressionParts(value, [...at, 'value']),
      ];
    });
  }
  return Object.entries(expression).flatMap(([word, parts]: [string, Expression[]]) =>
    parts.flatMap((part, row) => expressionParts(part, [...path, word, row])),
  );
}

/** Lists the keys that an expression draws on: of questions and of earlier computed amounts. */
export function namedInExpression(expression: Expression): string[] {
  return expressionParts(expression, []).flatMap((part) => {
    if (part.kind === 'condition') return namedQuestions(part.condition);
    return part.kind === 'member' ? [] : [part.key];
  });
}
