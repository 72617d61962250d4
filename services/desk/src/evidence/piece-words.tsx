import { words } from '@guichet/pages';
import { pieceHref, type PiecePageProps } from './piece-look.ts';

/** Draws where a person looks for the pages of a case by their words, and those found. */
export function PieceWords({ language, reference, piece, look, found, problems }: PiecePageProps) {
  const { free, case: caseWords } = words(language).work;
  const problem = problems.find(({ path }) => path === 'words');
  return (
    <section aria-label={free.find}>
      <form method="get" action={`/cases/${reference}/pieces/${piece.id}`} role="search">
        <div class="field">
          <label class="label" for="q-words">
            {free.find}
          </label>
          <p class="help" id="words-hint">
            {free.findHint}
          </p>
          {problem ? (
            <p class="error error-line" id="words-error">
              {problem.message}
            </p>
          ) : null}
          <div class="search-row">
            <input
              class="input"
              type="search"
              id="q-words"
              name="words"
              value={look.words}
              autocomplete="off"
              aria-describedby={problem ? 'words-hint words-error' : 'words-hint'}
              aria-invalid={problem ? 'true' : undefined}
            />
            <button class="button button-secondary" type="submit">
              {free.findSubmit}
            </button>
          </div>
        </div>
      </form>
      {found === undefined ? null : (
        <div role="status">
          <p>{found.length === 0 ? free.foundNone : free.foundPages(found.length)}</p>
          <ul>
            {found.map(({ evidenceId, page, excerpt }) => (
              <li>
                <a
                  href={pieceHref(reference, evidenceId, { words: look.words })}
                  aria-current={evidenceId === piece.id ? 'page' : undefined}
                >
                  {caseWords.page(page)}
                </a>
                <p class="quiet">{excerpt}</p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
