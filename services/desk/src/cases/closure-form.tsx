import { fillTemplate, templatesFor } from '@guichet/casework';
import type { Outcome } from '@guichet/catalogue';
import { formatReference } from '@guichet/kernel';
import { Button, CsrfField, formatDay, words } from '@guichet/pages';
import { WordsField } from './frame/words-field.tsx';
import { SeenField } from './lock/seen-field.tsx';
import type { CaseView } from './frame/case-view.ts';

/** Draws the decision: each outcome with the words the person will be told, in their language, ready to adapt. */
export function ClosureForm(view: CaseView) {
  const { file, service, language, problem } = view;
  if (!service) return null;
  const { desk, work } = words(language);
  const refused = problem?.form === 'closure' ? problem : undefined;
  return (
    <form
      method="post"
      action={`/cases/${file.reference}/closure`}
      class="form form-dense closure"
      aria-labelledby="closure"
      data-autosave={`/cases/${file.reference}/drafts/closure`}
    >
      <CsrfField token={view.csrf} />
      <SeenField file={file} />
      <h2 id="closure">{desk.closure.title}</h2>
      <fieldset
        class="field"
        aria-describedby={refused ? 'closure-hint closure-error' : 'closure-hint'}
        data-keyed
      >
        <legend class="label">{desk.closure.outcome}</legend>
        <p class="help" id="closure-hint">
          {work.case.answerWords} {work.case.inLanguage[file.language]}
        </p>
        {refused ? (
          <p class="error error-line" id="closure-error">
            {refused.message}
          </p>
        ) : null}
        {service.definition.outcomes.map((outcome) => (
          <OutcomeChoice
            view={view}
            outcome={outcome}
            typed={refused?.outcome === outcome.key ? refused.text : undefined}
            reasons={refused?.outcome === outcome.key ? refused.typed?.['reasons'] : undefined}
          />
        ))}
      </fieldset>
      <p class="quiet" data-saved={work.reply.saved} role="status"></p>
      <div class="row-buttons">
        <Button>{desk.closure.submit}</Button>
        <Button kind="secondary" name="then" value="next" shortcut="closeNext" needs="outcome" inPlace>
          {desk.closure.closeNext}
        </Button>
      </div>
    </form>
  );
}

function OutcomeChoice({
  view,
  outcome,
  typed,
  reasons,
}: {
  view: CaseView;
  outcome: Outcome;
  typed: string | undefined;
  reasons: string | undefined;
}) {
  const { file, language } = view;
  const { desk, work } = words(language);
  const before = proposedBefore(view, outcome);
  const draft = file.drafts.find(({ form }) => form === 'closure');
  const id = `outcome-${outcome.key}`;
  return (
    <div class="outcome">
      <div class="option">
        <input
          type="radio"
          id={id}
          name="outcome"
          value={outcome.key}
          checked={typed !== undefined || draft?.fields['outcome'] === outcome.key}
        />
        <label for={id}>{outcome.label[language]}</label>
      </div>
      <div class="outcome-words">
        {outcome.approval === undefined ? null : <p class="help">{work.approval.needed}</p>}
        {outcome.reasons === undefined ? null : (
          <WordsField
            id={`${id}-reasons`}
            name={`reasons.${outcome.key}`}
            label={work.approval.reasonsLabel}
            hint={work.approval.reasonsHint}
            rows={4}
            max={4000}
            lang={file.language}
            value={reasons ?? draft?.fields[`reasons.${outcome.key}`] ?? before?.reasons ?? undefined}
          />
        )}
        <label class="label" for={`${id}-words`}>
          {desk.closure.words}
        </label>
        <textarea
          class="input"
          id={`${id}-words`}
          name={`words.${outcome.key}`}
          rows={6}
          maxlength={4000}
          lang={file.language}
        >
          {typed ?? draft?.fields[`words.${outcome.key}`] ?? before?.words ?? wordsFor(view, outcome)}
        </textarea>
      </div>
    </div>
  );
}

/** What was proposed for this outcome and came back, to be gone on with. */
function proposedBefore({ file }: CaseView, outcome: Outcome) {
  return file.proposals.findLast((one) => one.outcome === outcome.key && one.settled?.as !== 'confirmed');
}

/** The words of the template that fits best, else the definition's. */
function wordsFor({ file, service, now, templates = [] }: CaseView, outcome: Outcome): string {
  const [template] = templatesFor(templates, file, outcome.key);
  const { language } = file;
  return fillTemplate(template?.words[language] ?? outcome.words[language], {
    reference: formatReference(file.reference),
    service: service?.definition.name[language] ?? file.serviceCode,
    due: formatDay(file.dueAt, language),
    today: formatDay(now, language),
  });
}
