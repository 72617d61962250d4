import type { SameLetter } from '@guichet/casework';
import { formatReference, type Language } from '@guichet/kernel';
import { formatInstant, Notice, words } from '@guichet/pages';

/** Says that a letter with the same printing number came in another batch, with a way to each. Draws nothing when none did. */
export function SameLetterNotice({ same, language }: { same: readonly SameLetter[]; language: Language }) {
  const { batch } = words(language).work;
  if (same.length === 0) return null;
  return (
    <Notice language={language} kind="warning" title={batch.sameLetterTitle}>
      <p>{batch.sameLetterLead}</p>
      <ul>
        {same.map(({ id, receivedAt, settledAs, reference }) => (
          <li>
            <a href={`/mailroom/letters/${id}`}>{batch.sameLetter(formatInstant(receivedAt, language))}</a>{' '}
            {reference === null
              ? batch.settled[settledAs ?? 'none']
              : batch.sameLetterCase(formatReference(reference))}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
