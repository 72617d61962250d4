/** What a file of the catalogue says it defines, whether or not it can be served. */
export interface FileClaim {
  /** Path from the catalogue's folder. */
  file: string;
  code?: string;
  /** What its text says, and what its name says when that differs. */
  versions: number[];
  /** Where its version stands. */
  line: number;
}

/**
 * Reads off a file which version of which service it is for.
 *
 * Guarantee: looks at single lines only, so a file that is broken elsewhere still tells; never throws.
 */
export function fileClaim(file: string, text: string): FileClaim {
  const code = /^code:[ \t]*["']?([a-z][a-z0-9-]*)/m.exec(text)?.[1];
  const version = /^version:[ \t]*["']?(\d{1,9})/m.exec(text);
  const named = /\.v(\d{1,9})\.ya?ml$/i.exec(file);
  const versions = [version?.[1], named?.[1]].flatMap((digits) =>
    digits === undefined ? [] : Number(digits),
  );
  return {
    file,
    ...(code === undefined ? {} : { code }),
    versions: [...new Set(versions)],
    line: text.slice(0, version?.index ?? 0).split('\n').length,
  };
}
