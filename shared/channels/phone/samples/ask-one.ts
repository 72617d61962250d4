import { type CompiledService, compile, type Question, serviceDefinition } from '@guichet/catalogue';
import type { Input } from '../src/index.ts';
import { everyType } from './every-type.ts';
import { type Player, player } from './play.ts';

/** The number the sample calls come from. */
export const sampleCaller = '+14185550123';

/** A service with one question of the sample, so that a table can go straight to it. */
export function onlyQuestion(key: string, change: Partial<Question> = {}): CompiledService {
  const question = everyType.question(key);
  return compile(
    serviceDefinition.parse({ ...everyType.definition, questions: [{ ...question, ...change }] }),
  );
}

/** Goes straight to one question and plays what the caller does there. */
export function askOne(
  key: string,
  language: 'fr' | 'en',
  moves: (string | Input)[],
  change: Partial<Question> = {},
): Player {
  return player({ services: [onlyQuestion(key, change)], from: sampleCaller }).play(
    language === 'fr' ? '1' : '2',
    '2',
    ...moves,
  );
}
