/** Gives a question without the mark at its end, to stand before an answer or in a list. */
export function asHeading(label: string): string {
  return label.replace(/[\s\u00a0]*[?.:!]+$/, '');
}
