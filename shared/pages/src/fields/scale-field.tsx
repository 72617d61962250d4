import { fieldId, fieldName, type QuestionOf, scaleMarks } from '@guichet/catalogue';
import type { FieldProps } from '../field-props.ts';
import { words } from '../words.ts';
import { Grouped, held, questionFrame } from './question-frame.tsx';

/** Draws a scale: its marks from the lowest, the words of its ends at both sides. */
export function ScaleField(props: FieldProps & { question: QuestionOf<'scale'> }) {
  const { question, language, values } = props;
  const [low, high] = [question.low[language], question.high[language]];
  const hint = words(language).field.scaleHint(String(question.min), low, String(question.max), high);
  const frame = questionFrame(props, hint);
  return (
    <Grouped frame={frame}>
      <div class="options options-inline scale">
        {scaleMarks(question).map((mark, index) => {
          const id = index === 0 ? frame.id : fieldId(fieldName(frame.name, mark));
          return (
            <div class="option">
              <input
                id={id}
                name={frame.name}
                type="radio"
                value={String(mark)}
                checked={held(values, frame.name) === String(mark)}
              />
              <label for={id}>{mark}</label>
            </div>
          );
        })}
      </div>
    </Grouped>
  );
}
