import { asideWhys, type Letter } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { CsrfField, type FieldProblem, words } from '@guichet/pages';
import { AnswerFields } from './answer-fields.tsx';
import { answerWays, type SetAsideTyped } from './set-aside-typed.ts';
import { suggestedRecipient } from './suggested-recipient.ts';

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
  const { free, mailroom } = words(language).work;
  const held = typed ?? {
    why: '',
    way: 'none',
    ...suggestedRecipient(letter),
    words: words(suggestedRecipient(letter).language).work.free.template,
  };
  const wrongWhy = problems.find(({ path }) => path === 'why');
  return (
    <details class="give-back" open={typed !== undefined}>
      <summary>{free.aside}</summary>
      <form method="post" action={`/mailroom/letters/${letter.id}/set-aside`}>
        <CsrfField token={csrf} />
        <fieldset class="field" aria-describedby={wrongWhy ? 'why-error' : undefined}>
          <legend class="label">{free.asideWhy}</legend>
          {wrongWhy ? (
            <p class="error error-line" id="why-error">
              {wrongWhy.message}
            </p>
          ) : null}
          <div class="options">
            {asideWhys.map((why, at) => (
              <div class="option">
                <input
                  type="radio"
                  id={at === 0 ? 'q-why' : `q-why-${why}`}
                  name="why"
                  value={why}
                  checked={held.why === why}
                  aria-invalid={wrongWhy ? 'true' : undefined}
                />
                <label for={at === 0 ? 'q-why' : `q-why-${why}`}>{free.why[why]}</label>
              </div>
            ))}
          </div>
        </fieldset>
        <h3>{free.answer}</h3>
        <AnswerFields
          language={language}
          held={held}
          problems={problems}
          ways={answerWays}
          idOf={(name) => name}
        />
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
