import type { OpenCheck } from '@guichet/casework';
import { formatAnswer, type AnswerValue, type FormValues, type Question } from '@guichet/catalogue';
import type { CounterScreen } from '@guichet/channels/counter';
import type { Language } from '@guichet/kernel';
import {
  Button,
  CounterField,
  ErrorSummary,
  type FieldProblem,
  Notice,
  problemTarget,
  QuestionForm,
  words,
} from '@guichet/pages';
import { Crop, Pictures } from './crop.tsx';
import { PagePictures } from './page-pictures.tsx';

export interface CheckPageProps {
  language: Language;
  csrf: string;
  check: OpenCheck;
  label: string;
  /** The question, drawn alone; nothing of what was keyed before is in it. */
  field: CounterScreen['fields'][number];
  /** The question of the service that it is or is part of. */
  asked: Question | undefined;
  values: FormValues;
  problems: FieldProblem[];
  told?: string | undefined;
}

/** The name of what a third person chooses, and the path of a problem with it. */
export const whichName = '_which';

/** Draws an answer's picture with an empty field, for a second person; with both keyings, for a third who decides. */
export function CheckPage(props: CheckPageProps) {
  const { language, csrf, check, label, problems } = props;
  const { stations, work } = words(language);
  const { checks } = work.station;
  const isThird = check.keyed !== undefined;
  return (
    <>
      <a class="back" href="/mailroom">
        {stations.mailroom.title}
      </a>
      <ErrorSummary
        language={language}
        problems={problems}
        hrefOf={(problem) =>
          problem.path === whichName ? '#which-first' : `#${problemTarget(props.asked, problem)}`
        }
      />
      {props.told === undefined ? null : (
        <Notice language={language} kind="success">
          {props.told}
        </Notice>
      )}
      <h1>{isThird ? checks.decideTitle : checks.keyTitle}</h1>
      <p class="lead">{isThird ? checks.decideLead : checks.keyLead}</p>
      {check.isOwn ? <Notice language={language}>{checks.decideOwn}</Notice> : null}
      <Pictures pages={check.pages} />
      {check.crops.length === 0 ? (
        <PagePictures letter={check} language={language} />
      ) : (
        <div role="group" aria-label={checks.picture}>
          {check.crops.map((crop) => (
            <Crop crop={crop} label={work.mailroom.cropOf(label)} />
          ))}
        </div>
      )}
      <QuestionForm action={`/mailroom/checks/${check.id}`} csrf={csrf} dense>
        <div class="check-form" data-enter-next data-start={problems.length === 0 ? '' : undefined}>
          {check.keyed === undefined ? <Blind {...props} /> : <Both {...props} keyed={check.keyed} />}
        </div>
        <p class="row-buttons">
          <Button>{isThird ? checks.decide : checks.keep}</Button>
        </p>
      </QuestionForm>
    </>
  );
}

function Blind(props: CheckPageProps) {
  const { checks } = words(props.language).work.station;
  return (
    <>
      <Asked {...props} />
      <div class="option">
        <input type="checkbox" id="nothing" name="_nothing" value="yes" />
        <label for="nothing">{checks.nothing}</label>
      </div>
    </>
  );
}

function Both(props: CheckPageProps & { keyed: NonNullable<OpenCheck['keyed']> }) {
  const { language, field, keyed } = props;
  const problem = props.problems.find(({ path }) => path === whichName);
  const { checks } = words(language).work.station;
  const said = (value: unknown) =>
    value === null ? checks.nothingKeyed : formatAnswer(field.question, value as AnswerValue, language);
  const choices = [
    { value: 'first', text: said(keyed.first) },
    { value: 'second', text: said(keyed.second) },
    { value: 'nothing', text: checks.nothing },
    { value: 'other', text: checks.other },
  ];
  return (
    <>
      <fieldset class="field" aria-describedby={problem ? 'which-error' : undefined}>
        <legend class="label">
          {props.label} – {checks.which}
        </legend>
        {problem ? (
          <p class="error error-line" id="which-error">
            {problem.message}
          </p>
        ) : null}
        <div class="options">
          {choices.map(({ value, text }) => (
            <div class="option">
              <input
                type="radio"
                id={`which-${value}`}
                name={whichName}
                value={value}
                checked={props.values[whichName] === value}
                aria-invalid={problem ? 'true' : undefined}
              />
              <label for={`which-${value}`}>{text}</label>
            </div>
          ))}
        </div>
      </fieldset>
      <Asked {...props} />
    </>
  );
}

function Asked({ field, values, language, problems }: CheckPageProps) {
  return <CounterField {...field} values={values} language={language} problems={problems} />;
}
