import type { StaffNotice } from '@guichet/casework';
import { formatReference, type Language } from '@guichet/kernel';
import { CsrfField, Notice, words } from '@guichet/pages';

/** Draws what became of cases that left the reader's hands, until they put it away. */
export function Notices({
  notices,
  language,
  csrf,
}: {
  notices: StaffNotice[];
  language: Language;
  csrf: string;
}) {
  const { next } = words(language).work.people;
  const [newest] = notices;
  if (!newest) return null;
  return (
    <Notice language={language} kind="warning">
      <ul>
        {notices.map(({ kind, reference }) => (
          <li>
            <a href={`/cases/${reference}`}>
              {(kind === 'untouched' ? next.untouched : next.away)(formatReference(reference))}
            </a>
          </li>
        ))}
      </ul>
      <form method="post" action="/notices/seen">
        <CsrfField token={csrf} />
        <input type="hidden" name="until" value={newest.at.toISOString()} />
        <button class="button button-secondary" type="submit">
          {next.putAway}
        </button>
      </form>
    </Notice>
  );
}
