import type { CompiledService } from '@guichet/catalogue';
import { type Language, languages, newId } from '@guichet/kernel';
import { Button, CsrfField, words } from '@guichet/pages';

/** What was typed and why it led nowhere yet. */
export interface FindTyped {
  text: string;
  found: readonly CompiledService[];
  /** Of the person, who has no ticket that says it. */
  speaks?: Language;
  problem?: string | undefined;
}

export interface FindFormProps {
  language: Language;
  csrf: string;
  services: readonly CompiledService[];
  typed?: FindTyped | undefined;
  /** Whether a person is at the counter; else the form serves one without a ticket. */
  isServing: boolean;
  autofocus: boolean;
}

/** Draws the one field from which a request is begun: a word of the service, then Enter. */
export function FindForm({ language, csrf, services, typed, isServing, autofocus }: FindFormProps) {
  const { visits, case: caseWords } = words(language).work;
  const { line } = visits;
  const problem = typed?.problem;
  return (
    <form method="post" action="/counter/requests" class="find-service">
      <CsrfField token={csrf} />
      <input type="hidden" name="form" value={newId()} />
      <input type="hidden" name="visit" value={newId()} />
      <label class="label" for="find-service">
        {isServing ? line.find : line.walkIn}
      </label>
      <p class="help" id="find-hint">
        {isServing ? line.findHint : line.walkInHint}
      </p>
      {problem === undefined ? null : (
        <p class="error error-line" id="find-error" role="alert">
          {problem}
        </p>
      )}
      <div class="search-row">
        <input
          class="input"
          id="find-service"
          data-key="search"
          name="service"
          list="counter-services"
          autocomplete="off"
          autofocus={autofocus}
          value={typed?.text}
          aria-describedby={problem === undefined ? 'find-hint' : 'find-error find-hint'}
          aria-invalid={problem === undefined ? undefined : 'true'}
        />
        {isServing ? null : (
          <select class="input" name="language" aria-label={line.language}>
            {languages.map((one) => (
              <option value={one} selected={one === typed?.speaks}>
                {caseWords.languages[one]}
              </option>
            ))}
          </select>
        )}
        <Button kind="secondary">{line.open}</Button>
      </div>
      <datalist id="counter-services">
        {services.map(({ definition }) => (
          <option value={definition.name[language]}></option>
        ))}
      </datalist>
      {typed && typed.found.length > 1 ? (
        <ul class="found-services">
          {typed.found.map(({ definition }) => (
            <li data-row="">
              <button class="link" type="submit" name="chosen" value={definition.code}>
                {definition.name[language]}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </form>
  );
}
