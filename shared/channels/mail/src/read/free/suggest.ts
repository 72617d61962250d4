import { parseReference } from '@guichet/kernel';
import { findAddresses } from './find-addresses.ts';
import { findDates } from './find-dates.ts';
import { type FoundLine, foundIn, linesOfLetter } from './found-line.ts';
import { guessLanguage } from './guess-language.ts';
import type { Found, LetterSuggestions } from './letter-suggestions.ts';
import type { PageLine } from './page-text.ts';

/**
 * Finds in the text of a letter what may help a person to classify it and to answer.
 *
 * Guarantee: proposes, never decides; the same text and day give the same proposals; a reference is given only when its
 *   check digit is right.
 * Unit:      today is ISO, in the desk's time zone
 */
export function suggest(pages: readonly (readonly PageLine[])[], today: string): LetterSuggestions {
  const lines = linesOfLetter(pages);
  const language = guessLanguage(lines.map(({ text }) => text).join(' '));
  return {
    ...(language === undefined ? {} : { language }),
    dates: findDates(lines, today),
    references: findAll(lines, /(?<!\d)[1-9](?:[\s.-]?\d){9}(?!\d)/g, (text) => parseReference(text)),
    phones: findAll(
      lines,
      /(?<![\d-])(?:\+?1[\s.-]?)?\(?[2-9]\d{2}\)?[\s.-]{0,2}[2-9]\d{2}[\s.-]\d{4}(?!\d)/g,
      phoneOf,
    ),
    emails: findAll(lines, /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.[a-z]{2,}/giu, (text) =>
      text.toLowerCase(),
    ),
    addresses: findAddresses(lines),
    names: findNames(lines),
  };
}

/** Each value once, where it stands first. */
function findAll<T extends string>(
  lines: readonly FoundLine[],
  pattern: RegExp,
  valueOf: (text: string) => T | undefined,
): Found<string>[] {
  const found = new Map<string, Found<string>>();
  for (const line of lines) {
    for (const match of line.text.matchAll(pattern)) {
      const value = valueOf(match[0]);
      if (value !== undefined && !found.has(value))
        found.set(value, foundIn(line, value, match.index, match.index + match[0].length));
    }
  }
  return [...found.values()];
}

function phoneOf(text: string): string | undefined {
  // Ten digits that check as one of our references are more likely that.
  if (!/[()-]/.test(text) && parseReference(text) !== undefined) return undefined;
  const digits = text.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
  return digits.length === 10 ? `+1${digits}` : undefined;
}

const closing =
  /salutations|sentiments|sincerely|yours (?:truly|faithfully)|regards|cordialement|bien à vous|bonne journée|^signature/i;
/** `Geneviève Lachance-Ouellet`, `Margaret O’Connell`: two to four words with capitals and nothing else. */
const name =
  /^(?:(?:M\.|Mme|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Dre)\s+)?\p{Lu}[\p{L}’'-]*(?:\s+(?:de|du|des|la|le|van|von)|\s+\p{Lu}[\p{L}’'.-]*){1,3}$/u;
const linesAfter = 5;

/** Who signs: a line like a name that comes after the closing, or that says it is a signature. */
function findNames(lines: readonly FoundLine[]): Found<string>[] {
  const found = new Map<string, Found<string>>();
  for (const [at, line] of lines.entries()) {
    if (!closing.test(line.text)) continue;
    for (const next of lines.slice(at + 1, at + 1 + linesAfter)) {
      const said = next.text.replace(/[,;]$/, '');
      const both = said.split(/\s+(?:et|and)\s+/).filter((one) => name.test(one));
      for (const one of both) if (!found.has(one)) found.set(one, foundIn(next, one));
      if (both.length > 0) break;
    }
  }
  return [...found.values()];
}
