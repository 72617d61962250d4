import type { Language } from '@guichet/kernel';
import { Labelled, type LabelledProps, toldBy } from '../../frame/labelled.tsx';
import type { CaseProblem } from './case-view.ts';

export interface WordsFieldProps extends LabelledProps {
  name: string;
  rows: number;
  max: number;
  /** In which language it is written, where that is not the page's. */
  lang?: Language;
  value?: string | undefined;
  /** What was typed and is refused, to be shown again; absent, `value` and `refused` say it. */
  problem?: Pick<CaseProblem, 'text' | 'message'> | undefined;
}

/** Draws a box of words with its hint and what is wrong with it. */
export function WordsField({ name, rows, max, lang, value, problem, ...field }: WordsFieldProps) {
  const told = { ...field, refused: field.refused ?? problem?.message };
  return (
    <Labelled {...told}>
      <textarea
        class="input"
        id={told.id}
        name={name}
        rows={rows}
        maxlength={max}
        lang={lang}
        {...toldBy(told)}
      >
        {value ?? problem?.text ?? ''}
      </textarea>
    </Labelled>
  );
}
