import { asideWhys, type Letter } from '@guichet/casework';
import { type Language, languages } from '@guichet/kernel';
import { CsrfField, type FieldProblem, words } from '@guichet/pages';
import { answerWays, type SetAsideTyped } from './set-aside-typed.ts';

export type { SetAsideTyped } from './set-aside-typed.ts';

export interface SetAsideFormProps {
  letter: Letter;
  language: Language;
  csrf: string;
  problems: readonly FieldProblem[];
  /** What was typed when it was refused. */
  typed?: SetAsideTyped | undefined;
}

/** Draws the way out for what is no letter for us: why, and what is answered to who sent it. */
export function SetAsideForm({ letter, language, csrf, problems, typed }: SetAsideFormProps) {
  const { free, case: caseWords, mailroom } = words(language).work;
  const held = typed ?? suggestedAnswer(letter, language);
  const problemAt = (path: string) => {
    const problem = problems.find((one) => one.path === path);
    return problem ? (
      <p class="error error-line" id={`${path}-error`}>
        {problem.message}
      </p>
    ) : null;
  };
  const field = (
    name: 'answer-email' | 'answer-name',
    label: string,
    kind: 'email' | 'text',
    value: string,
  ) => (
    <div class="field">
      <label class="label" for={`q-${name}`}>
        {label}
      </label>
      {problemAt(name)}
      <input class="input" type={kind} id={`q-${name}`} name={name} value={value} autocomplete="off" />
    </div>
  );
  return (
    <details class="give-back" open={typed !== undefined}>
      <summary>{free.aside}</summary>
      <form method="post" action={`/mailroom/letters/${letter.id}/set-aside`}>
        <CsrfField token={csrf} />
        <fieldset class="field">
          <legend class="label">{free.asideWhy}</legend>
          {problemAt('why')}
          <div class="options">
            {asideWhys.map((why, at) => (
              <div class="option">
                <input
                  type="radio"
                  id={at === 0 ? 'q-why' : `q-why-${why}`}
                  name="why"
                  value={why}
                  checked={held.why === why}
                />
                <label for={at === 0 ? 'q-why' : `q-why-${why}`}>{free.why[why]}</label>
              </div>
            ))}
          </div>
        </fieldset>
        <h3>{free.answer}</h3>
        <fieldset class="field">
          <legend class="label">{free.answerWay}</legend>
          <div class="options options-inline">
            {answerWays.map((way) => (
              <div class="option">
                <input
                  type="radio"
                  id={`answer-way-${way}`}
                  name="answer-way"
                  value={way}
                  checked={held.way === way}
                />
                <label for={`answer-way-${way}`}>{free.ways[way]}</label>
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
                  id={`answer-language-${one}`}
                  name="answer-language"
                  value={one}
                  checked={held.language === one}
                />
                <label for={`answer-language-${one}`}>{caseWords.languages[one]}</label>
              </div>
            ))}
          </div>
        </fieldset>
        {field('answer-email', free.answerEmail, 'email', held.email)}
        {field('answer-name', free.answerName, 'text', held.name)}
        <div class="field">
          <label class="label" for="q-answer-address">
            {free.answerAddress}
          </label>
          <textarea class="input" id="q-answer-address" name="answer-address" rows={3}>
            {held.address}
          </textarea>
        </div>
        <div class="field">
          <label class="label" for="q-answer-words">
            {free.answerWords}
          </label>
          {problemAt('answer-words')}
          <textarea class="input" id="q-answer-words" name="answer-words" rows={8} lang={held.language}>
            {held.words}
          </textarea>
        </div>
        <p class="help" id="aside-hint">
          {mailroom.rejectHint}
        </p>
        <button class="button button-secondary" type="submit" aria-describedby="aside-hint">
          {free.asideSubmit}
        </button>
      </form>
    </details>
  );
}

/** Fills in who wrote, as the letter says; whether we answer is for a person to choose. */
function suggestedAnswer({ suggestions }: Letter, language: Language): SetAsideTyped {
  const address = suggestions?.addresses.at(0)?.value;
  const written = suggestions?.language ?? 'fr';
  return {
    why: '',
    way: 'none',
    language: written,
    email: suggestions?.emails.at(0)?.value ?? '',
    name: suggestions?.names.at(0)?.value ?? '',
    address: address
      ? [
          [address.street, address.unit].filter(Boolean).join(', '),
          `${address.municipality} ${address.province}  ${address.postalCode}`,
        ].join('\n')
      : '',
    words: words(language).work.free.template[written],
  };
}
