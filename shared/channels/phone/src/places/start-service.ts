import type { CompiledService } from '@guichet/catalogue';
import type { CallState } from '../dialog/call-state.ts';
import type { CallDeps, Move } from '../dialog/move.ts';
import { nextQuestion } from '../dialog/next-question.ts';
import { wordsOf } from '../words/words-of.ts';

/** Goes to the first question of a service, once what is collected and why was told where anything personal is asked. */
export function startService(state: CallState, service: CompiledService, deps: CallDeps): Move {
  const words = wordsOf(state.language);
  const { code, version, name } = service.definition;
  const personal = service.questions.some(({ key }) => service.sensitivityOf.get(key) !== 'open');
  const named = name[state.language];
  const lead = [personal ? words.notice(named) : `${named}.`, words.rules];
  return nextQuestion({ ...state, service: { code, version } }, deps, lead);
}
