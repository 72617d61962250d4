import type { z } from 'zod';
import { ConfigError } from './config-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads and freezes a process's settings, once, at its start; an empty value counts as absent.
 *
 * Errors: ConfigError naming every wrong setting. A schema's own message is shown when it is written `français | English`.
 */
export function readConfig<Schema extends z.ZodObject>(
  schema: Schema,
  environment: Environment,
): Readonly<z.output<Schema>> {
  const present = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const result = schema.safeParse(present);
  if (result.success) return Object.freeze(result.data);
  const problems = result.error.issues.map((issue) => describe(issue, present));
  throw new ConfigError({
    fr: `Configuration : ${problems.map((problem) => problem.fr).join('; ')}.`,
    en: `Configuration: ${problems.map((problem) => problem.en).join('; ')}.`,
  });
}

function describe(issue: z.core.$ZodIssue, present: Environment): { fr: string; en: string } {
  const name = String(issue.path[0] ?? '?');
  if (issue.path.length > 0 && present[name] === undefined) {
    return { fr: `${name} manque`, en: `${name} is missing` };
  }
  // Zod's own messages may quote the value, which may be a secret: only ours are repeated.
  const [fr, en] = issue.message.split(' | ');
  if (fr !== undefined && en !== undefined) return { fr: `${name} : ${fr}`, en: `${name}: ${en}` };
  return { fr: `${name} : valeur refusée`, en: `${name}: value refused` };
}
