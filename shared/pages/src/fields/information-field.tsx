import type { QuestionOf } from '@guichet/catalogue';
import type { FieldProps } from '../field-props.ts';

/** Draws a text to read; it asks for nothing. */
export function InformationField({
  question,
  language,
  heading = false,
}: FieldProps & { question: QuestionOf<'information'> }) {
  const label = question.label[language];
  return (
    <div class="field information">
      {heading ? <h1 class="question">{label}</h1> : <h2 class="label">{label}</h2>}
      {question.body[language].split(/\n{2,}/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </div>
  );
}
