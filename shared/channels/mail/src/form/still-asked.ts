import { type Answers, type CompiledService, namedQuestions } from '@guichet/catalogue';
import type { AskedAgain } from './form-options.ts';

/**
 * Lists what is still to be asked of a request begun elsewhere: the questions without an answer that hold for the person, and those
 * that may come to hold by what they answer to these.
 *
 * Guarantee: nothing that was answered is asked again.
 */
export function stillAsked(compiled: CompiledService, answers: Answers): AskedAgain[] {
  const held = new Set(compiled.visible(answers).map(({ key }) => key));
  const open = new Set<string>();
  const computed = new Map(compiled.definition.computed?.map((one) => [one.key, one]));
  return compiled.questions.flatMap((question): AskedAgain[] => {
    const { key, type, when } = question;
    if (type === 'information') return [];
    // An amount worked out from what is still open may open anything.
    const hangs =
      when !== undefined && namedQuestions(when).some((name) => open.has(name) || computed.has(name));
    if (!held.has(key) && !hangs) return [];
    if (Object.hasOwn(answers, key) && answers[key] !== undefined) {
      // Answered, it holds again once what it hangs on is answered too: what hangs on it may be due then.
      if (!held.has(key)) open.add(key);
      return [];
    }
    open.add(key);
    return [{ key, conditional: hangs }];
  });
}
