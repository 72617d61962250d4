import { skipWhys } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { Button, CsrfField, words } from '@guichet/pages';

/** Draws what passes a case on to somebody else: a reason from a list, and a few words. */
export function SkipForm({
  reference,
  language,
  csrf,
}: {
  reference: string;
  language: Language;
  csrf: string;
}) {
  const { next } = words(language).work.people;
  return (
    <details class="details fold">
      <summary>{next.skip}</summary>
      <form method="post" action={`/cases/${reference}/skip`} class="form form-dense">
        <CsrfField token={csrf} />
        <p class="help">{next.skipHint}</p>
        <div class="field">
          <label class="label" for="skip-why">
            {next.why}
          </label>
          <select class="input" id="skip-why" name="why" required>
            <option value=""></option>
            {skipWhys.map((why) => (
              <option value={why}>{next.whys[why]}</option>
            ))}
          </select>
        </div>
        <div class="field">
          <label class="label" for="skip-words">
            {next.words}
          </label>
          <p class="help" id="skip-hint">
            {next.wordsHint}
          </p>
          <input
            class="input"
            id="skip-words"
            name="words"
            maxlength={500}
            autocomplete="off"
            aria-describedby="skip-hint"
          />
        </div>
        <Button kind="secondary" inPlace>
          {next.submit}
        </Button>
      </form>
    </details>
  );
}
