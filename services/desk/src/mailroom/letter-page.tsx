import type { KeyingFigures, Letter } from '@guichet/casework';
import { askedName, type CompiledService } from '@guichet/catalogue';
import type { CounterScreen } from '@guichet/channels/counter';
import { formatReference, type Language } from '@guichet/kernel';
import {
  Button,
  CsrfField,
  ErrorSummary,
  type FieldProblem,
  Notice,
  problemTarget,
  QuestionForm,
  StatusTag,
  words,
} from '@guichet/pages';
import type { Child } from 'hono/jsx';
import { PersonLanguage } from '../counter/person-language.tsx';
import { TypeAhead } from '../counter/type-ahead.tsx';
import { deskAssetPaths } from '../frame/desk-assets.ts';
import type { StationKeys } from '../keys/key-choice.ts';
import { Pictures } from './crop.tsx';
import { AskSender } from './ask-sender.tsx';
import { DaySuggested } from './day-suggested.tsx';
import { JoinCase } from './join-case.tsx';
import { OwnFigures } from './own-figures.tsx';
import { PagePictures } from './page-pictures.tsx';
import { isOf, needsPerson, type StationField } from './station-field.ts';
import type { StationMarks } from './station-form.ts';
import { StationTools } from './station-tools.tsx';
import { confirmId, VerifyField } from './verify-field.tsx';

export interface LetterPageProps {
  language: Language;
  csrf: string;
  letter: Letter;
  /** What the machine read of it. */
  fields: readonly StationField[];
  marks: StationMarks;
  /** Paths that a person has still to confirm, when they tried to go on. */
  waiting: readonly string[];
  service: CompiledService;
  screen: CounterScreen;
  problems: FieldProblem[];
  personLanguage: Language;
  depositedOn: string;
  /** The number of a case that a person typed for the letter to join. */
  typedReference?: string | undefined;
  /** Of the pictures, and to undo. */
  keys: StationKeys;
  /** What the person keyed today. */
  own: KeyingFigures;
  /** The case that who sent it made of it at another door, or that a page behind a form names. */
  named?: Child;
  /** Said at the top: the case just made. */
  told?: string;
}

/** Draws a letter's pictures beside its answers, the doubtful ones first; confirming makes the case. */
export function LetterPage(props: LetterPageProps) {
  const { language, letter, screen, problems } = props;
  const { stations, work } = words(language);
  const isDoubtful = (key: string) =>
    props.fields.some((field) => isOf(field, key) && needsPerson(field)) ||
    problems.some(({ path }) => path.split('.')[0] === key);
  const [doubtful, sure] = [
    screen.fields.filter(({ question }) => isDoubtful(question.key)),
    screen.fields.filter(({ question }) => !isDoubtful(question.key)),
  ];
  const hrefOf = (problem: FieldProblem) => {
    if (props.waiting.includes(problem.path)) return `#${confirmId(problem.path)}`;
    return `#${problemTarget(props.service.question(problem.path.split('.')[0] ?? ''), problem)}`;
  };
  const shown = {
    language,
    service: props.service,
    values: screen.values,
    problems,
    fields: props.fields,
    confirmed: props.marks.confirmed,
  };
  return (
    <>
      <a class="back" href="/mailroom">
        {stations.mailroom.title}
      </a>
      <ErrorSummary language={language} problems={problems} hrefOf={hrefOf} />
      {props.told === undefined ? null : (
        <Notice language={language} kind="success">
          {props.told}
        </Notice>
      )}
      <h1>
        {stations.mailroom.verifyTitle} <span class="case-service">{screen.service.name}</span>
      </h1>
      {letter.serviceCode === null || letter.reference === undefined ? null : (
        <Notice language={language}>{work.mailroom.answersCase(formatReference(letter.reference))}</Notice>
      )}
      {letter.missingPages.length > 0 ? (
        <p>
          <StatusTag tone="bad">{work.mailroom.missing(letter.missingPages.join(', '))}</StatusTag>
        </p>
      ) : null}
      <OwnFigures language={language} own={props.own} />
      <StationTools language={language} keys={props.keys} />
      <Pictures pages={letter.pages} />
      <div class="verify" data-station>
        <div class="verify-fields">
          <QuestionForm action={`/mailroom/letters/${letter.id}`} csrf={props.csrf} dense>
            <input type="hidden" name={askedName()} value={screen.asked} />
            <input type="hidden" name="_service" value={screen.service.code} />
            <div data-enter-next data-start={problems.length === 0 ? '' : undefined}>
              {doubtful.length > 0 ? <h2>{work.mailroom.doubtful}</h2> : null}
              {doubtful.length > 0 ? <p class="quiet">{work.mailroom.doubtfulLead}</p> : null}
              {doubtful.map((field) => (
                <VerifyField {...shown} field={field} isDoubtful />
              ))}
              {doubtful.length > 0 && sure.length > 0 ? <h2>{work.mailroom.others}</h2> : null}
              {sure.map((field) => (
                <VerifyField {...shown} field={field} isDoubtful={false} />
              ))}
              <DepositedOn {...props} />
            </div>
            {letter.serviceCode === null ? (
              <PersonLanguage language={language} chosen={props.personLanguage} />
            ) : null}
            <div class="row-buttons counter-buttons">
              <Button>{stations.mailroom.confirm}</Button>
              <button class="button button-secondary" type="submit" name="_action" value="refresh">
                {stations.counter.refresh}
              </button>
            </div>
            <TypeAhead language={language} />
          </QuestionForm>
          {letter.serviceCode === null ? <JoinCase {...props} typed={props.typedReference} /> : null}
          {letter.serviceCode === null ? <AskSender {...props} /> : props.named}
          <SetAside {...props} />
        </div>
        <PagePictures letter={letter} language={language} />
      </div>
      <script type="module" src={deskAssetPaths.station}></script>
    </>
  );
}

function DepositedOn({ language, letter, depositedOn, problems }: LetterPageProps) {
  const { work } = words(language);
  const problem = problems.find(({ path }) => path === 'deposited-on');
  return (
    <div class="field">
      <label class="label" for="q-deposited-on">
        {work.mailroom.depositedOn}
      </label>
      <p class="help" id="deposited-hint">
        {work.mailroom.depositedHint}
      </p>
      <DaySuggested letter={letter} language={language} />
      {problem ? (
        <p class="error error-line" id="deposited-error">
          {problem.message}
        </p>
      ) : null}
      <input
        class="input width-10"
        type="text"
        inputmode="numeric"
        id="q-deposited-on"
        name="_deposited-on"
        value={depositedOn}
        autocomplete="off"
        aria-describedby={problem ? 'deposited-hint deposited-error' : 'deposited-hint'}
        aria-invalid={problem ? 'true' : undefined}
      />
    </div>
  );
}

/** Draws the way out for what is no letter for us. */
export function SetAside({ letter, language, csrf }: { letter: Letter; language: Language; csrf: string }) {
  const { stations, work } = words(language);
  return (
    <form method="post" action={`/mailroom/letters/${letter.id}/set-aside`} class="give-back">
      <CsrfField token={csrf} />
      <button class="link" type="submit" aria-describedby="aside-hint">
        {stations.mailroom.reject}
      </button>
      <p class="help" id="aside-hint">
        {work.mailroom.rejectHint}
      </p>
    </form>
  );
}
