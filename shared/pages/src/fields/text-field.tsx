import type { MemberQuestion, QuestionOf, QuestionType } from '@guichet/catalogue';
import { WithBeside } from '../beside.tsx';
import type { FieldProps } from '../field-props.ts';
import { words } from '../words.ts';
import { held, Labelled, questionFrame } from './question-frame.tsx';

type TextType = 'text' | 'long-text' | 'number' | 'money' | 'phone' | 'email' | 'identifier';
type TextQuestion = QuestionOf<TextType & QuestionType> | Extract<MemberQuestion, { type: TextType }>;

/** Draws a question answered on one line or in one box: text, number, money, phone, e-mail, identifier. */
export function TextField(props: FieldProps & { question: TextQuestion }) {
  const { question, language, values } = props;
  const frame = questionFrame(props, hintOf(question, language));
  const common = {
    id: frame.id,
    name: frame.name,
    'aria-describedby': frame.describedBy,
    'aria-invalid': frame.errors.length > 0 ? ('true' as const) : undefined,
  };
  if (question.type === 'long-text') {
    return (
      <Labelled frame={frame}>
        <WithBeside name={frame.name}>
          <textarea class="input" rows={5} {...common}>
            {held(values, frame.name)}
          </textarea>
        </WithBeside>
      </Labelled>
    );
  }
  const unit = question.type === 'money' ? words(language).field.dollars : unitOf(question, language);
  const input = (
    <input
      class={widthOf(question)}
      value={held(values, frame.name)}
      autocomplete={autocompleteOf(question, props)}
      spellcheck={question.type === 'text' ? undefined : false}
      {...controlOf(question)}
      {...common}
    />
  );
  // French writes the dollar sign after the amount, English before.
  const before = question.type === 'money' && language === 'en';
  return (
    <Labelled frame={frame}>
      <WithBeside name={frame.name}>
        {unit === undefined ? (
          input
        ) : (
          <div class="with-unit">
            {before ? <Unit text={unit} /> : null}
            {input}
            {before ? null : <Unit text={unit} />}
          </div>
        )}
      </WithBeside>
    </Labelled>
  );
}

function Unit({ text }: { text: string }) {
  return (
    <span class="unit" aria-hidden="true">
      {text}
    </span>
  );
}

function unitOf(question: TextQuestion, language: FieldProps['language']): string | undefined {
  return question.type === 'number' ? question.unit?.[language] : undefined;
}

function hintOf(question: TextQuestion, language: FieldProps['language']): string | undefined {
  const { field } = words(language);
  if (question.type === 'long-text') return field.charactersMax(question.maxLength);
  // The definition's own help says it better.
  if (question.help) return undefined;
  if (question.type === 'phone') return field.phoneHint;
  if (question.type === 'email') return field.emailHint;
  if (question.type === 'identifier') return field.identifierHint(question.example);
  return undefined;
}

function controlOf(question: TextQuestion): { type: string; inputmode?: 'numeric' | 'decimal' } {
  if (question.type === 'phone') return { type: 'tel' };
  if (question.type === 'email') return { type: 'email' };
  if (question.type === 'money') return { type: 'text', inputmode: 'decimal' };
  if (question.type === 'number')
    return { type: 'text', inputmode: question.decimals > 0 ? 'decimal' : 'numeric' };
  if (question.type === 'identifier' && question.alphabet === 'digits')
    return { type: 'text', inputmode: 'numeric' };
  return { type: 'text' };
}

function widthOf(question: TextQuestion): string {
  if (question.type === 'number' || question.type === 'money') return 'input width-10';
  if (question.type === 'phone' || question.type === 'identifier') return 'input width-20';
  return 'input';
}

function autocompleteOf(question: TextQuestion, { autofill = true }: FieldProps): string {
  if (!autofill) return 'off';
  if (question.type === 'phone') return 'tel';
  if (question.type === 'email') return 'email';
  if (question.key === 'reply-name') return 'name';
  return 'off';
}
