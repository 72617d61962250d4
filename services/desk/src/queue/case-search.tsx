import type { Language } from '@guichet/kernel';
import { CsrfField, words } from '@guichet/pages';

/** Draws the field that finds cases; it is posted, since what is typed is of persons and belongs in no address. */
export function CaseSearch({
  language,
  csrf,
  text,
  problem,
}: {
  language: Language;
  csrf: string;
  text?: string;
  problem?: string | undefined;
}) {
  const { queue, frame } = words(language);
  return (
    <form method="post" action="/search" class="search" role="search">
      <CsrfField token={csrf} />
      <label class="label" for="search-words">
        {queue.search.label}
      </label>
      {problem === undefined ? null : (
        <p class="error error-line" id="search-error">
          {problem}
        </p>
      )}
      <div class="search-row">
        <input
          class="input width-20"
          id="search-words"
          name="words"
          type="search"
          maxlength={200}
          autocomplete="off"
          spellcheck={false}
          value={text}
          data-key="search"
          aria-invalid={problem === undefined ? undefined : 'true'}
          aria-describedby={problem === undefined ? 'search-hint' : 'search-error search-hint'}
          autofocus={problem !== undefined}
        />
        <button class="button button-secondary" type="submit">
          {frame.search}
        </button>
      </div>
      <p class="help" id="search-hint">
        {queue.search.hint}
      </p>
    </form>
  );
}
