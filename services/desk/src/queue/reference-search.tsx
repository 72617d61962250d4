import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';

/** Draws the field that opens a case by its reference, with what was typed when it is not one. */
export function ReferenceSearch({
  language,
  text,
  problem,
}: {
  language: Language;
  text?: string;
  problem?: string;
}) {
  const { desk, frame } = words(language);
  return (
    <form method="get" action="/cases" class="search" role="search">
      <label class="label" for="reference">
        {desk.queue.findLabel}
      </label>
      <div class="search-row">
        <input
          class="input width-10"
          id="reference"
          name="reference"
          type="text"
          inputmode="numeric"
          autocomplete="off"
          value={text}
          data-key="search"
          aria-keyshortcuts="/"
          aria-invalid={problem === undefined ? undefined : 'true'}
          aria-describedby={problem === undefined ? undefined : 'reference-error'}
          autofocus={problem !== undefined}
        />
        <button class="button button-secondary" type="submit">
          {frame.search}
        </button>
      </div>
      {problem === undefined ? null : (
        <p class="error error-line" id="reference-error">
          {problem}
        </p>
      )}
    </form>
  );
}
