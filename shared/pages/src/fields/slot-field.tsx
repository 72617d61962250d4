import { fieldId, fieldName, openingHours, type QuestionOf, slotTimes, writeTime } from '@guichet/catalogue';
import { WithBeside } from '../beside.tsx';
import type { FieldProps } from '../field-props.ts';
import { words } from '../words.ts';
import { DateParts } from './date-parts.tsx';
import { Grouped, held, questionFrame } from './question-frame.tsx';

/** Draws a wished place, day and time; the hours are said before they are asked. */
export function SlotField(props: FieldProps & { question: QuestionOf<'slot'> }) {
  const { question, language, values } = props;
  const { field } = words(language);
  const several = question.places.length > 1;
  const frame = questionFrame(
    props,
    field.slotHint(openingHours(question, language).join('; '), question.minutes),
    several ? 'place' : 'day.day',
  );
  const wrong = frame.errors.length > 0;
  const options = {
    place: question.places.map(({ key, label }) => ({ key, label: label[language] })),
    time: slotTimes(question).map((time) => ({ key: time, label: writeTime(time, language) })),
  };
  const list = (part: 'place' | 'time', label: string) => {
    const name = fieldName(frame.name, part);
    return (
      <div class="part">
        <label class="part-label" for={fieldId(name)}>
          {label}
        </label>
        <WithBeside name={name}>
          <select class="input" id={fieldId(name)} name={name} aria-invalid={wrong ? 'true' : undefined}>
            <option value="">{field.chooseOne}</option>
            {options[part].map(({ key, label: text }) => (
              <option value={key} selected={held(values, name) === key}>
                {text}
              </option>
            ))}
          </select>
        </WithBeside>
      </div>
    );
  };
  return (
    <Grouped frame={frame}>
      {several ? list('place', field.slotPlace) : null}
      <WithBeside name={fieldName(frame.name, 'day')}>
        <DateParts name={fieldName(frame.name, 'day')} language={language} values={values} wrong={wrong} />
      </WithBeside>
      {list('time', field.slotTime)}
    </Grouped>
  );
}
