/** Cuts a list of phrases written with commas and over several lines. */
export function phrases(list: string): string[] {
  return list.split(/[,\n]/).flatMap((phrase) => (phrase.trim() === '' ? [] : [phrase.trim()]));
}
