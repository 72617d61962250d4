import { askedName, type CompiledService } from '@guichet/catalogue';
import type { CounterScreen } from '@guichet/channels/counter';
import type { Language } from '@guichet/kernel';
import {
  Button,
  CounterField,
  ErrorSummary,
  type FieldProblem,
  QuestionBlock,
  QuestionForm,
  words,
} from '@guichet/pages';
import { PersonLanguage } from '../counter/person-language.tsx';
import { TypeAhead } from '../counter/type-ahead.tsx';
import type { HeldRecording } from './keep-pending.ts';
import { shownName } from './later-answers.ts';

export interface DraftPageProps {
  language: Language;
  csrf: string;
  /** Where the form posts. */
  action: string;
  back: { href: string; text: string };
  submit: { label: string; hint: string };
  /** The language in which the person will be answered, where it is chosen here. */
  personLanguage?: Language;
  service: CompiledService;
  screen: CounterScreen;
  problems: FieldProblem[];
  /** Questions whose answer is a recording so far. */
  recorded: ReadonlySet<string>;
  /** The recordings that entries of groups hold, which go along with their entries. */
  recordings: readonly HeldRecording[];
  /** Questions whose answer the page shows, masked or not, as `markShown` writes them. */
  shown: readonly string[];
  /** Questions answered already, whose answer is sensitive: kept unless another is typed. */
  hidden: ReadonlySet<string>;
}

/** Draws the questions of a request begun elsewhere with the answers given so far, typed top to bottom while the person speaks. */
export function DraftPage(props: DraftPageProps) {
  const { language, screen, problems, back, submit, recorded, hidden } = props;
  const { stations, work } = words(language);
  return (
    <>
      <a class="back" href={back.href}>
        {back.text}
      </a>
      <ErrorSummary language={language} problems={problems} questions={props.service.questions} />
      <h1>{screen.service.name}</h1>
      <p class="quiet">
        {work.counter.keysHint}{' '}
        <span data-enter-hint hidden>
          {work.counter.enterHint}
        </span>
      </p>
      <QuestionForm action={props.action} csrf={props.csrf} files dense>
        <input type="hidden" name={askedName()} value={screen.asked} />
        <input type="hidden" name={shownName} value={props.shown.join(' ')} />
        {props.recordings.map(({ name, evidence }) => (
          <input type="hidden" name={name} value={evidence} />
        ))}
        {props.personLanguage === undefined ? null : (
          <PersonLanguage language={language} chosen={props.personLanguage} />
        )}
        <div class="counter-fields" data-enter-next data-start={problems.length === 0 ? '' : undefined}>
          {screen.fields.map((field) => (
            <QuestionBlock field={field}>
              {recorded.has(field.question.key) ? <p class="quiet">{work.calls.toHear}</p> : null}
              {hidden.has(field.question.key) ? <p class="quiet">{work.calls.kept}</p> : null}
              <CounterField {...field} values={screen.values} language={language} problems={problems} />
            </QuestionBlock>
          ))}
        </div>
        <p class="help">{submit.hint}</p>
        <div class="row-buttons counter-buttons">
          <Button>{submit.label}</Button>
          <button class="button button-secondary" type="submit" name="_action" value="refresh">
            {stations.counter.refresh}
          </button>
        </div>
        <TypeAhead language={language} />
      </QuestionForm>
    </>
  );
}
