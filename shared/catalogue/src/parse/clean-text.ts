const hidden = /[\u200b\u2060\ufeff\u00ad]/g;
const forbidden = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;
const lineBreaks = /\r\n|[\n\r\v\f\u2028\u2029]/g;

/**
 * Tidies one line of text: composed accents, single spaces, no hidden characters; undefined when it holds characters that no
 * record can keep.
 *
 * Guarantee: cleaning twice changes nothing more.
 */
export function cleanLine(raw: string): string | undefined {
  const line = raw.replace(hidden, '').replace(/\s+/g, ' ').normalize('NFC').trim();
  return forbidden.test(line) ? undefined : line;
}

/** Tidies a text of several lines: line ends as `\n`, at most one empty line in a row; undefined as for one line. */
export function cleanLines(raw: string): string | undefined {
  const lines = raw.replace(lineBreaks, '\n').split('\n').map(cleanLine);
  if (lines.some((line) => line === undefined)) return undefined;
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Counts characters as a person would, so that an emoji or a rare letter is one. */
export function characters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
