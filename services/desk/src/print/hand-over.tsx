import { type BatchLetter, spoiledWhys, todayOf } from '@guichet/casework';
import { deskTimeZone } from '@guichet/kernel';
import { Button, QuestionForm, words } from '@guichet/pages';
import { BatchLetters, type BatchPageProps } from './batch-letters.tsx';
import { LetterState } from './letter-state.tsx';

/** Draws the form by which the envelopes of a batch are counted as they are given to the post, the spoiled ones marked first. */
export function HandOver(props: BatchPageProps) {
  const { language, csrf, batch, now, typed, problem } = props;
  const { print } = words(language).work;
  const held = (field: 'count' | 'handedTo' | 'handedOn' | 'handedAt', otherwise: string) =>
    typed?.[field] ?? otherwise;
  const text = (name: 'count' | 'handedTo', hint?: string) => ({
    id: name,
    name,
    class: 'input',
    autocomplete: 'off',
    'aria-invalid': problem?.path === name ? ('true' as const) : undefined,
    'aria-describedby':
      [hint, problem?.path === name ? `${name}-error` : undefined].filter(Boolean).join(' ') || undefined,
  });
  const error = (name: string) =>
    problem?.path === name ? (
      <p class="error error-line" id={`${name}-error`}>
        {problem.message}
      </p>
    ) : null;
  return (
    <>
      <h2>{print.handStep}</h2>
      <p class="quiet">{print.handHint}</p>
      <QuestionForm action={`/print/batches/${batch.id}/handover`} csrf={csrf} dense>
        <BatchLetters
          {...props}
          lettersOf={(letter) =>
            letter.isWithdrawn ? (
              <LetterState letter={letter} language={language} />
            ) : (
              <Spoiled {...props} letter={letter} />
            )
          }
        />
        <div class="field">
          <label class="label" for="count">
            {print.count}
          </label>
          {error('count')}
          <input {...text('count')} inputmode="numeric" value={held('count', '')} />
        </div>
        <div class="field">
          <label class="label" for="handedTo">
            {print.handedTo}
          </label>
          <p class="help" id="handedTo-hint">
            {print.handedToHint}
          </p>
          {error('handedTo')}
          <input {...text('handedTo', 'handedTo-hint')} maxlength={100} value={held('handedTo', '')} />
        </div>
        <div class="field">
          <label class="label" for="handedOn">
            {print.handedOn}
          </label>
          {error('handedOn')}
          <input
            class="input"
            type="date"
            id="handedOn"
            name="handedOn"
            value={held('handedOn', todayOf(now))}
            aria-invalid={problem?.path === 'handedOn' ? 'true' : undefined}
            aria-describedby={problem?.path === 'handedOn' ? 'handedOn-error' : undefined}
          />
        </div>
        <div class="field">
          <label class="label" for="handedAt">
            {print.handedAt}
          </label>
          <input
            class="input"
            type="time"
            id="handedAt"
            name="handedAt"
            value={held('handedAt', hourOf(now))}
          />
        </div>
        <Button>{print.submit}</Button>
      </QuestionForm>
    </>
  );
}

function Spoiled({ language, letter, typed }: BatchPageProps & { letter: BatchLetter }) {
  const { print } = words(language).work;
  const chosen = typed?.spoiled[letter.id];
  return (
    <select class="input" name={`spoiled.${letter.id}`} aria-label={print.spoiledOf(letter.position)}>
      <option value="">{print.leaves}</option>
      {spoiledWhys.map((why) => (
        <option value={why} selected={why === chosen}>
          {print.spoiledWhy[why]}
        </option>
      ))}
    </select>
  );
}

const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: deskTimeZone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** As the time control wants it: `14:05`. */
const hourOf = (at: Date): string => clock.format(at);
