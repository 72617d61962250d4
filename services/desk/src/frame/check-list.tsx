import type { FieldProblem } from '@guichet/pages';

export interface CheckListProps {
  legend: string;
  name: string;
  /** Absent means the name; the first box has it. */
  id?: string;
  hint?: string;
  options: readonly { value: string; label: string }[];
  checked: readonly string[];
  /** What is wrong with the form; shown here when it is about this list. */
  problem?: FieldProblem | undefined;
}

/** More than these stand in columns, where there is room. */
const manyFrom = 6;

/** Draws boxes to check under one name, for a closed list, with what is wrong with them. */
export function CheckList({ legend, name, id = name, hint, options, checked, problem }: CheckListProps) {
  const refused = problem?.path === id ? problem.message : undefined;
  const idOf = (index: number) => (index === 0 ? id : `${id}-${index}`);
  return (
    <fieldset class="field" aria-describedby={refused === undefined ? undefined : `${id}-error`}>
      <legend class="label">{legend}</legend>
      {hint === undefined ? null : <p class="help">{hint}</p>}
      {refused === undefined ? null : (
        <p class="error error-line" id={`${id}-error`}>
          {refused}
        </p>
      )}
      <div class={options.length > manyFrom ? 'check-many' : undefined}>
        {options.map(({ value, label }, index) => (
          <div class="option">
            <input
              type="checkbox"
              id={idOf(index)}
              name={name}
              value={value}
              checked={checked.includes(value)}
            />
            <label for={idOf(index)}>{label}</label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
