import type { FieldProblem } from '@guichet/pages';
import { Labelled, toldBy } from './labelled.tsx';

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
  const told = { id, label, hint, refused: problem?.path === id ? problem.message : undefined };
  return (
    <Labelled {...told}>
      <input
        class="input"
        id={id}
        name={name}
        type={more.type ?? 'text'}
        value={value}
        maxlength={max}
        autocomplete={more.autocomplete ?? 'off'}
        {...toldBy(told)}
      />
    </Labelled>
  );
}
