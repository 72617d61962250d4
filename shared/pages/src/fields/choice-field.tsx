import type { MemberQuestion, QuestionOf } from '@guichet/catalogue';
import { fieldId, fieldName } from '@guichet/catalogue';
import type { FieldProps } from '../field-props.ts';
import { words } from '../words.ts';
import { Grouped, held, heldAll, Labelled, questionFrame } from './question-frame.tsx';

type ChoiceQuestion =
  | QuestionOf<'choice' | 'choices' | 'yes-no'>
  | Extract<MemberQuestion, { type: 'choice' | 'choices' | 'yes-no' }>;

/** Past this many options a list to pick from is quicker to read than buttons. */
const buttonsMax = 20;

/** Draws a question with options: radios, boxes, or a list when the options are many. */
export function ChoiceField(props: FieldProps & { question: ChoiceQuestion }) {
  const { question, language, values } = props;
  const { field, frame: say } = words(language);
  const options =
    question.type === 'yes-no'
      ? [
          { key: 'yes', label: say.yes },
          { key: 'no', label: say.no },
        ]
      : question.options.map((option) => ({ key: option.key, label: option.label[language] }));

  if (question.type === 'choice' && options.length > buttonsMax) {
    const frame = questionFrame(props);
    return (
      <Labelled frame={frame}>
        <select
          class="input"
          id={frame.id}
          name={frame.name}
          aria-describedby={frame.describedBy}
          aria-invalid={frame.errors.length > 0 ? 'true' : undefined}
        >
          <option value="">{field.chooseOne}</option>
          {options.map((option) => (
            <option value={option.key} selected={held(values, frame.name) === option.key}>
              {option.label}
            </option>
          ))}
        </select>
      </Labelled>
    );
  }

  const frame = questionFrame(props, question.type === 'choices' ? field.chooseSome : undefined);
  const chosen = question.type === 'choices' ? heldAll(values, frame.name) : [held(values, frame.name)];
  return (
    <Grouped frame={frame}>
      <div class={question.type === 'yes-no' ? 'options options-inline' : 'options'}>
        {options.map((option, index) => {
          // The first option takes the question's own id: links of the error summary lead there.
          const id = index === 0 ? frame.id : fieldId(fieldName(frame.name, option.key));
          return (
            <div class="option">
              <input
                id={id}
                name={frame.name}
                type={question.type === 'choices' ? 'checkbox' : 'radio'}
                value={option.key}
                checked={chosen.includes(option.key)}
              />
              <label for={id}>{option.label}</label>
            </div>
          );
        })}
      </div>
    </Grouped>
  );
}
