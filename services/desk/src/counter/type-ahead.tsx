import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';

/**
 * Holds the field that takes what is typed while the questions that follow are on their way.
 *
 * Guarantee: a template: without scripts there is no such field, and it is never posted.
 */
export function TypeAhead({ language }: { language: Language }) {
  const { ahead, aheadHint, unanswered, elsewhere } = words(language).work.counter;
  return (
    <template data-ahead>
      <div class="ahead">
        <div>
          <label class="label" for="type-ahead">
            {ahead}
          </label>
          <p class="help" id="type-ahead-hint">
            {aheadHint}
          </p>
          <input
            class="input"
            type="text"
            id="type-ahead"
            autocomplete="off"
            spellcheck={false}
            aria-describedby="type-ahead-hint"
          />
        </div>
        <div class="error" role="status">
          <p data-unanswered hidden>
            {unanswered}
          </p>
          <p data-elsewhere hidden>
            {elsewhere}
          </p>
        </div>
      </div>
    </template>
  );
}
