import { fieldId, fieldName, type QuestionOf, ranksOf } from '@guichet/catalogue';
import { WithBeside } from '../beside.tsx';
import type { FieldProps } from '../field-props.ts';
import { words } from '../words.ts';
import { Grouped, held, questionFrame } from './question-frame.tsx';

/** Draws a ranking: a list of ranks beside each option, so that it works with keys alone and without scripts. */
export function RankingField(props: FieldProps & { question: QuestionOf<'ranking'> }) {
  const { question, language, values } = props;
  const ranks = ranksOf(question);
  const { field } = words(language);
  const first = question.options[0]?.key ?? '';
  const frame = questionFrame(props, field.rankingHint(ranks, question.options.length), first);
  return (
    <Grouped frame={frame}>
      {question.options.map((option) => {
        const name = fieldName(frame.name, option.key);
        const id = fieldId(name);
        return (
          <WithBeside name={name}>
            <div class="part rank">
              <select class="input width-4" id={id} name={name}>
                <option value="">{field.noRank}</option>
                {Array.from({ length: ranks }, (_, at) => String(at + 1)).map((rank) => (
                  <option value={rank} selected={held(values, name) === rank}>
                    {rank}
                  </option>
                ))}
              </select>
              <label class="part-label" for={id}>
                {option.label[language]}
              </label>
            </div>
          </WithBeside>
        );
      })}
    </Grouped>
  );
}
