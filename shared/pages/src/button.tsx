import { actionName, actionValue, csrfName, type FormAction } from '@guichet/catalogue';
import type { Child } from 'hono/jsx';
import type { DeskAct } from './desk-letters.ts';

export interface ButtonProps {
  /** `primary` once a page at most; `danger` for what can't be taken back. */
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  action?: FormAction;
  name?: string;
  value?: string;
  /** Lets the button post to another address than its form's. */
  formaction?: string;
  /** Marks the button that a key of the desk presses. */
  shortcut?: DeskAct;
  /** Name of the choices of which one must be checked before a key presses the button: the key goes there first. */
  needs?: string;
  /** Says that what follows may be shown without loading the page's frame anew. */
  inPlace?: boolean;
  /** Id of what is said about the button beside it. */
  describedBy?: string;
  children?: Child;
}

/** Draws a button that submits its form, saying which action was asked for. */
export function Button({
  kind = 'primary',
  action,
  name,
  value,
  formaction,
  shortcut,
  needs,
  inPlace,
  describedBy,
  children,
}: ButtonProps) {
  const named = action ? { name: actionName, value: actionValue(action) } : { name, value };
  return (
    <button
      class={`button button-${kind}`}
      type="submit"
      formaction={formaction}
      data-key={shortcut}
      data-needs={needs}
      data-in-place={inPlace ? '' : undefined}
      aria-describedby={describedBy}
      {...named}
    >
      {children}
    </button>
  );
}

/** Draws a link that looks like a button, for going on without sending anything. */
export function ButtonLink({
  href,
  kind = 'primary',
  children,
}: {
  href: string;
  kind?: 'primary' | 'secondary';
  children?: Child;
}) {
  return (
    <a class={`button button-${kind}`} href={href}>
      {children}
    </a>
  );
}

/** Draws the hidden control that proves a form came from our own page. */
export function CsrfField({ token }: { token: string }) {
  return <input type="hidden" name={csrfName} value={token} />;
}
