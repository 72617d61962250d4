import type { MemberQuestion, QuestionOf } from '@guichet/catalogue';
import { fieldName } from '@guichet/catalogue';
import { WithBeside } from '../beside.tsx';
import type { FieldProps } from '../field-props.ts';
import { isPartWrong } from '../field-problem.ts';
import { words } from '../words.ts';
import { DateParts } from './date-parts.tsx';
import { Part } from './part.tsx';
import { Grouped, questionFrame } from './question-frame.tsx';

/** Draws a question answered by a person's name, with the date of birth where the definition asks for it. */
export function PersonField(
  props: FieldProps & { question: QuestionOf<'person'> | Extract<MemberQuestion, { type: 'person' }> },
) {
  const { question, language, values, autofill = true, problems = [] } = props;
  const { field } = words(language);
  const frame = questionFrame(props);
  const wrong = (part: string) => isPartWrong(problems, frame.name, part);
  return (
    <Grouped frame={frame}>
      <Part
        name={fieldName(frame.name, 'given')}
        label={field.given}
        values={values}
        width={20}
        autocomplete={autofill ? 'given-name' : 'off'}
        wrong={wrong('given')}
      />
      <Part
        name={fieldName(frame.name, 'family')}
        label={field.family}
        values={values}
        width={20}
        autocomplete={autofill ? 'family-name' : 'off'}
        wrong={wrong('family')}
      />
      {question.birthDate ? (
        <fieldset class="part">
          <legend class="part-label">{field.birthDate}</legend>
          <WithBeside name={fieldName(frame.name, 'birthDate')}>
            <DateParts
              name={fieldName(frame.name, 'birthDate')}
              language={language}
              values={values}
              birthday={autofill}
              wrong={wrong('birthDate')}
            />
          </WithBeside>
        </fieldset>
      ) : null}
    </Grouped>
  );
}
