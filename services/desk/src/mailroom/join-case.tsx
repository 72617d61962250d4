import type { Letter } from '@guichet/casework';
import { formatReference, type Language } from '@guichet/kernel';
import { CsrfField, type FieldProblem, words } from '@guichet/pages';

export interface JoinCaseProps {
  language: Language;
  csrf: string;
  letter: Pick<Letter, 'id' | 'reference'>;
  problems?: readonly FieldProblem[];
  /** The number a person typed, right or wrong. */
  typed?: string | undefined;
}

/** Draws where a person says which case a letter belongs to; the one its code names is filled in. */
export function JoinCase({ language, csrf, letter, problems = [], typed }: JoinCaseProps) {
  const said = words(language).work.mailroom;
  const problem = problems.find(({ path }) => path === 'reference');
  const named = letter.reference === undefined ? '' : formatReference(letter.reference);
  return (
    <form method="post" action={`/mailroom/letters/${letter.id}/case`} class="give-back">
      <CsrfField token={csrf} />
      <h2>{said.join}</h2>
      {named === '' ? null : <p>{said.joinNamed(named)}</p>}
      <div class="field">
        <label class="label" for="q-reference">
          {said.joinReference}
        </label>
        <p class="help" id="reference-hint">
          {said.joinHint}
        </p>
        {problem ? (
          <p class="error error-line" id="reference-error">
            {problem.message}
          </p>
        ) : null}
        <div class="search-row">
          <input
            class="input width-10"
            type="text"
            inputmode="numeric"
            id="q-reference"
            name="reference"
            value={typed ?? named}
            autocomplete="off"
            aria-describedby={problem ? 'reference-hint reference-error' : 'reference-hint'}
            aria-invalid={problem ? 'true' : undefined}
          />
          <button class={named === '' ? 'button button-secondary' : 'button'} type="submit">
            {said.joinSubmit}
          </button>
        </div>
      </div>
    </form>
  );
}
