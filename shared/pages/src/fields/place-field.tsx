import type { MemberQuestion, QuestionOf } from '@guichet/catalogue';
import { fieldName } from '@guichet/catalogue';
import { WithBeside } from '../beside.tsx';
import type { FieldProps } from '../field-props.ts';
import { words } from '../words.ts';
import { held, Labelled, questionFrame } from './question-frame.tsx';

/** Draws a question answered by a place in words; a point already known is kept along. */
export function PlaceField(
  props: FieldProps & { question: QuestionOf<'place'> | Extract<MemberQuestion, { type: 'place' }> },
) {
  const { values } = props;
  const frame = questionFrame(
    props,
    props.question.help ? undefined : words(props.language).field.placeHint,
    'text',
  );
  const text = fieldName(frame.name, 'text');
  return (
    <Labelled frame={frame}>
      <WithBeside name={text}>
        <input
          class="input"
          type="text"
          id={frame.id}
          name={text}
          value={held(values, text)}
          autocomplete="off"
          aria-describedby={frame.describedBy}
          aria-invalid={frame.errors.length > 0 ? 'true' : undefined}
        />
      </WithBeside>
      {['latitude', 'longitude'].map((part) => {
        const value = held(values, fieldName(frame.name, part));
        return value === '' ? null : <input type="hidden" name={fieldName(frame.name, part)} value={value} />;
      })}
    </Labelled>
  );
}
