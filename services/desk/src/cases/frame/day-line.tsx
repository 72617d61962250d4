import { Labelled } from '../../frame/labelled.tsx';

export interface DayLineProps {
  id: string;
  name: string;
  label: string;
  /** ISO. */
  value?: string | undefined;
}

/** Draws a day to choose. */
export function DayLine({ id, name, label, value }: DayLineProps) {
  return (
    <Labelled id={id} label={label}>
      <input class="input input-short" type="date" id={id} name={name} value={value} />
    </Labelled>
  );
}
