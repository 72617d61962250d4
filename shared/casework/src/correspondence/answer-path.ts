import {
  type Answers,
  type AnswerValue,
  type CompiledService,
  type GroupEntry,
  isPending,
  type MemberQuestion,
  type MemberValue,
  type Question,
} from '@guichet/catalogue';

/** Where an answer stands: `question`, or `group.0.member`. */
export interface AnswerPath {
  key: string;
  index?: number;
  member?: string;
}

export function readAnswerPath(text: string): AnswerPath {
  const [key = '', index, member] = text.split('.');
  return index === undefined || member === undefined ? { key } : { key, index: Number(index), member };
}

/** Finds the question that an answer's path belongs to. */
export function questionAt(
  service: CompiledService,
  path: AnswerPath,
): Question | MemberQuestion | undefined {
  const question = service.question(path.key);
  if (path.member === undefined) return question;
  return question?.type === 'group' ? question.questions.find(({ key }) => key === path.member) : undefined;
}

/** Gives what stands at a path. */
export function answerAt(answers: Answers, path: AnswerPath): AnswerValue | undefined {
  const held = answers[path.key];
  const { index, member } = path;
  if (index === undefined || member === undefined) return held;
  return isEntryList(held) ? held[index]?.[member] : undefined;
}

/** Gives the answers with the recording at a path replaced by what was said; undefined when no recording stands there. */
export function replacePending(answers: Answers, path: AnswerPath, value: AnswerValue): Answers | undefined {
  if (!isPending(answerAt(answers, path))) return undefined;
  const held = answers[path.key];
  const { index, member } = path;
  if (member === undefined || !isEntryList(held)) return { ...answers, [path.key]: value };
  const entries = held.map((entry, at) =>
    at === index ? { ...entry, [member]: value as MemberValue } : entry,
  );
  return { ...answers, [path.key]: entries };
}

function isEntryList(value: AnswerValue | undefined): value is GroupEntry[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'object');
}
