import type { QuestionType, ServiceDefinition } from '../definition.ts';
import { type CheckProblem, problemAt } from './check-problem.ts';
import { nearest } from './nearest.ts';

const fits: Record<'email' | 'phone' | 'address' | 'name', readonly QuestionType[]> = {
  email: ['email'],
  phone: ['phone'],
  address: ['address'],
  name: ['person', 'text'],
};

/** Finds a `reply` entry that names no question of the service, or one that can't give what the reply needs. */
export function checkReply(definition: ServiceDefinition): CheckProblem[] {
  return (['email', 'phone', 'address', 'name'] as const).flatMap((kind) => {
    const key = definition.reply[kind];
    if (key === undefined) return [];
    const question = definition.questions.find((candidate) => candidate.key === key);
    if (question === undefined) {
      const meant = nearest(
        key,
        definition.questions.map((candidate) => candidate.key),
      );
      return [
        problemAt(
          ['reply', kind],
          `\`reply.${kind}\` nomme \`${key}\`, une question qui n’existe pas`,
          `\`reply.${kind}\` names \`${key}\`, which is no question`,
          meant === undefined
            ? undefined
            : { fr: `vouliez-vous dire \`${meant}\`?`, en: `did you mean \`${meant}\`?` },
        ),
      ];
    }
    if (fits[kind].includes(question.type)) return [];
    const wanted = fits[kind].map((type) => `\`${type}\``);
    return [
      problemAt(
        ['reply', kind],
        `\`reply.${kind}\` nomme \`${key}\`, de type \`${question.type}\`; il faut ${wanted.join(' ou ')}`,
        `\`reply.${kind}\` names \`${key}\`, of type \`${question.type}\`; it must be ${wanted.join(' or ')}`,
      ),
    ];
  });
}
