import type { Language } from '@guichet/kernel';
import { Button, CsrfField, words } from '@guichet/pages';

export interface RevealFormProps {
  language: Language;
  csrf: string;
  /** Where the purpose goes. */
  action: string;
  /** How many answers are hidden. */
  hidden: number;
  refused?: { message: string; text?: string | undefined } | undefined;
}

/** Draws what asks for a purpose before hidden answers are shown. */
export function RevealForm({ language, csrf, action, hidden, refused }: RevealFormProps) {
  const { desk, work } = words(language);
  return (
    <form method="post" action={action} class="form form-dense reveal">
      <CsrfField token={csrf} />
      <p>{work.case.hiddenCount(hidden)}</p>
      <div class="field">
        <label class="label" for="purpose">
          {desk.case.revealPurpose}
        </label>
        <p class="help" id="purpose-hint">
          {work.case.revealHint}
        </p>
        {refused ? (
          <p class="error error-line" id="purpose-error">
            {refused.message}
          </p>
        ) : null}
        <div class="search-row">
          <input
            class="input"
            id="purpose"
            name="purpose"
            type="text"
            maxlength={200}
            value={refused?.text}
            aria-describedby={refused ? 'purpose-hint purpose-error' : 'purpose-hint'}
            aria-invalid={refused ? 'true' : undefined}
            autocomplete="off"
          />
          <Button kind="secondary">{desk.case.reveal}</Button>
        </div>
      </div>
    </form>
  );
}
