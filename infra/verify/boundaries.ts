import { createRequire } from 'node:module';
import { cruise, type IForbiddenRuleType } from 'dependency-cruiser';
import type { Finding } from './check.ts';

interface Rules {
  forbidden: IForbiddenRuleType[];
  options: Record<string, unknown>;
}

/** The rules of `infra/boundaries`, as dependency-cruiser reads them. */
export const boundaryRules = createRequire(import.meta.url)('../boundaries/rules.cjs') as Rules;

/** Finds imports that cross a boundary or close a circle. */
export async function checkBoundaries(root: string, folders: string[]): Promise<Finding[]> {
  const { output } = await cruise(folders, {
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: boundaryRules.forbidden },
    ...boundaryRules.options,
  });
  if (typeof output === 'string') throw new Error('dependency-cruiser gave text where a result was asked');
  const why = new Map(boundaryRules.forbidden.map(({ name, comment }) => [name, comment]));
  return output.summary.violations.map(({ from, to, rule }) => ({
    where: from,
    what: `imports ${to}: ${rule.name}. ${why.get(rule.name) ?? ''}`,
  }));
}
