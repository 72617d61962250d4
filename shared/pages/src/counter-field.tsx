import type { CodedOption, FormValues, MemberQuestion, Question } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { WithBeside } from './beside.tsx';
import { Field } from './field.tsx';
import type { FieldProblem } from './field-problem.ts';
import { EntrySet } from './fields/entry-set.tsx';
import { held, Labelled, questionFrame } from './fields/question-frame.tsx';
import { QuestionBlock } from './question-block.tsx';
import { words } from './words.ts';

/** One question of the counter's screen, as `counterScreen` derives it. */
export interface CounterFieldModel<Q extends Question | MemberQuestion = Question | MemberQuestion> {
  question: Q;
  name: string;
  /** Options with the codes a clerk types; empty for questions answered otherwise. */
  options: readonly CodedOption[];
  /** True when other questions depend on it: where scripts run, its answer brings them at once. */
  decides?: boolean;
  /** Its condition in words, where it is shown whether it holds or not. */
  when?: string;
  /** The fields of each entry shown of a group. */
  entries?: readonly (readonly CounterFieldModel<MemberQuestion>[])[];
}

export type CounterFieldProps = CounterFieldModel & {
  values: FormValues;
  language: Language;
  problems?: readonly FieldProblem[];
};

/** Draws a question for fast typing: options by code, dates on one line, the rest as everywhere. */
export function CounterField(props: CounterFieldProps) {
  const { question, options, language, values, name } = props;
  const { field } = words(language);
  const drawn = {
    question,
    name,
    language,
    values,
    problems: props.problems ?? [],
    channel: 'counter' as const,
    autofill: false,
  };
  if (options.length > 0) {
    const frame = questionFrame(drawn, question.type === 'choices' ? field.codesHint : undefined);
    const listId = `${frame.id}-codes`;
    return (
      <Labelled frame={frame}>
        {question.type === 'consent' ? <p class="statement">{question.statement[language]}</p> : null}
        <WithBeside name={name}>
          <div class="coded">
            <input
              class="input width-4"
              type="text"
              id={frame.id}
              name={name}
              value={held(values, name)}
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              aria-describedby={[frame.describedBy, listId].filter(Boolean).join(' ')}
              aria-invalid={frame.errors.length > 0 ? 'true' : undefined}
            />
            <ul class="codes" id={listId}>
              {options.map((option) => (
                <li>
                  <kbd>{option.code}</kbd> {option.label[language]}
                </li>
              ))}
            </ul>
          </div>
        </WithBeside>
      </Labelled>
    );
  }
  if (question.type === 'date') {
    // One control in place of three, under the id that links of the error summary lead to.
    const frame = questionFrame(drawn, field.dateTyped, 'day');
    return (
      <Labelled frame={frame}>
        <WithBeside name={name}>
          <input
            class="input width-10"
            type="text"
            inputmode="numeric"
            id={frame.id}
            name={name}
            value={held(values, name)}
            autocomplete="off"
            aria-describedby={frame.describedBy}
            aria-invalid={frame.errors.length > 0 ? 'true' : undefined}
          />
        </WithBeside>
      </Labelled>
    );
  }
  if (question.type === 'group') {
    const { entries = [] } = props;
    return (
      <EntrySet
        question={question}
        frame={questionFrame(drawn)}
        entries={entries.map((entry) => entry.map((member) => member.question))}
        draw={(_, index) =>
          (entries[index] ?? []).map((member) => (
            <QuestionBlock field={member}>
              <ConditionLine when={member.when} />
              <CounterField {...member} values={values} language={language} problems={drawn.problems} />
            </QuestionBlock>
          ))
        }
      />
    );
  }
  return <Field {...drawn} />;
}

/** Draws when a question is to be answered, above it. */
export function ConditionLine({ when }: { when: string | undefined }) {
  return when === undefined ? null : <p class="asked-when">{when}</p>;
}
