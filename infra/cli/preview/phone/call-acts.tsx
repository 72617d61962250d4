import type { Listen } from '@guichet/channels/phone';
import type { Language } from '@guichet/kernel';
import type { Child } from 'hono/jsx';
import { Keypad } from './keypad.tsx';
import { phoneWords } from './phone-words.ts';
import { isOver, type Trial } from './trial.ts';

export interface CallActsProps {
  trial: Trial;
  language: Language;
  /** Where acts are posted. */
  action: string;
}

interface ActFormProps {
  act: string;
  action: string;
  acts: number;
  /** Names the form where its controls do not. */
  label?: string;
  children?: Child;
}

function ActForm({ act, action, acts, label, children }: ActFormProps) {
  return (
    <form class="phone-act" method="post" action={action} aria-label={label}>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="at" value={acts} />
      {children}
    </form>
  );
}

/** Draws all that the caller can do: keys, words, a recording, silence, hanging up. */
export function CallActs({ trial, language, action }: CallActsProps) {
  const say = phoneWords[language];
  const { acts, keyed } = trial;
  const { listen } = trial.result;
  const form = { action, acts };
  return (
    <>
      <div data-part="ringing">
        {listen.kind === 'transfer' && !trial.hungUp ? (
          <ActForm act="transfer" label={say.ringing} {...form}>
            <div class="actions">
              {Object.entries(say.transfers).map(([answer, label]) => (
                <button class="button button-secondary" type="submit" name="answer" value={answer}>
                  {label}
                </button>
              ))}
            </div>
          </ActForm>
        ) : null}
      </div>
      <div data-part="keypad">{isOver(trial) ? null : <Keypad language={language} {...form} />}</div>
      <p class="phone-keyed" data-part="keyed">
        {keyed === '' ? null : (
          <>
            {say.keyed} <kbd>{keyed}</kbd>
          </>
        )}
      </p>
      <div data-part="entry">
        {isOver(trial) || !isEntry(listen) ? null : (
          <ActForm act="keys" {...form}>
            <label class="phone-label" for="keys">
              {say.several}
            </label>
            <input
              class="input"
              id="keys"
              name="keys"
              inputmode="tel"
              autocomplete="off"
              maxlength={40}
              required
            />
            <button class="button button-secondary" type="submit">
              {say.send}
            </button>
          </ActForm>
        )}
      </div>
      <div data-part="acts">
        {isOver(trial) ? null : (
          <>
            <ActForm act="speak" {...form}>
              <label class="phone-label" for="text">
                {say.words}
              </label>
              <input class="input" id="text" name="text" autocomplete="off" maxlength={500} required />
              <button class="button button-secondary" type="submit">
                {say.speak}
              </button>
              <span class="phone-unsure">
                <input type="checkbox" id="unsure" name="unsure" value="yes" />{' '}
                <label for="unsure">{say.unsure}</label>
              </span>
            </ActForm>
            <ActForm act="record" {...form}>
              <label class="phone-label" for="seconds">
                {say.seconds}
              </label>
              <input
                class="input width-4"
                type="number"
                id="seconds"
                name="seconds"
                value="4"
                min="0"
                max="600"
                required
              />
              <button class="button button-secondary" type="submit" data-key="record">
                {say.record}
              </button>
            </ActForm>
          </>
        )}
        <form class="phone-act" method="post" action={action}>
          <input type="hidden" name="at" value={acts} />
          {isOver(trial) ? null : (
            <>
              <button
                class="button button-secondary"
                type="submit"
                name="act"
                value="silence"
                data-key="silence"
              >
                {say.silence}
              </button>
              <button class="button button-danger" type="submit" name="act" value="hang-up">
                {say.hangUp}
              </button>
            </>
          )}
          <button class="button button-secondary" type="submit" name="act" value="restart" id="restart">
            {say.restart}
          </button>
        </form>
      </div>
    </>
  );
}

function isEntry(listen: Listen): boolean {
  return listen.kind === 'gather' && listen.keys === 'many';
}
