import { askedName, type CompiledService } from '@guichet/catalogue';
import { wholeCounterScreen } from '@guichet/channels/counter';
import { ConditionLine, CounterField, Notice, QuestionBlock, words } from '@guichet/pages';
import { deskAssetPaths } from '../../frame/desk-assets.ts';
import type { DeskRequest } from '../../frame/desk-env.ts';
import { versionName } from '../counter-form.ts';
import { PersonLanguage } from '../person-language.tsx';
import { TypeAhead } from '../type-ahead.tsx';
import { drawKept } from './draw-kept.tsx';
import { keptAssetPaths } from './kept-assets.ts';

/** Answers with the form of a service that a counter keeps: every question, each with its condition, and no number yet. */
export function keptFormPage(c: DeskRequest, service: CompiledService): Response | Promise<Response> {
  const language = c.get('language');
  const { work } = words(language);
  const { kept } = work;
  const screen = wholeCounterScreen(service, language);
  const { code, version } = service.definition;
  return drawKept(
    c,
    { title: screen.service.name, scripts: [deskAssetPaths.questions, keptAssetPaths.form] },
    <>
      <a class="back" href="/counter/kept">
        {work.counter.change}
      </a>
      <h1>{screen.service.name}</h1>
      <div data-no-holder hidden>
        <Notice language={language} kind="warning">
          {kept.noHolder}
        </Notice>
      </div>
      <p>{kept.formLead}</p>
      <p class="quiet" data-kept-for={kept.keptFor} hidden></p>
      <form
        method="post"
        novalidate
        class="form form-dense"
        enctype="multipart/form-data"
        data-kept-form={`/counter/${code}`}
        data-required={requiredOf(service).join(' ')}
      >
        <input type="hidden" name="_kept" value="yes" />
        <input type="hidden" name={askedName()} value={screen.asked} />
        <input type="hidden" name={versionName} value={String(version)} />
        <PersonLanguage language={language} chosen="fr" />
        <div class="counter-fields" data-enter-next data-start>
          {screen.fields.map((field) => (
            <QuestionBlock field={field}>
              <ConditionLine when={field.when} />
              <CounterField {...field} values={screen.values} language={language} problems={[]} />
            </QuestionBlock>
          ))}
        </div>
        <p class="error error-line" role="alert" data-missing={kept.missing} hidden></p>
        <div class="row-buttons counter-buttons">
          <button class="button button-primary" type="submit">
            {kept.keep}
          </button>
        </div>
        <p class="help">{kept.filesMax}</p>
        <TypeAhead language={language} />
      </form>
    </>,
  );
}

/** The questions that everybody answers: a script tells which of them were left blank before the person goes. */
function requiredOf({ questions }: CompiledService): string[] {
  return questions.flatMap((question) => {
    const isAsked = question.type !== 'information' && question.type !== 'group' && question.type !== 'file';
    return isAsked && question.required && question.when === undefined ? [question.key] : [];
  });
}
