import type { MemberQuestion, Question } from '@guichet/catalogue';
import { fieldId, fieldName, wording } from '@guichet/catalogue';
import type { Child } from 'hono/jsx';
import type { FieldProps } from '../field-props.ts';
import { problemsAt, problemsUnder } from '../field-problem.ts';
import { words } from '../words.ts';

/** What a question's controls are drawn with: its name, its texts, its problems, and what describes it. */
export interface QuestionFrame {
  name: string;
  id: string;
  label: string;
  help: string | undefined;
  purpose: string | undefined;
  hint: string | undefined;
  errors: string[];
  /** The value of `aria-describedby`; undefined when nothing describes it. */
  describedBy: string | undefined;
  optional: boolean;
  heading: boolean;
  language: FieldProps['language'];
}

/** Gathers the texts of a question for one drawing, with the ids that tie them to its controls. */
export function questionFrame(
  props: FieldProps & { question: Question | MemberQuestion },
  hint?: string,
  /** The part that the label belongs to, where the control is not named by the question itself. */
  part?: string,
): QuestionFrame {
  const { question, language, name = question.key, problems = [] } = props;
  const id = fieldId(part === undefined ? name : fieldName(name, part));
  const whole = question.type === 'group' ? problemsAt(problems, name) : problemsUnder(problems, name);
  const { label, help } = wording(question, props.channel ?? 'web', language);
  const purpose = question.purpose?.[language];
  const ids = [
    help ? `${id}-help` : '',
    hint ? `${id}-hint` : '',
    purpose ? `${id}-purpose` : '',
    whole.length > 0 ? `${id}-error` : '',
  ].filter((one) => one !== '');
  return {
    name,
    id,
    label,
    help,
    purpose,
    hint,
    errors: whole,
    describedBy: ids.length > 0 ? ids.join(' ') : undefined,
    optional: !question.required && question.type !== 'information',
    heading: props.heading ?? false,
    language,
  };
}

/** Draws a question with one control under its label. */
export function Labelled({ frame, children }: { frame: QuestionFrame; children?: Child }) {
  const label = (
    <label class="label" for={frame.id}>
      <Asked frame={frame} />
    </label>
  );
  return (
    <div class={frame.errors.length > 0 ? 'field field-wrong' : 'field'}>
      {frame.heading ? <h1 class="question">{label}</h1> : label}
      <Described frame={frame} />
      {children}
    </div>
  );
}

/** Draws a question with several controls, as a set with a legend. */
export function Grouped({ frame, children }: { frame: QuestionFrame; children?: Child }) {
  return (
    <div class={frame.errors.length > 0 ? 'field field-wrong' : 'field'}>
      <fieldset aria-describedby={frame.describedBy}>
        <legend class="label">
          {frame.heading ? (
            <h1 class="question">
              <Asked frame={frame} />
            </h1>
          ) : (
            <Asked frame={frame} />
          )}
        </legend>
        <Described frame={frame} />
        {children}
      </fieldset>
    </div>
  );
}

function Asked({ frame }: { frame: QuestionFrame }) {
  if (!frame.optional) return <>{frame.label}</>;
  return (
    <>
      {frame.label} <span class="optional">{words(frame.language).frame.optional}</span>
    </>
  );
}

function Described({ frame }: { frame: QuestionFrame }) {
  const { id, help, hint, purpose, errors, language } = frame;
  return (
    <>
      {help ? (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
      {hint ? (
        <p class="help" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {purpose ? (
        <p class="help purpose" id={`${id}-purpose`}>
          <strong>{words(language).field.why}</strong> {purpose}
        </p>
      ) : null}
      {errors.length > 0 ? (
        <div class="error" id={`${id}-error`}>
          {errors.map((error) => (
            <p>
              <span class="hidden">{words(language).frame.errorPrefix}</span>
              {error}
            </p>
          ))}
        </div>
      ) : null}
    </>
  );
}

/** Gives the text a control holds; empty when it holds none. */
export function held(values: FieldProps['values'], name: string): string {
  const value = values[name];
  return Array.isArray(value) ? (value.at(-1) ?? '') : (value ?? '');
}

/** Gives every text that controls of one name hold. */
export function heldAll(values: FieldProps['values'], name: string): string[] {
  const value = values[name];
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}
