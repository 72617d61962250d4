import { serviceDefinition, type ServiceDefinition } from '../definition.ts';
import { checkAlike } from './check-alike.ts';
import { checkAmounts } from './check-amounts.ts';
import { checkChannels } from './check-channels.ts';
import { checkConditions } from './check-conditions.ts';
import { checkIdentity } from './check-identity.ts';
import { checkKeying } from './check-keying.ts';
import { checkKeys } from './check-keys.ts';
import { checkPrivacy } from './check-privacy.ts';
import type { CheckProblem } from './check-problem.ts';
import { checkPromises } from './check-promises.ts';
import { checkRanges } from './check-ranges.ts';
import { checkReply } from './check-reply.ts';
import { checkSharing } from './check-sharing.ts';
import { shapeProblems } from './shape-problems.ts';

const rules = [
  checkKeys,
  checkAlike,
  checkConditions,
  checkAmounts,
  checkSharing,
  checkIdentity,
  checkRanges,
  checkPrivacy,
  checkChannels,
  checkKeying,
  checkReply,
  checkPromises,
];

/**
 * Checks what a file holds: first its form, then, when the form is right, whether it makes sense.
 *
 * Shape: a definition exactly when there is no problem
 */
export function check(
  input: unknown,
): { ok: true; definition: ServiceDefinition } | { ok: false; problems: CheckProblem[] } {
  const shape = serviceDefinition.safeParse(input);
  if (!shape.success) return { ok: false, problems: shapeProblems(shape.error.issues, input) };
  const problems = rules.flatMap((rule) => rule(shape.data));
  return problems.length === 0 ? { ok: true, definition: shape.data } : { ok: false, problems };
}
