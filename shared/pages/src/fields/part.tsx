import { fieldId } from '@guichet/catalogue';
import type { FieldProps } from '../field-props.ts';
import { WithBeside } from '../beside.tsx';
import { held } from './question-frame.tsx';

export interface PartProps {
  name: string;
  label: string;
  values: FieldProps['values'];
  /** Width in characters, one of those the style sheet knows; absent means the whole line. */
  width?: 2 | 4 | 10 | 20;
  autocomplete?: string | undefined;
  inputmode?: 'numeric' | 'text';
  wrong?: boolean;
  describedBy?: string | undefined;
  maxlength?: number;
}

/** Draws one labelled text control of a question made of several. */
export function Part(props: PartProps) {
  const id = fieldId(props.name);
  return (
    <div class={props.width ? `part part-${props.width}` : 'part'}>
      <label class="part-label" for={id}>
        {props.label}
      </label>
      <WithBeside name={props.name}>
        <input
          class={props.width ? `input width-${props.width}` : 'input'}
          id={id}
          name={props.name}
          type="text"
          value={held(props.values, props.name)}
          autocomplete={props.autocomplete}
          inputmode={props.inputmode}
          maxlength={props.maxlength}
          aria-invalid={props.wrong ? 'true' : undefined}
          aria-describedby={props.describedBy}
        />
      </WithBeside>
    </div>
  );
}
