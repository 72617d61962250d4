import type { Letter } from '@guichet/casework';
import { askedName, type CompiledService } from '@guichet/catalogue';
import type { CounterScreen } from '@guichet/channels/counter';
import type { Language } from '@guichet/kernel';
import {
  Button,
  CounterField,
  CsrfField,
  ErrorSummary,
  type FieldProblem,
  Notice,
  QuestionBlock,
  QuestionForm,
  StatusTag,
  words,
} from '@guichet/pages';
import { PersonLanguage } from '../counter/person-language.tsx';
import { TypeAhead } from '../counter/type-ahead.tsx';
import { Crop, Pictures } from './crop.tsx';
import { JoinCase } from './join-case.tsx';
import { doubtsByQuestion, type QuestionDoubt } from './letter-doubts.ts';

export interface LetterPageProps {
  language: Language;
  csrf: string;
  letter: Letter;
  service: CompiledService;
  screen: CounterScreen;
  problems: FieldProblem[];
  personLanguage: Language;
  depositedOn: string;
  /** The number of a case that a person typed for the letter to join. */
  typedReference?: string | undefined;
  /** Said at the top: the case just made. */
  told?: string;
}

/** Draws a letter's pictures beside its answers, the doubtful ones first; confirming makes the case. */
export function LetterPage(props: LetterPageProps) {
  const { language, letter, screen, problems } = props;
  const { stations, work } = words(language);
  const doubts = doubtsByQuestion(letter.fields);
  const isDoubtful = (key: string) =>
    (doubts.get(key)?.reasons.length ?? 0) > 0 || problems.some(({ path }) => path.split('.')[0] === key);
  const [doubtful, sure] = [
    screen.fields.filter(({ question }) => isDoubtful(question.key)),
    screen.fields.filter(({ question }) => !isDoubtful(question.key)),
  ];
  return (
    <>
      <a class="back" href="/mailroom">
        {stations.mailroom.title}
      </a>
      <ErrorSummary language={language} problems={problems} questions={props.service.questions} />
      {props.told === undefined ? null : (
        <Notice language={language} kind="success">
          {props.told}
        </Notice>
      )}
      <h1>
        {stations.mailroom.verifyTitle} <span class="case-service">{screen.service.name}</span>
      </h1>
      {letter.missingPages.length > 0 ? (
        <p>
          <StatusTag tone="bad">{work.mailroom.missing(letter.missingPages.join(', '))}</StatusTag>
        </p>
      ) : null}
      <Pictures pages={letter.pages} />
      <div class="verify">
        <div class="verify-fields">
          <QuestionForm action={`/mailroom/letters/${letter.id}`} csrf={props.csrf} dense>
            <input type="hidden" name={askedName()} value={screen.asked} />
            <input type="hidden" name="_service" value={screen.service.code} />
            <div data-enter-next data-start={problems.length === 0 ? '' : undefined}>
              {doubtful.length > 0 ? <h2>{work.mailroom.doubtful}</h2> : null}
              {doubtful.length > 0 ? <p class="quiet">{work.mailroom.doubtfulLead}</p> : null}
              {doubtful.map((field) => (
                <VerifyField {...props} field={field} doubt={doubts.get(field.question.key)} doubtful />
              ))}
              {doubtful.length > 0 && sure.length > 0 ? <h2>{work.mailroom.others}</h2> : null}
              {sure.map((field) => (
                <VerifyField {...props} field={field} doubt={doubts.get(field.question.key)} />
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
          <SetAside {...props} />
        </div>
        <PagePictures letter={letter} language={language} />
      </div>
    </>
  );
}

function VerifyField({
  field,
  doubt,
  doubtful = false,
  screen,
  language,
  problems,
}: LetterPageProps & {
  field: CounterScreen['fields'][number];
  doubt: QuestionDoubt | undefined;
  doubtful?: boolean;
}) {
  const { work, stations } = words(language);
  const reasons: Readonly<Record<string, string>> = work.mailroom.doubt;
  const label = field.question.label[language];
  return (
    <QuestionBlock
      field={field}
      class={doubtful ? 'verify-field verify-doubtful' : 'verify-field'}
      shows={doubt?.crop ? `page-${doubt.crop.page}` : undefined}
    >
      {doubtful ? (
        <p class="verify-why">
          <StatusTag tone="warning">{stations.mailroom.unsure}</StatusTag>{' '}
          {(doubt?.reasons ?? []).map((reason) => reasons[reason] ?? reason).join(', ')}
        </p>
      ) : null}
      {doubt?.crop ? <Crop crop={doubt.crop} label={work.mailroom.cropOf(label)} /> : null}
      <CounterField {...field} values={screen.values} language={language} problems={problems} />
    </QuestionBlock>
  );
}

function DepositedOn({ language, depositedOn, problems }: LetterPageProps) {
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

/** Draws the pages of a letter, one under the other. */
export function PagePictures({ letter, language }: { letter: Letter; language: Language }) {
  const { stations, work } = words(language);
  return (
    <div class="verify-pictures" role="region" aria-label={work.mailroom.pageTitle} tabindex={0}>
      {letter.pages.map(({ id, page }) => (
        <a href={`/evidence/${id}`} id={`page-${page}`}>
          <img
            class="page-image"
            src={`/evidence/${id}`}
            alt={stations.mailroom.pageImage(page, letter.pages.length)}
          />
        </a>
      ))}
    </div>
  );
}
