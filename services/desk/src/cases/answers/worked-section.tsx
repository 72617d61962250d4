import { type Answers, writeMoney } from '@guichet/catalogue';
import type { CaseFile } from '@guichet/casework';
import { words } from '@guichet/pages';
import type { CaseView } from '../frame/case-view.ts';

/**
 * Draws what follows from the answers: amounts worked out, and the fee.
 *
 * Guarantee: nothing is worked out from answers that are hidden or destroyed.
 */
export function WorkedSection({ file, service, language }: CaseView) {
  const { work } = words(language);
  if (service === undefined || file.answers.some((answer) => answer.value === undefined)) return null;
  const answers = answersOf(file);
  const amounts = service.computed(answers).map(({ label, text }) => [label[language], text[language]]);
  const fee = service.fee(answers);
  if (fee) amounts.push([work.case.fee, `${writeMoney(fee.cents, language)} (${fee.label[language]})`]);
  if (amounts.length === 0) return null;
  return (
    <section aria-labelledby="worked">
      <h2 id="worked">{work.case.worked}</h2>
      <dl class="answers">
        {amounts.map(([label, value]) => (
          <div class="answer">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function answersOf(file: CaseFile): Answers {
  const answers: Answers = {};
  for (const { question, value } of file.answers) if (value !== undefined) answers[question] = value;
  return answers;
}
