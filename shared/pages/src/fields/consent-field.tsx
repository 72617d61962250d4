import type { QuestionOf } from '@guichet/catalogue';
import type { FieldProps } from '../field-props.ts';
import { words } from '../words.ts';
import { Grouped, held, questionFrame } from './question-frame.tsx';

/** Draws a statement with the box that accepts it; never ticked beforehand. */
export function ConsentField(props: FieldProps & { question: QuestionOf<'consent'> }) {
  const { question, language, values } = props;
  const frame = questionFrame(props);
  return (
    <Grouped frame={frame}>
      <p class="statement">{question.statement[language]}</p>
      <div class="options">
        <div class="option">
          <input
            type="checkbox"
            id={frame.id}
            name={frame.name}
            value="yes"
            checked={held(values, frame.name) === 'yes'}
            aria-invalid={frame.errors.length > 0 ? 'true' : undefined}
          />
          <label for={frame.id}>{words(language).field.consent}</label>
        </div>
      </div>
    </Grouped>
  );
}
