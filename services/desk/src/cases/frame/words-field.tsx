import type { Language } from '@guichet/kernel';
import { Labelled, type LabelledProps, toldBy } from '../../frame/labelled.tsx';

export interface WordsFieldProps extends LabelledProps {
  name: string;
  rows: number;
  max: number;
  /** In which language it is written, where that is not the page's. */
  lang?: Language;
  value?: string | undefined;
}

/** Draws a box of words with its hint and what is wrong with it. */
export function WordsField({ name, rows, max, lang, value, ...told }: WordsFieldProps) {
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
        {value ?? ''}
      </textarea>
    </Labelled>
  );
}
