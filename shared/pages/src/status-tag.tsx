import type { Child } from 'hono/jsx';

export type StatusTone = 'neutral' | 'info' | 'good' | 'warning' | 'bad';

/** A shape for each tone, since colour alone says nothing to many. */
const shapes: { [tone in StatusTone]: string } = {
  neutral: 'M3 8a5 5 0 1 1 10 0a5 5 0 1 1-10 0z M5 8a3 3 0 1 0 6 0a3 3 0 1 0-6 0z',
  info: 'M3 8a5 5 0 1 1 10 0a5 5 0 1 1-10 0z',
  good: 'M2 8.5l2-2 2.5 2.5L12 3.5l2 2-7.5 7.5z',
  warning: 'M8 2l7 12H1z',
  bad: 'M8 1l7 7-7 7-7-7z',
};

/** Draws a state as a word with a shape and a colour. */
export function StatusTag({ tone = 'neutral', children }: { tone?: StatusTone; children?: Child }) {
  return (
    <span class={`tag tag-${tone}`}>
      <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true" focusable="false">
        <path d={shapes[tone]} fill="currentColor" fill-rule="evenodd" />
      </svg>
      {children}
    </span>
  );
}
