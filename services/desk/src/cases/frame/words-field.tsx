import type { Language } from '@guichet/kernel';

export interface WordsFieldProps {
  id: string;
  name: string;
  label: string;
  hint?: string;
  rows: number;
  max: number;
  /** In which language it is written, where that is not the page's. */
  lang?: Language;
  value?: string | undefined;
  /** What is wrong with it. */
  refused?: string | undefined;
}

/** Draws a box of words with its hint and what is wrong with it. */
export function WordsField({ id, name, label, hint, rows, max, lang, value, refused }: WordsFieldProps) {
  const described = [
    hint === undefined ? '' : `${id}-hint`,
    refused === undefined ? '' : `${id}-error`,
  ].filter(Boolean);
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p class="help" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {refused === undefined ? null : (
        <p class="error error-line" id={`${id}-error`}>
          {refused}
        </p>
      )}
      <textarea
        class="input"
        id={id}
        name={name}
        rows={rows}
        maxlength={max}
        lang={lang}
        aria-describedby={described.length === 0 ? undefined : described.join(' ')}
        aria-invalid={refused === undefined ? undefined : 'true'}
      >
        {value ?? ''}
      </textarea>
    </div>
  );
}
