import type { MemberQuestion, QuestionOf } from '@guichet/catalogue';
import type { FieldProps } from '../field-props.ts';
import { words } from '../words.ts';
import { DateParts } from './date-parts.tsx';
import { Grouped, questionFrame } from './question-frame.tsx';

/** Draws a question answered by a day. */
export function DateField(
  props: FieldProps & { question: QuestionOf<'date'> | Extract<MemberQuestion, { type: 'date' }> },
) {
  const frame = questionFrame(props, words(props.language).field.dateExample);
  return (
    <Grouped frame={frame}>
      <DateParts
        name={frame.name}
        language={props.language}
        values={props.values}
        wrong={frame.errors.length > 0}
      />
    </Grouped>
  );
}
