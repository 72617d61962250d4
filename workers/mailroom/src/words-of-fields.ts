import type { LetterReading } from '@guichet/casework';
import type { ReadPage } from '@guichet/channels/mail';

type PageText = NonNullable<LetterReading['text']>[number];

/**
 * Gives what was read in the fields of a form as the text of its pages, so that a page is found by what a person wrote on it.
 *
 * Guarantee: what is printed on every copy of the form is not in it. Shape: a line a field, where the field stands; in the order of `pages`
 */
export function wordsOfFields(
  pages: readonly ReadPage[],
  fields: LetterReading['fields'],
): Required<Pick<LetterReading, 'text' | 'sizes'>> {
  const text = pages.map((_, at): PageText => {
    const written = fields.filter((field) => field.crop.page === at + 1 && field.text !== '');
    return written.map(({ text: said, confidence, crop: { x, y, width, height } }, paragraph) => ({
      paragraph,
      words: [{ text: said, confidence, x, y, width, height }],
    }));
  });
  return { text, sizes: pages.map(({ width, height }) => ({ width, height })) };
}
