import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';

export interface DayControlProps {
  language: Language;
  name: string;
  label: string;
  /** ISO. */
  value: string;
}

/** Draws the day that a form shows from, with the button that shows it. */
export function DayControl({ language, name, label, value }: DayControlProps) {
  return (
    <>
      <div class="beside">
        <label class="label" for={name}>
          {label}
        </label>
        <input class="input width-10" type="date" id={name} name={name} value={value} />
      </div>
      <button class="button button-secondary" type="submit">
        {words(language).appointments.desk.show}
      </button>
    </>
  );
}
