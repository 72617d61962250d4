import type { QuestionType, ServiceDefinition } from '../definition.ts';
import { type CheckProblem, problemAt } from './check-problem.ts';
import { nearest } from './nearest.ts';

/** Types by which a person can be known again, to answer once. */
const knownBy: readonly QuestionType[] = ['phone', 'email', 'identifier'];

/**
 * Finds referrals that tell what is not asked, or without a consent or a law to rest on; mandates and single answers that can't be.
 *
 * Source: Act respecting Access to documents held by public bodies (CQLR, c. ), ss. 59 and 65.1
 */
export function checkSharing(definition: ServiceDefinition): CheckProblem[] {
  const questions = new Map(definition.questions.map((question) => [question.key, question]));
  const problems: CheckProblem[] = [];
  const unknown = (path: readonly (string | number)[], word: string, key: string): void => {
    const meant = nearest(key, questions.keys());
    problems.push(
      problemAt(
        path,
        `\`${word}\` nomme \`${key}\`, une question qui n’existe pas`,
        `\`${word}\` names \`${key}\`, which is no question`,
        meant === undefined
          ? undefined
          : { fr: `vouliez-vous dire \`${meant}\`?`, en: `did you mean \`${meant}\`?` },
      ),
    );
  };
  for (const [at, referral] of (definition.referrals ?? []).entries()) {
    const path = ['referrals', at];
    for (const [row, key] of referral.tell.entries()) {
      if (!questions.has(key)) unknown([...path, 'tell', row], 'tell', key);
    }
    const { consent } = referral;
    if (consent === undefined) {
      if (referral.source !== undefined) continue;
      problems.push(
        problemAt(
          path,
          `\`${referral.key}\`\u00a0: rien ne permet de communiquer ces renseignements`,
          `\`${referral.key}\`: nothing allows telling this information`,
          {
            fr: 'nommez une question `consent` sous `consent`, ou la loi sous `source`',
            en: 'name a `consent` question under `consent`, or the law under `source`',
          },
        ),
      );
    } else if (!questions.has(consent)) unknown([...path, 'consent'], 'consent', consent);
    else if (questions.get(consent)?.type !== 'consent') {
      problems.push(
        problemAt(
          [...path, 'consent'],
          `\`consent\` doit nommer une question de type \`consent\`, non \`${consent}\``,
          `\`consent\` must name a question of type \`consent\`, not \`${consent}\``,
        ),
      );
    }
  }
  const { mandate, onBehalf, once } = definition.who;
  if (mandate !== undefined && !onBehalf) {
    problems.push(
      problemAt(
        ['who', 'mandate'],
        'un mandat est décrit, mais `onBehalf` est faux',
        'a mandate is described, but `onBehalf` is false',
      ),
    );
  }
  const named = once === undefined ? undefined : questions.get(once);
  if (once !== undefined && named === undefined) unknown(['who', 'once'], 'once', once);
  else if (named && (!knownBy.includes(named.type) || !named.required || named.when !== undefined)) {
    problems.push(
      problemAt(
        ['who', 'once'],
        '`once` doit nommer une question `phone`, `email` ou `identifier` toujours posée et obligatoire',
        '`once` must name a `phone`, `email` or `identifier` question that is always asked and required',
      ),
    );
  }
  for (const key of Object.keys(definition.migrates?.options ?? {})) {
    if (!questions.has(key)) unknown(['migrates', 'options', key], 'migrates.options', key);
  }
  for (const [old, key] of Object.entries(definition.migrates?.renamed ?? {})) {
    if (!questions.has(key)) unknown(['migrates', 'renamed', old], 'migrates.renamed', key);
  }
  return problems;
}
