import type { LetterReading } from '@guichet/casework';
import type { Letter } from '@guichet/channels/mail';

/** Gives a page of a letter as it is kept, with its place in the file. */
export function pageOf(page: Letter['pages'][number]): LetterReading['pages'][number] {
  return { bytes: page.picture, mediaType: 'image/jpeg', reasons: page.doubts, place: page.index + 1 };
}
