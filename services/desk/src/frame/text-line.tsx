import type { FieldProblem } from '@guichet/pages';

export interface TextLineProps {
  id: string;
  /** Absent means the id. */
  name?: string;
  label: string;
  value?: string | undefined;
  hint?: string | undefined;
  max?: number;
  type?: 'text' | 'password';
  autocomplete?: string;
  /** What is wrong with the form; shown here when it is about this line. */
  problem?: FieldProblem | undefined;
}

/** Draws one line of text to type, with its hint and what is wrong with it. */
export function TextLine({ id, name = id, label, value, hint, max, problem, ...more }: TextLineProps) {
  const refused = problem?.path === id ? problem.message : undefined;
  const described = [
    hint === undefined ? '' : `${id}-hint`,
    refused === undefined ? '' : `${id}-error`,
  ].filter(Boolean);
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
      {refused === undefined ? null : (
        <p class="error error-line" id={`${id}-error`}>
          {refused}
        </p>
      )}
      <input
        class="input"
        id={id}
        name={name}
        type={more.type ?? 'text'}
        value={value}
        maxlength={max}
        autocomplete={more.autocomplete ?? 'off'}
        aria-describedby={described.length === 0 ? undefined : described.join(' ')}
        aria-invalid={refused === undefined ? undefined : 'true'}
      />
    </div>
  );
}
