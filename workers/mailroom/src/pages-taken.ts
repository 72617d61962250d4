import type { LetterReading, PageTaken } from '@guichet/casework';
import type { Letter } from '@guichet/channels/mail';
import type { SeenPage } from './child/open-pages.ts';

/** Says of every page of a batch what it was taken for, in the order of the file. */
export function pagesTaken(
  pages: readonly SeenPage[],
  letters: readonly Letter[],
  blanks: readonly SeenPage[],
  returned: ReadonlySet<SeenPage>,
  readings: readonly LetterReading[],
): PageTaken[] {
  const reasons = new Map(
    readings.flatMap((reading) => reading.pages.map(({ place, reasons }) => [place, reasons] as const)),
  );
  return pages.map((page) => {
    const letter = letters.findIndex((one) => pagesOf(one).includes(page));
    const blank = blanks.includes(page);
    const isOfForm = letters[letter]?.kind === 'form' && page.code !== undefined;
    return {
      place: page.index + 1,
      takenFor: returned.has(page) ? 'returned' : takenFor(page, letters[letter], blank),
      doubts: reasons.get(page.index + 1) ?? page.doubts,
      ...(isOfForm && page.code ? { formPage: page.code.page, formPages: page.code.pages } : {}),
      ...(letter < 0 ? {} : { letter }),
      ...(page.small === undefined ? {} : { small: page.small }),
      ...(blank || returned.has(page) ? { picture: page.picture } : {}),
    };
  });
}

function pagesOf(letter: Letter): readonly SeenPage[] {
  return letter.kind === 'form' ? [...letter.pages, ...letter.duplicates] : letter.pages;
}

function takenFor(page: SeenPage, letter: Letter | undefined, blank: boolean): PageTaken['takenFor'] {
  if (page.doubts.includes('undecodable')) return 'undecodable';
  if (blank) return 'blank';
  if (letter?.kind !== 'form' || page.code === undefined) return 'letter';
  return letter.duplicates.includes(page) ? 'duplicate' : 'form';
}
