const part = /\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))(?=\s|$)/y;

/**
 * Reads a command line into the program and its arguments; quotes around one keep its spaces, and nothing else has a meaning.
 *
 * Guarantee: no shell ever sees it. Gives undefined when there is no program, no `{file}`, or a quote that does not close.
 */
export function readCommand(line: string): [string, ...string[]] | undefined {
  const text = line.trim();
  const parts: string[] = [];
  part.lastIndex = 0;
  while (part.lastIndex < text.length) {
    const found = part.exec(text);
    if (found === null) return undefined;
    parts.push(found[1] ?? found[2] ?? found[3] ?? '');
  }
  const [program, ...args] = parts;
  if (!program || program.includes('{') || !args.some((arg) => arg.includes('{file}'))) return undefined;
  return [program, ...args];
}
