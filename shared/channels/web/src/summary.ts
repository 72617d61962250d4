import {
  type Answers,
  type AnswerValue,
  type CompiledService,
  formatAnswer,
  type Question,
  type Sensitivity,
} from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';

/** One line of the page where answers are checked. */
export interface SummaryRow {
  key: string;
  label: string;
  sensitivity: Sensitivity;
  /** What to show, a line per entry of a group; absent when it is masked; empty when there is no answer. */
  lines?: string[];
  /** True when the question must be answered and is not. */
  missing: boolean;
}

/**
 * Lists every question that holds with its answer, in the order asked.
 *
 * Guarantee: an answer that is `sensitive` is left out unless its key is in `revealed`.
 */
export function summary(
  compiled: CompiledService,
  answers: Answers,
  language: Language,
  revealed: ReadonlySet<string> = new Set(),
): SummaryRow[] {
  return compiled
    .visible(answers)
    .filter((question) => question.type !== 'information')
    .map((question) => {
      const value = Object.hasOwn(answers, question.key) ? answers[question.key] : undefined;
      const sensitivity = compiled.sensitivityOf.get(question.key) ?? 'sensitive';
      const masked = value !== undefined && sensitivity === 'sensitive' && !revealed.has(question.key);
      return {
        key: question.key,
        label: question.label[language],
        sensitivity,
        ...(masked ? {} : { lines: linesOf(question, value, language) }),
        missing: value === undefined && question.required,
      };
    });
}

/** An entry of a group, or a line of a long text, takes a line. */
function linesOf(question: Question, value: AnswerValue | undefined, language: Language): string[] {
  return value === undefined ? [] : formatAnswer(question, value, language).split('\n');
}
