import type { Child } from 'hono/jsx';
import { wordsName } from './piece-look.ts';

export interface PieceLinkProps {
  href: string;
  /** Words looked for; with none the way there is a link. */
  words: string;
  /** Of a link. */
  rel?: 'prev' | 'next';
  /** The key of the desk that follows it. */
  shortcut?: string | undefined;
  current?: 'true' | 'page' | undefined;
  children?: Child;
}

/**
 * Draws the way to an original. With words to show on it, it is a button of the form around, which posts them: no address
 * ever holds what a person looked for.
 */
export function PieceLink({ href, words, rel, shortcut, current, children }: PieceLinkProps) {
  return words === '' ? (
    <a rel={rel} href={href} data-key={shortcut} aria-current={current}>
      {children}
    </a>
  ) : (
    <button
      class="button-quiet"
      type="submit"
      formaction={href}
      name={wordsName}
      value={words}
      data-key={shortcut}
      aria-current={current}
    >
      {children}
    </button>
  );
}
