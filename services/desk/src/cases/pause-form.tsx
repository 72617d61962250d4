import { Button, CsrfField, words } from '@guichet/pages';
import type { CaseView } from './case-view.ts';

/** Draws the question to the person, which stops the clocks; closed until asked for. */
export function PauseForm({ file, language, csrf, problem }: CaseView) {
  const { desk, work } = words(language);
  const refused = problem?.form === 'pause' ? problem : undefined;
  return (
    <details class="details fold" open={refused !== undefined}>
      <summary>{desk.pause.title}</summary>
      <form method="post" action={`/cases/${file.reference}/pause`} class="form form-dense">
        <CsrfField token={csrf} />
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
        <Button kind="secondary">{desk.pause.submit}</Button>
      </form>
    </details>
  );
}
