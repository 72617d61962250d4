import type { Way } from './places.ts';

/** Tells whether a way holds each word typed, in part and without regard to accents; `palette.js` looks in the same manner. */
export function matches({ name, also }: Way, typed: string): boolean {
  const held = plain(`${name} ${also}`);
  return plain(typed)
    .split(/\s+/)
    .every((word) => held.includes(word));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
