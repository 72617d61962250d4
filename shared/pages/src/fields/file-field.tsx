import type { QuestionOf } from '@guichet/catalogue';
import { fieldId, fieldName } from '@guichet/catalogue';
import type { FieldProps } from '../field-props.ts';
import { words } from '../words.ts';
import { Grouped, held, heldAll, questionFrame } from './question-frame.tsx';

/** Draws a question answered by documents: files sent now, or the other ways to give them. */
export function FileField(props: FieldProps & { question: QuestionOf<'file'> }) {
  const { question, language, values, fileNames = {} } = props;
  const { field } = words(language);
  const frame = questionFrame(props, field.fileHint(question.filesMax));
  const input = fieldName(frame.name, 'file');
  const kept = heldAll(values, fieldName(frame.name, 'evidence'));
  const later = fieldName(frame.name, 'later');
  const ways = [
    { key: '', label: field.fileNow },
    ...question.later.map((way) => ({
      key: way,
      label: way === 'post' ? field.filePost : field.fileCounter,
    })),
  ];
  return (
    <Grouped frame={frame}>
      {kept.length === 0 ? null : (
        <fieldset class="part">
          <legend class="part-label">{field.filesKept}</legend>
          <div class="options">
            {kept.map((id, index) => (
              <div class="option">
                <input
                  type="checkbox"
                  checked
                  id={`${frame.id}-kept-${index}`}
                  name={fieldName(frame.name, 'evidence')}
                  value={id}
                />
                <label for={`${frame.id}-kept-${index}`}>
                  {fileNames[id] ?? field.entry('Document', index + 1)}
                </label>
              </div>
            ))}
          </div>
        </fieldset>
      )}
      <div class="part">
        <label class="part-label" for={fieldId(input)}>
          {field.fileSend}
        </label>
        <input
          class="input-file"
          type="file"
          id={fieldId(input)}
          name={input}
          multiple={question.filesMax > 1}
          accept=".pdf,.jpg,.jpeg,.png,.tif,.tiff,application/pdf,image/jpeg,image/png,image/tiff"
          aria-describedby={frame.describedBy}
          aria-invalid={frame.errors.length > 0 ? 'true' : undefined}
        />
      </div>
      {props.channel === 'counter' ? (
        <div class="part take-photo">
          <label class="part-label" for={`${fieldId(input)}-photo`}>
            {field.filePhoto}
          </label>
          <input
            class="input-file"
            type="file"
            id={`${fieldId(input)}-photo`}
            name={input}
            capture="environment"
            accept="image/jpeg,image/png"
            aria-describedby={frame.describedBy}
          />
        </div>
      ) : null}
      {question.later.length === 0 ? null : (
        <fieldset class="part">
          <legend class="part-label">{field.fileLater}</legend>
          <div class="options">
            {ways.map(({ key, label }) => (
              <div class="option">
                <input
                  type="radio"
                  id={`${fieldId(later)}-${key || 'now'}`}
                  name={later}
                  value={key}
                  checked={held(values, later) === key}
                />
                <label for={`${fieldId(later)}-${key || 'now'}`}>{label}</label>
              </div>
            ))}
          </div>
        </fieldset>
      )}
    </Grouped>
  );
}
