import type { CompiledService } from '@guichet/catalogue';
import type { CallState } from '../dialog/call-state.ts';
import type { CallDeps, Move } from '../dialog/move.ts';
import { nextQuestion } from '../dialog/next-question.ts';
import { wordsOf } from '../words/words-of.ts';

/** Goes to the first question of a service, once what is collected and why was told where anything personal is asked. */
export function startService(state: CallState, service: CompiledService, deps: CallDeps): Move {
  const words = wordsOf(state.language);
  const { code, version, name } = service.definition;
  const named = name[state.language];
  const lead = [`${named}.`, ...(isPersonal(service) ? [words.recordedNotice] : []), words.rules];
  return nextQuestion({ ...state, service: { code, version } }, deps, lead);
}

/** Whether anything that a service asks is about a person. */
export function isPersonal(service: CompiledService): boolean {
  return service.questions.some(({ key }) => service.sensitivityOf.get(key) !== 'open');
}
