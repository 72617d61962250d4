import type { QuestionOf } from '@guichet/catalogue';
import { fieldName, shownEntries } from '@guichet/catalogue';
import type { FieldProps } from '../field-props.ts';
import { EntrySet } from './entry-set.tsx';
import { MemberField } from './member-field.tsx';
import { questionFrame } from './question-frame.tsx';

/** Draws a repeatable group, each entry with the controls of its members. */
export function GroupField(props: FieldProps & { question: QuestionOf<'group'> }) {
  const { question, language, values, problems = [], channel = 'web' } = props;
  const frame = questionFrame(props);
  const shown = shownEntries(question, values, frame.name);
  return (
    <EntrySet
      question={question}
      frame={frame}
      entries={props.entries ?? Array.from({ length: shown }, () => question.questions)}
      draw={(members, index) =>
        members.map((member) => (
          <MemberField
            question={member}
            name={fieldName(frame.name, index, member.key)}
            language={language}
            values={values}
            problems={problems}
            channel={channel}
            autofill={false}
          />
        ))
      }
    />
  );
}
