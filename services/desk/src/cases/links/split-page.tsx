import type { CaseFile } from '@guichet/casework';
import {
  type CompiledService,
  fieldName,
  formatAnswer,
  type FormValues,
  type Question,
} from '@guichet/catalogue';
import { formatReference, type Language } from '@guichet/kernel';
import { Button, ErrorSummary, Field, type FieldProblem, QuestionForm, words } from '@guichet/pages';

export interface SplitPageProps {
  language: Language;
  csrf: string;
  file: CaseFile;
  /** Under which the case was asked. */
  service: CompiledService | undefined;
  services: readonly CompiledService[];
  /** The service chosen for the sub-case. */
  chosen: string;
  keep: ReadonlySet<string>;
  formKey: string;
  /** Questions to answer before there is a sub-case, with what was typed. */
  asked: readonly Question[];
  values: FormValues;
  problems: readonly FieldProblem[];
}

/** Draws which answers a sub-case takes along, and what it must be told besides. */
export function SplitPage(props: SplitPageProps) {
  const { language, csrf, file, service, services, chosen, keep, asked, values, problems } = props;
  const { links } = words(language).work;
  return (
    <>
      <a class="back" href={`/cases/${file.reference}`}>
        {formatReference(file.reference)}
      </a>
      <ErrorSummary language={language} problems={problems} questions={[...asked]} />
      <h1>{links.split}</h1>
      <p class="lead">{links.splitLead}</p>
      <QuestionForm action={`/cases/${file.reference}/split`} csrf={csrf} dense>
        <input type="hidden" name="_key" value={props.formKey} />
        <div class="field">
          <label class="label" for="split-service">
            {links.service}
          </label>
          <select class="input" id="split-service" name="_service">
            {services.map(({ definition }) => (
              <option value={definition.code} selected={definition.code === chosen}>
                {definition.name[language]}
              </option>
            ))}
          </select>
        </div>
        <fieldset class="field">
          <legend class="label">{links.keep}</legend>
          {file.answers.map((answer) => {
            const question = service?.question(answer.question);
            const label = question?.label[language] ?? answer.question;
            const value =
              answer.hidden || answer.value === undefined
                ? links.hidden
                : question
                  ? formatAnswer(question, answer.value, language)
                  : '';
            return (
              <div class="option">
                <input
                  type="checkbox"
                  id={`keep-${answer.question}`}
                  name="_keep"
                  value={answer.question}
                  checked={keep.has(answer.question)}
                />
                <label for={`keep-${answer.question}`}>
                  {label} <span class="quiet">{value.split('\n').join(', ')}</span>
                </label>
              </div>
            );
          })}
        </fieldset>
        {asked.length === 0 ? null : (
          <section aria-labelledby="own">
            <h2 id="own">{links.own}</h2>
            <input type="hidden" name="_asked" value={asked.map(({ key }) => key).join(' ')} />
            {asked.map((question) => (
              <Field
                question={question}
                name={fieldName(question.key)}
                language={language}
                values={values}
                problems={problems}
                channel="counter"
                autofill={false}
              />
            ))}
          </section>
        )}
        <Button>{links.splitSubmit}</Button>
      </QuestionForm>
    </>
  );
}
