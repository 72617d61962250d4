import type { Answers } from './answers.ts';
import { answerOf } from './answer-of.ts';
import type { Question } from './definition.ts';
import { isAddress } from './value-kinds.ts';

export interface Proof {
  kind: 'phone' | 'email' | 'postal-code';
  value: string;
}

/**
 * Lists the facts by which the person can later prove that the case is theirs.
 *
 * Guarantee: written one way (E.164, lower case, postal code without its space), each once; members of groups are other people's.
 */
export function readProofs(questions: readonly Question[], answers: Answers): Proof[] {
  const proofs: Proof[] = [];
  const add = (kind: Proof['kind'], value: string): void => {
    if (value !== '' && !proofs.some((proof) => proof.kind === kind && proof.value === value))
      proofs.push({ kind, value });
  };
  for (const question of questions) {
    const answer = answerOf(answers, question.key);
    if (question.type === 'phone' && typeof answer === 'string') add('phone', answer);
    if (question.type === 'email' && typeof answer === 'string') add('email', answer.toLowerCase());
    if (question.type === 'address' && isAddress(answer))
      add('postal-code', answer.postalCode.replace(/[\s-]/g, '').toUpperCase());
  }
  return proofs;
}
