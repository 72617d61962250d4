import type { Letter } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';

/** Draws the pages of a letter, one under the other; where scripts run, the field being looked at is marked on them. */
export function PagePictures({
  letter,
  language,
}: {
  letter: { pages: readonly Pick<Letter['pages'][number], 'id' | 'page'>[] };
  language: Language;
}) {
  const { stations, work } = words(language);
  return (
    <div
      class="verify-pictures"
      role="region"
      aria-label={work.mailroom.pageTitle}
      tabindex={0}
      data-pictures
    >
      {letter.pages.map(({ id, page }) => (
        <a href={`/evidence/${id}`} id={`page-${page}`} class="page-frame">
          <img
            class="page-image"
            src={`/evidence/${id}`}
            alt={stations.mailroom.pageImage(page, letter.pages.length)}
          />
        </a>
      ))}
    </div>
  );
}
