/** A caller leaves two minutes at most: nobody says more. */
const charactersMax = 5_000;

/**
 * Reads what a transcriber printed: its time marks go, lines become one; undefined when it is no text to show anyone.
 *
 * Shape: `[00:00:00.000 --> 00:00:02.000]` before each line is what whisper.cpp prints without `-nt`.
 */
export function readText(printed: Buffer): string | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(printed);
  } catch {
    return undefined;
  }
  const plain = text
    .replace(/^\s*\[[\d:.,]+\s*-->\s*[\d:.,]+\]/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const isText = /\p{L}|\p{N}/u.test(plain) && !/\p{Cc}|\p{Co}|\uFFFD/u.test(plain);
  return isText && plain.length <= charactersMax ? plain : undefined;
}
