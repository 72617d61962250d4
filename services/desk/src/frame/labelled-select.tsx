import type { DeskAct } from '@guichet/pages';
import { Errored, toldBy } from './labelled.tsx';

export interface LabelledSelectProps {
  id: string;
  /** The id when absent. */
  name?: string;
  label: string;
  /** Says what no choice means; without it one is always made. */
  none?: string;
  options: readonly { value: string; name: string }[];
  chosen?: string | undefined;
  /** The key of the desk that goes there. */
  shortcut?: DeskAct | undefined;
  /** What is wrong with what was chosen. */
  refused?: string | undefined;
}

/** Draws a list of which one is chosen, under its label. */
export function LabelledSelect(props: LabelledSelectProps) {
  const { id, name = id, label, none, options, chosen, shortcut } = props;
  return (
    <>
      <label class="label" for={id}>
        {label}
      </label>
      <Errored {...props} />
      <select class="input" id={id} name={name} data-key={shortcut} {...toldBy(props)}>
        {none === undefined ? null : <option value="">{none}</option>}
        {options.map((option) => (
          <option value={option.value} selected={option.value === chosen}>
            {option.name}
          </option>
        ))}
      </select>
    </>
  );
}
