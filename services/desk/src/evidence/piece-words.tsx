import { CsrfField, words } from '@guichet/pages';
import { PieceLink } from './piece-link.tsx';
import { pieceHref, type PiecePageProps, wordsName } from './piece-look.ts';

/** Draws where a person looks for the pages of a case by their words, and those found. */
export function PieceWords({ language, csrf, reference, piece, look, found, problems }: PiecePageProps) {
  const { free, case: caseWords } = words(language).work;
  const problem = problems.find(({ path }) => path === 'words');
  return (
    <section aria-label={free.find}>
      <form method="post" action={pieceHref(reference, piece.id)} role="search">
        <CsrfField token={csrf} />
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
              name={wordsName}
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
          <form method="post">
            <CsrfField token={csrf} />
            <ul>
              {found.map(({ evidenceId, page, excerpt }) => (
                <li>
                  <PieceLink
                    href={pieceHref(reference, evidenceId)}
                    words={look.words}
                    current={evidenceId === piece.id ? 'page' : undefined}
                  >
                    {caseWords.page(page)}
                  </PieceLink>
                  <p class="quiet">{excerpt}</p>
                </li>
              ))}
            </ul>
          </form>
        </div>
      )}
    </section>
  );
}
