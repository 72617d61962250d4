export interface ChoicesProps {
  name: string;
  legend: string;
  options: readonly (readonly [value: string, label: string])[];
  chosen?: string | undefined;
}

/** Draws a few choices of which one is made. */
export function Choices({ name, legend, options, chosen }: ChoicesProps) {
  return (
    <fieldset class="field">
      <legend class="label">{legend}</legend>
      <div class="choices-row">
        {options.map(([value, label]) => (
          <div class="option">
            <input
              type="radio"
              id={`${name}-${value}`}
              name={name}
              value={value}
              checked={value === chosen}
            />
            <label for={`${name}-${value}`}>{label}</label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
