import { Button, CsrfField, words } from '@guichet/pages';
import { type CompiledService, wording } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { SeenField } from './lock/seen-field.tsx';
import type { CaseView } from './frame/case-view.ts';

/** Draws the question to the person, which stops the clocks; closed until asked for. */
export function PauseForm({ file, service, language, csrf, problem }: CaseView) {
  const { desk, work } = words(language);
  const refused = problem?.form === 'pause' ? problem : undefined;
  return (
    <details class="details fold" open={refused !== undefined}>
      <summary>{desk.pause.title}</summary>
      <form method="post" action={`/cases/${file.reference}/pause`} class="form form-dense">
        <CsrfField token={csrf} />
        <SeenField file={file} />
        <div class="field">
          <label class="label" for="question">
            {desk.pause.question}
          </label>
          <p class="help" id="question-hint">
            {desk.pause.hint} {work.case.inLanguage[file.language]}
          </p>
          {refused ? (
            <p class="error error-line" id="question-error">
              {refused.message}
            </p>
          ) : null}
          <textarea
            class="input"
            id="question"
            name="question"
            rows={4}
            maxlength={4000}
            lang={file.language}
            aria-describedby={refused ? 'question-hint question-error' : 'question-hint'}
            aria-invalid={refused ? 'true' : undefined}
          >
            {refused?.text ?? ''}
          </textarea>
        </div>
        {file.replyWay === 'letter' && service ? (
          <AskedAgain file={file} service={service} language={language} />
        ) : null}
        <Button kind="secondary">{desk.pause.submit}</Button>
      </form>
    </details>
  );
}

/** The questions that a letter can bring as a form: what is missing of this request. */
function AskedAgain({
  file,
  service,
  language,
}: {
  file: CaseView['file'];
  service: CompiledService;
  language: Language;
}) {
  const { desk } = words(language);
  const asked = file.missing.flatMap((key) => service.question(key) ?? []);
  if (asked.length === 0) return null;
  return (
    <fieldset class="field" aria-describedby="asks-hint">
      <legend class="label">{desk.pause.asks}</legend>
      <p class="help" id="asks-hint">
        {desk.pause.asksHint}
      </p>
      {asked.map((question) => (
        <div class="option">
          <input type="checkbox" id={`asks-${question.key}`} name="asks" value={question.key} />
          <label for={`asks-${question.key}`}>{wording(question, 'mail', language).label}</label>
        </div>
      ))}
    </fieldset>
  );
}
