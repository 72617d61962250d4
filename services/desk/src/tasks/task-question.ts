import type { ServiceShelf, TaskFile } from '@guichet/casework';
import type { CompiledService, MemberQuestion, Question } from '@guichet/catalogue';

/** Finds the question whose recording is to be typed; undefined for a call-back, or when the service left the catalogue. */
export function questionOf(
  catalogue: ServiceShelf,
  task: Pick<TaskFile, 'question' | 'serviceCode' | 'serviceVersion'>,
): { service: CompiledService; question: Question | MemberQuestion } | undefined {
  if (task.question === null || task.serviceCode === null) return undefined;
  const service = catalogue.find(task.serviceCode, task.serviceVersion ?? undefined);
  const [key = '', , member] = task.question.split('.');
  const outer = service?.question(key);
  if (!service || !outer) return undefined;
  const inner = outer.type === 'group' ? outer.questions.find((one) => one.key === member) : outer;
  return inner && { service, question: inner };
}
