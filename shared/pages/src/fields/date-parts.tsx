import { fieldName } from '@guichet/catalogue';
import type { FieldProps } from '../field-props.ts';
import { words } from '../words.ts';
import { Part } from './part.tsx';

export interface DatePartsProps {
  name: string;
  language: FieldProps['language'];
  values: FieldProps['values'];
  wrong?: boolean;
  birthday?: boolean;
}

/** Draws a date as three short controls: people type dates they know faster than they pick them. */
export function DateParts({ name, language, values, wrong = false, birthday = false }: DatePartsProps) {
  const { field } = words(language);
  const parts = [
    { part: 'day', label: field.day, width: 2 },
    { part: 'month', label: field.month, width: 2 },
    { part: 'year', label: field.year, width: 4 },
  ] as const;
  return (
    <div class="parts-inline">
      {parts.map(({ part, label, width }) => (
        <Part
          name={fieldName(name, part)}
          label={label}
          values={values}
          width={width}
          inputmode="numeric"
          wrong={wrong}
          autocomplete={birthday ? `bday-${part}` : 'off'}
        />
      ))}
    </div>
  );
}
