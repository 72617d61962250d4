import { Button, words } from '@guichet/pages';
import { type CompiledService, wording } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { SeenField } from './lock/seen-field.tsx';
import { CaseForm } from './frame/case-form.tsx';
import type { CaseView } from './frame/case-view.ts';
import { WordsField } from './frame/words-field.tsx';

/** Draws the question to the person, which stops the clocks; closed until asked for. */
export function PauseForm(view: CaseView) {
  const { file, service, language, problem } = view;
  const { desk, work } = words(language);
  const refused = problem?.form === 'pause' ? problem : undefined;
  return (
    <CaseForm view={view} title={desk.pause.title} path="pause" isRefused={refused !== undefined}>
      <SeenField file={file} />
      <WordsField
        id="question"
        name="question"
        label={desk.pause.question}
        hint={`${desk.pause.hint} ${work.case.inLanguage[file.language]}`}
        rows={4}
        max={4000}
        lang={file.language}
        problem={refused}
      />
      {file.replyWay === 'letter' && service ? (
        <AskedAgain file={file} service={service} language={language} />
      ) : null}
      <Button kind="secondary">{desk.pause.submit}</Button>
    </CaseForm>
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
