import type { PostingRow } from '@guichet/casework';
import { formatReference, type Language } from '@guichet/kernel';
import { words } from '@guichet/pages';

/** Draws whose posting it is, as a link: the reference of its case, or the letter that it answers. */
export function PostingName({
  posting: { reference, letterId },
  language,
}: {
  posting: Pick<PostingRow, 'reference' | 'letterId'>;
  language: Language;
}) {
  if (reference !== null)
    return (
      <a class="code" href={`/cases/${reference}`}>
        {formatReference(reference)}
      </a>
    );
  const { noCase } = words(language).work.print;
  return letterId === null ? <span>{noCase}</span> : <a href={`/mailroom/letters/${letterId}`}>{noCase}</a>;
}
