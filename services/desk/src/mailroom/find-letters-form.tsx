import type { Language } from '@guichet/kernel';
import { QuestionForm, words } from '@guichet/pages';

/** Draws the words to find in the letters that wait. */
export function FindLetters({
  language,
  csrf,
  typed = '',
  problem,
}: {
  language: Language;
  csrf: string;
  typed?: string;
  problem?: string | undefined;
}) {
  const { free } = words(language).work;
  return (
    <QuestionForm action="/mailroom/found" csrf={csrf} dense>
      <div class="field">
        <label class="label" for="q-words">
          {free.findWaiting}
        </label>
        <p class="help" id="words-hint">
          {free.findHint}
        </p>
        {problem === undefined ? null : (
          <p class="error error-line" id="words-error">
            {problem}
          </p>
        )}
        <div class="search-row">
          <input
            class="input"
            type="search"
            id="q-words"
            data-key="search"
            name="words"
            value={typed}
            autocomplete="off"
            aria-describedby={problem === undefined ? 'words-hint' : 'words-hint words-error'}
            aria-invalid={problem === undefined ? undefined : 'true'}
          />
          <button class="button button-secondary" type="submit">
            {free.findSubmit}
          </button>
        </div>
      </div>
    </QuestionForm>
  );
}
