import type { Child } from 'hono/jsx';

export interface LabelledProps {
  /** Of the control. */
  id: string;
  label: string;
  hint?: string | undefined;
  /** What is wrong with what was typed. */
  refused?: string | undefined;
}

/** Draws a control with its label, its hint and what is wrong with it. Shape: the control carries `toldBy` of the same. */
export function Labelled({ id, label, hint, refused, children }: LabelledProps & { children: Child }) {
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p class="help" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Errored id={id} refused={refused} />
      {children}
    </div>
  );
}

/** Draws what is wrong with a control; nothing where nothing is. */
export function Errored({ id, refused }: Pick<LabelledProps, 'id' | 'refused'>) {
  return refused === undefined ? null : (
    <p class="error error-line" id={`${id}-error`}>
      {refused}
    </p>
  );
}

/** Gives the attributes by which a control names its hint and what is wrong with it. */
export function toldBy({ id, hint, refused }: Pick<LabelledProps, 'id' | 'hint' | 'refused'>) {
  const described = [
    hint === undefined ? '' : `${id}-hint`,
    refused === undefined ? '' : `${id}-error`,
  ].filter(Boolean);
  return {
    'aria-describedby': described.length === 0 ? undefined : described.join(' '),
    'aria-invalid': refused === undefined ? undefined : ('true' as const),
  };
}
