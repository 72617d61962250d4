/** Draws boxes to check under one name, for a closed list. */
export function CheckList({
  legend,
  name,
  options,
  checked,
}: {
  legend: string;
  name: string;
  options: readonly { value: string; label: string }[];
  checked: readonly string[];
}) {
  return (
    <fieldset class="field">
      <legend class="label">{legend}</legend>
      {options.map(({ value, label }) => (
        <label class="check-row">
          <input type="checkbox" name={name} value={value} checked={checked.includes(value)} /> {label}
        </label>
      ))}
    </fieldset>
  );
}

/** Draws one line of text to type, with its hint. */
export function TextLine({
  id,
  label,
  value,
  hint,
  type = 'text',
  autocomplete = 'off',
}: {
  id: string;
  label: string;
  value?: string | undefined;
  hint?: string;
  type?: 'text' | 'password';
  autocomplete?: string;
}) {
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
      <input
        class="input"
        id={id}
        name={id}
        type={type}
        value={value}
        autocomplete={autocomplete}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
    </div>
  );
}
