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
import { TypeAhead } from '../counter/type-ahead.tsx';
import type { HeldRecording } from './keep-pending.ts';
import { shownName } from './later-answers.ts';

export interface RequestPageProps {
  language: Language;
  csrf: string;
  /** The call's page; the form posts to `/request` under it. */
  callHref: string;
  service: CompiledService;
  screen: CounterScreen;
  problems: FieldProblem[];
  /** Questions whose answer is a recording so far. */
  recorded: ReadonlySet<string>;
  /** The recordings that entries of groups hold, which go along with their entries. */
  recordings: readonly HeldRecording[];
  /** Questions whose answer the page shows, masked or not. */
  shown: readonly string[];
  /** Questions answered already, whose answer is sensitive: kept unless another is typed. */
  hidden: ReadonlySet<string>;
}

/** Draws the questions of a caller's request with the answers given so far, typed top to bottom while they speak. */
export function RequestPage(props: RequestPageProps) {
  const { language, screen, problems, callHref, recorded, hidden } = props;
  const { stations, work } = words(language);
  return (
    <>
      <a class="back" href={callHref}>
        {work.calls.title}
      </a>
      <ErrorSummary language={language} problems={problems} questions={props.service.questions} />
      <h1>{screen.service.name}</h1>
      <p class="quiet">
        {work.counter.keysHint}{' '}
        <span data-enter-hint hidden>
          {work.counter.enterHint}
        </span>
      </p>
      <QuestionForm action={`${callHref}/request`} csrf={props.csrf} files dense>
        <input type="hidden" name={askedName()} value={screen.asked} />
        <input type="hidden" name={shownName} value={props.shown.join(' ')} />
        {props.recordings.map(({ name, evidence }) => (
          <input type="hidden" name={name} value={evidence} />
        ))}
        <div class="counter-fields" data-enter-next data-start={problems.length === 0 ? '' : undefined}>
          {screen.fields.map((field) => (
            <QuestionBlock field={field}>
              {recorded.has(field.question.key) ? <p class="quiet">{work.calls.toHear}</p> : null}
              {hidden.has(field.question.key) ? <p class="quiet">{work.calls.kept}</p> : null}
              <CounterField {...field} values={screen.values} language={language} problems={problems} />
            </QuestionBlock>
          ))}
        </div>
        <p class="help">{work.calls.submitHint}</p>
        <div class="row-buttons counter-buttons">
          <Button>{work.calls.submit}</Button>
          <button class="button button-secondary" type="submit" name="_action" value="refresh">
            {stations.counter.refresh}
          </button>
        </div>
        <TypeAhead language={language} />
      </QuestionForm>
    </>
  );
}
