import { askedName, type CompiledService, fieldName } from '@guichet/catalogue';
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
import { versionName } from './counter-form.ts';
import { PersonLanguage } from './person-language.tsx';
import { TypeAhead } from './type-ahead.tsx';
import { ConfirmButtons, VisitBar, type VisitBarProps } from './visit-bar.tsx';

export interface CounterPageProps {
  language: Language;
  csrf: string;
  /** Where the form posts, with its number. */
  action: string;
  service: CompiledService;
  screen: CounterScreen;
  problems: FieldProblem[];
  personLanguage: Language;
  fileNames: Readonly<Record<string, string>>;
  /** The visit it is asked in, if any. */
  visit?: Omit<VisitBarProps, 'language'> | undefined;
}

/** Draws the counter's screen: every question that holds, typed top to bottom without leaving the keyboard. */
export function CounterPage(props: CounterPageProps) {
  const { language, screen, problems } = props;
  const { stations, work } = words(language);
  return (
    <>
      <a class="back" href="/counter">
        {props.visit ? work.visits.line.back : work.counter.change}
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
        <input type="hidden" name={versionName} value={String(props.service.definition.version)} />
        {props.visit ? <VisitBar language={language} {...props.visit} /> : null}
        <PersonLanguage language={language} chosen={props.personLanguage} />
        <div class="counter-fields" data-enter-next data-start={problems.length === 0 ? '' : undefined}>
          {screen.fields.map((field) => (
            <QuestionBlock field={field}>
              <CounterField {...field} values={screen.values} language={language} problems={problems} />
              <KeptFiles field={field} {...props} />
            </QuestionBlock>
          ))}
        </div>
        <div class="row-buttons counter-buttons">
          <Button>{stations.counter.submit}</Button>
          <button
            class="button button-secondary"
            type="submit"
            name="_action"
            value="refresh"
            aria-describedby="refresh-hint"
          >
            {stations.counter.refresh}
          </button>
          {props.visit ? <ConfirmButtons language={language} /> : null}
        </div>
        <div data-files-sending role="status">
          <p hidden>{work.counter.sendingFiles}</p>
          <progress hidden aria-hidden="true"></progress>
        </div>
        <p class="help" id="refresh-hint">
          {stations.counter.refreshHint} {work.counter.kept}
        </p>
        <TypeAhead language={language} />
      </QuestionForm>
    </>
  );
}

function KeptFiles({
  field,
  screen,
  fileNames,
  language,
}: CounterPageProps & { field: CounterScreen['fields'][number] }) {
  if (field.question.type !== 'file') return null;
  const held = screen.values[fieldName(field.question.key, 'evidence')];
  const names = [held ?? []].flat().flatMap((id) => fileNames[id] ?? []);
  return names.length === 0 ? null : (
    <p class="quiet">{words(language).work.counter.attached(names.join(', '))}</p>
  );
}
