import { foldWord } from '@guichet/kernel';

const types = new Set(
  'rue avenue av ave boulevard boul blvd chemin ch rang route allee impasse cote place ruelle montee croissant terrasse street st road rd drive crescent lane'.split(
    ' ',
  ),
);
const idle = new Set('de du des la le les l d the of'.split(' '));

/**
 * Gives the street that a place tells of, one way however it was written; undefined when there is none to tell.
 *
 * Shape: `245, rue Sainte-Thérèse, devant l’école` and `Sainte-Thérèse` both give `sainte therese`.
 */
export function placeKey(text: string): string | undefined {
  const parts = text.split(/[,;()/]/).map((part) => foldWord(part).match(/[\p{L}\d]+/gu) ?? []);
  const part = parts.find((words) => words.some((word) => types.has(word))) ?? parts.find(named);
  if (!part) return undefined;
  const at = part.findIndex((word) => types.has(word));
  const after = part.slice(at + 1).filter(says);
  const words = after.length > 0 ? after : part.slice(0, Math.max(0, at)).filter(says);
  return words.length === 0 ? undefined : words.slice(0, 6).join(' ').slice(0, 80);
}

/** `5e` of `5e Avenue` is a name; a civic number is not. */
function says(word: string): boolean {
  return !idle.has(word) && !/^\d+$/.test(word);
}

function named(words: readonly string[]): boolean {
  return words.some(says);
}
