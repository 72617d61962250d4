import type { Question } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { type FieldProblem, problemTarget } from './field-problem.ts';
import { words } from './words.ts';

export interface ErrorSummaryProps {
  language: Language;
  problems: readonly FieldProblem[];
  /** The questions on the page; a problem links to its control, or where `hrefOf` says. */
  questions?: readonly Question[];
  /** For pages that don't hold the fields themselves (check answers). */
  hrefOf?: (problem: FieldProblem) => string;
}

/** Lists what is wrong at the top of the page, each with a link to the control to correct. Draws nothing without problems. */
export function ErrorSummary({ language, problems, questions = [], hrefOf }: ErrorSummaryProps) {
  if (problems.length === 0) return null;
  const href = (problem: FieldProblem) => {
    const key = problem.path.split('.')[0];
    return `#${problemTarget(
      questions.find((question) => question.key === key),
      problem,
    )}`;
  };
  return (
    <div class="error-summary" role="alert" aria-labelledby="error-summary-title" tabindex={-1} data-focus>
      <h2 id="error-summary-title">{words(language).frame.errorHeading}</h2>
      <ul>
        {problems.map((problem) => (
          <li>
            <a href={hrefOf ? hrefOf(problem) : href(problem)}>{problem.message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
