/** How fast the line is taken to speak. Unit: words a minute, a figure said alone counting as a word. */
export const wordsPerMinute = 150;

/** In slow mode the voice speaks at this part of its speed. Source: the line's own TwiML */
export const slowRate = 0.85;

/** Estimates how long a text takes to say. Unit: seconds. */
export function speechSeconds(text: string, slow: boolean): number {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return (words * 60) / (wordsPerMinute * (slow ? slowRate : 1));
}
