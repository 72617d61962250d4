import { type Answers, type CompiledService } from '@guichet/catalogue';

/**
 * Lists the questions that the person of a case can still be asked: those that hold for them without an answer, and documents to
 * come.
 *
 * Shape: keys in the order asked, without how they are replied to: that is changed another way.
 */
export function stillMissing(service: CompiledService, answers: Answers): string[] {
  const own = new Set(service.definition.questions.map(({ key }) => key));
  return service
    .visible(answers)
    .filter(({ key, type }) => own.has(key) && type !== 'information')
    .filter(({ key, type }) => answers[key] === undefined || (type === 'file' && isToCome(answers[key])))
    .map(({ key }) => key);
}

function isToCome(answer: Answers[string] | undefined): boolean {
  return typeof answer === 'object' && answer !== null && 'later' in answer;
}
