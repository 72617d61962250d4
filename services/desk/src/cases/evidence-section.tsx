import { numberFormat } from '@guichet/kernel';
import { CsrfField, words } from '@guichet/pages';
import { pieceHref, pieceName, wordsName } from '../evidence/piece-look.ts';
import type { CaseView } from './frame/case-view.ts';

/** Draws the stored originals of the case; opening one leaves an event. */
export function EvidenceSection({ file, language, csrf }: CaseView) {
  const { desk, work } = words(language);
  const first = file.evidence.find(({ kind, storedAt }) => kind === 'page' && storedAt !== null);
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">{desk.case.evidence}</h2>
      {file.evidence.length === 0 ? <p class="quiet">{desk.case.noEvidence}</p> : null}
      <ul class="evidence">
        {file.evidence.map((one) => {
          const name = pieceName(one, language);
          return (
            <li>
              {one.storedAt === null ? name : <a href={pieceHref(one.reference, one.id)}>{name}</a>}{' '}
              <span class="quiet">
                {one.storedAt === null ? work.case.notStored : kilobytes(one.bytes, language)}
              </span>
              {one.storedAt !== null && one.kind === 'recording' ? (
                <audio
                  class="player"
                  controls
                  preload="none"
                  src={`/evidence/${one.id}`}
                  aria-label={work.case.listen}
                ></audio>
              ) : null}
            </li>
          );
        })}
      </ul>
      {first === undefined ? null : (
        <form method="post" action={pieceHref(first.reference, first.id)} role="search" class="search-row">
          <CsrfField token={csrf} />
          <label class="label" for="q-words">
            {work.free.find}
          </label>
          <input class="input" type="search" id="q-words" name={wordsName} autocomplete="off" />
          <button class="button button-secondary" type="submit">
            {work.free.findSubmit}
          </button>
        </form>
      )}
    </section>
  );
}

function kilobytes(bytes: number | null, language: CaseView['language']): string {
  if (bytes === null) return '';
  const count = numberFormat(`${language}-CA`, {}).format(Math.max(1, Math.round(bytes / 1024)));
  return language === 'fr' ? `${count} ko` : `${count} KB`;
}
