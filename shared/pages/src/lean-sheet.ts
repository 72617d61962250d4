/** Joins sheets of style into one, without the comments and indents that only who writes them reads. */
export function leanSheet(sheets: readonly Buffer[]): Buffer {
  const text = Buffer.concat(sheets).toString();
  return Buffer.from(text.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/\n\s*/g, '\n'));
}
