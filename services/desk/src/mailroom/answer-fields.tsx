import { type Language, languages } from '@guichet/kernel';
import { type FieldProblem, words } from '@guichet/pages';
import type { AnswerTyped, AnswerWay } from './set-aside-typed.ts';

export interface AnswerFieldsProps {
  language: Language;
  held: AnswerTyped;
  problems: readonly FieldProblem[];
  ways: readonly AnswerWay[];
  /** Makes an id of the page out of a name, where two forms have these fields. */
  idOf: (name: string) => string;
}

/** Draws how, to whom, in which language and what we write to who sent a letter. */
export function AnswerFields({ language, held, problems, ways, idOf }: AnswerFieldsProps) {
  const { work } = words(language);
  const { free } = work;
  const idAt = (name: string) => idOf(`q-${name}`);
  const problemAt = (path: string) => {
    const problem = problems.find((one) => one.path === path);
    return problem ? (
      <p class="error error-line" id={`${idAt(path)}-error`}>
        {problem.message}
      </p>
    ) : null;
  };
  const wrongAt = (path: string) =>
    problems.some((one) => one.path === path)
      ? { 'aria-invalid': 'true' as const, 'aria-describedby': `${idAt(path)}-error` }
      : {};
  const field = (
    name: 'answer-email' | 'answer-name',
    label: string,
    kind: 'email' | 'text',
    value: string,
  ) => (
    <div class="field">
      <label class="label" for={idAt(name)}>
        {label}
      </label>
      {problemAt(name)}
      <input
        class="input"
        type={kind}
        id={idAt(name)}
        name={name}
        value={value}
        autocomplete="off"
        {...wrongAt(name)}
      />
    </div>
  );
  return (
    <>
      <fieldset class="field">
        <legend class="label">{free.answerWay}</legend>
        <div class="options options-inline">
          {ways.map((way) => (
            <div class="option">
              <input
                type="radio"
                id={idOf(`answer-way-${way}`)}
                name="answer-way"
                value={way}
                checked={held.way === way}
              />
              <label for={idOf(`answer-way-${way}`)}>{free.ways[way]}</label>
            </div>
          ))}
        </div>
      </fieldset>
      <fieldset class="field">
        <legend class="label">{free.answerLanguage}</legend>
        <div class="options options-inline">
          {languages.map((one) => (
            <div class="option">
              <input
                type="radio"
                id={idOf(`answer-language-${one}`)}
                name="answer-language"
                value={one}
                checked={held.language === one}
              />
              <label for={idOf(`answer-language-${one}`)}>{work.case.languages[one]}</label>
            </div>
          ))}
        </div>
      </fieldset>
      {field('answer-email', free.answerEmail, 'email', held.email)}
      {field('answer-name', free.answerName, 'text', held.name)}
      <div class="field">
        <label class="label" for={idAt('answer-address')}>
          {free.answerAddress}
        </label>
        <textarea class="input" id={idAt('answer-address')} name="answer-address" rows={3}>
          {held.address}
        </textarea>
      </div>
      <div class="field">
        <label class="label" for={idAt('answer-words')}>
          {free.answerWords}
        </label>
        {problemAt('answer-words')}
        <textarea
          class="input"
          id={idAt('answer-words')}
          name="answer-words"
          rows={8}
          lang={held.language}
          {...wrongAt('answer-words')}
        >
          {held.words}
        </textarea>
      </div>
    </>
  );
}
