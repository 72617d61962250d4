import type { Letter } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { CsrfField, words } from '@guichet/pages';

/** Draws where a person says that pages are another letter, or belong to the one before. */
export function LetterParts({
  letter,
  language,
  csrf,
}: {
  letter: Letter;
  language: Language;
  csrf: string;
}) {
  const { free } = words(language).work;
  const later = letter.pages.filter(({ page }) => page > 1);
  if (later.length === 0 && !letter.hasBefore) return null;
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">{free.parts}</h2>
      {later.length === 0 ? null : (
        <form method="post" action={`/mailroom/letters/${letter.id}/parts`} class="letter-parts">
          <CsrfField token={csrf} />
          {later.map(({ page }) => (
            <button class="button button-secondary" type="submit" name="page" value={String(page)}>
              {free.beginsHere(page)}
            </button>
          ))}
        </form>
      )}
      {letter.hasBefore ? (
        <form method="post" action={`/mailroom/letters/${letter.id}/continuation`}>
          <CsrfField token={csrf} />
          <button class="button button-secondary" type="submit">
            {free.continues}
          </button>
        </form>
      ) : null}
    </section>
  );
}
