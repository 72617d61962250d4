import type { Sensitivity } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import type { Child } from 'hono/jsx';
import { words } from './words.ts';

export interface MaskedValueProps {
  language: Language;
  sensitivity: Sensitivity;
  /** The value in the clear; leave it out of the page until it is revealed. */
  children?: Child;
  /** Name and value of the button that asks to reveal; it posts the form it stands in. */
  reveal?: { name: string; value: string; formaction?: string };
  /** The question, for the button's name. */
  label: string;
}

/**
 * Draws a personal value only when it is given; otherwise says that it is hidden, with the button that reveals it.
 *
 * Guarantee: a hidden value is nowhere in the page: revealing is a POST, which the history keeps.
 */
export function MaskedValue({ language, sensitivity, children, reveal, label }: MaskedValueProps) {
  const { frame } = words(language);
  if (sensitivity === 'open' || (children !== undefined && children !== null)) return <span>{children}</span>;
  return (
    <span class="masked">
      <span class="masked-dots" aria-hidden="true">
        ••••••
      </span>
      <span class="hidden">{frame.masked}</span>
      {reveal ? (
        <button
          class="link"
          type="submit"
          name={reveal.name}
          value={reveal.value}
          formaction={reveal.formaction}
          aria-label={`${frame.reveal} : ${label}`}
        >
          {frame.reveal}
        </button>
      ) : null}
    </span>
  );
}
