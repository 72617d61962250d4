import type { Child } from 'hono/jsx';
import { LabelledSelect, type LabelledSelectProps } from './labelled-select.tsx';

export interface FilterFormProps {
  /** The page it is of. */
  action: string;
  label: string;
  isSearch?: boolean;
  choices: readonly LabelledSelectProps[];
  children?: Child;
}

/** Draws what a page is of, one choice beside the other; the choices go into the address. */
export function FilterForm({ action, label, isSearch = false, choices, children }: FilterFormProps) {
  return (
    <form
      method="get"
      action={action}
      class="queue-filters"
      role={isSearch ? 'search' : undefined}
      aria-label={label}
    >
      {choices.map((choice) => (
        <div>
          <LabelledSelect {...choice} />
        </div>
      ))}
      {children}
    </form>
  );
}
