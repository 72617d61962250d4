import { type Answers, type CompiledService, quoted, writeList, writeMoney } from '@guichet/catalogue';
import { summary, type SummaryRow } from '@guichet/channels/web';
import type { Language } from '@guichet/kernel';
import {
  type AnswerRow,
  AnswerList,
  Button,
  ErrorSummary,
  type FieldProblem,
  QuestionForm,
  words,
} from '@guichet/pages';
import { hrefOf } from './open-draft.ts';

export interface CheckPageProps {
  service: CompiledService;
  answers: Answers;
  language: Language;
  problems: readonly FieldProblem[];
  csrf: string;
  fileNames: Readonly<Record<string, string>>;
}

/** Draws the answers of a request to check before it is sent. */
export function CheckPage(props: CheckPageProps) {
  const { service, answers, language, problems } = props;
  const { check } = words(language).walk;
  const fee = service.fee(answers);
  // The person checks what they typed themselves a moment ago: nothing is masked from them.
  const rows = summary(service, answers, language, new Set(Object.keys(answers)));
  return (
    <>
      <ErrorSummary language={language} problems={problems} hrefOf={({ path }) => `#${rowId(keyOf(path))}`} />
      <p class="quiet">{service.definition.name[language]}</p>
      <h1>{check.title}</h1>
      <p class="lead">{check.lead}</p>
      <AnswerList language={language} rows={rows.map((row) => answerRow(row, props))} />
      <Worked {...props} />
      <Told {...props} />
      {fee === undefined ? null : (
        <p>
          <strong>{`${check.fee} ${writeMoney(fee.cents, language)}`}</strong> ({fee.label[language]}).{' '}
          {fee.cents > 0 ? check.feeLater : null}{' '}
          {fee.instalments === undefined
            ? null
            : check.instalments(
                fee.instalments.cents.length,
                writeMoney(fee.instalments.cents[0] ?? 0, language),
                fee.instalments.everyDays,
              )}
        </p>
      )}
      <p>{check.declare}</p>
      <QuestionForm action={hrefOf(undefined)} csrf={props.csrf}>
        <Button action={{ do: 'continue' }}>{check.send}</Button>
      </QuestionForm>
      <p>
        <a href="/later">{words(language).frame.saveForLater}</a>
      </p>
    </>
  );
}

/** What is worked out is shown apart: it can only change by changing the answers it comes from. */
function Worked({ service, answers, language }: CheckPageProps) {
  const rows = service
    .computed(answers)
    .map(({ label, text }) => ({ label: label[language], value: text[language] }));
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{words(language).walk.check.computed}</h2>
      <AnswerList language={language} rows={rows} />
    </>
  );
}

function Told({ service, answers, language }: CheckPageProps) {
  const { check } = words(language).walk;
  const plans = service.referrals(answers);
  if (plans.length === 0) return null;
  return (
    <>
      <h2>{check.referrals}</h2>
      <ul>
        {plans.map(({ referral, tells, agreed }) => {
          const what = tells.map(({ label }) => label[language]);
          return (
            <li>
              {agreed && what.length > 0
                ? check.told(
                    referral.to[language],
                    writeList(
                      what.map((one) => quoted(one, language)),
                      language,
                    ),
                  )
                : check.notTold(referral.to[language])}{' '}
              <span class="quiet">{referral.why[language]}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function answerRow(row: SummaryRow, { answers, language, problems, fileNames }: CheckPageProps): AnswerRow {
  const files = evidenceOf(answers[row.key]).flatMap((id) => fileNames[id] ?? []);
  const lines = files.length > 0 ? files : (row.lines ?? []);
  return {
    id: rowId(row.key),
    label: row.label,
    value: lines.length > 0 ? lines : words(language).frame.notAnswered,
    changeHref: hrefOf(row.key),
    wrong: row.missing || problems.some(({ path }) => keyOf(path) === row.key),
  };
}

function evidenceOf(answer: Answers[string] | undefined): readonly string[] {
  return typeof answer === 'object' && 'evidence' in answer && Array.isArray(answer.evidence)
    ? answer.evidence
    : [];
}

function rowId(key: string): string {
  return `check-${key}`;
}

function keyOf(path: string): string {
  return path.split('.')[0] ?? path;
}
