/** Writes a TwiML document with one element a line, so that it can be read. */
export function layOutTwiml(twiml: string): string {
  let depth = 0;
  return twiml
    .replace(/>\s*</g, '>\n<')
    .split('\n')
    .map((line) => {
      if (line.startsWith('</')) depth -= 1;
      const laid = '  '.repeat(Math.max(0, depth)) + line;
      if (/^<[^/?!][^>]*[^/]>$/.test(line) || line === '<Response>') depth += 1;
      return laid;
    })
    .join('\n');
}
