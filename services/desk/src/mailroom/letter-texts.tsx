import type { Letter } from '@guichet/casework';
import { pageText } from '@guichet/channels/mail';
import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';

/** Draws the text read on each page of a letter, for whoever does not look at its pictures. */
export function LetterTexts({ letter, language }: { letter: Letter; language: Language }) {
  const { free } = words(language).work;
  const { text } = letter;
  if (text === undefined) return null;
  return (
    <>
      {text.map((lines, at) => (
        <details>
          <summary>{free.textOf(at + 1)}</summary>
          {lines.length === 0 ? (
            <p class="quiet">{free.noText}</p>
          ) : (
            <p class="page-text" lang={letter.suggestions?.language ?? 'fr'}>
              {pageText(lines)}
            </p>
          )}
        </details>
      ))}
    </>
  );
}
