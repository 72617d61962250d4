import type { DeskLine, Family } from '@guichet/casework';
import type { CounterId, Language } from '@guichet/kernel';
import { Button, CsrfField, words } from '@guichet/pages';

export interface TransferProps {
  language: Language;
  csrf: string;
  line: DeskLine;
  action: string;
  /** What its button says; absent means the usual word. */
  label?: string;
  hidden?: Readonly<Record<string, string>>;
}

/** Draws where the person at the counter may be sent on: other services, or another counter. */
export function TransferForm(props: TransferProps) {
  const { language, csrf, line, action, hidden = {} } = props;
  const { line: say } = words(language).work.visits;
  const label = props.label ?? say.transfer;
  const { themes } = words(language).walk.services;
  return (
    <details class="fold">
      <summary>{label}</summary>
      <form method="post" action={action} class="transfer">
        <CsrfField token={csrf} />
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <label class="label" for="transfer-to">
          {say.transferTo}
        </label>
        <p class="help" id="transfer-hint">
          {say.transferHint}
        </p>
        <div class="search-row">
          <select class="input" id="transfer-to" name="to" aria-describedby="transfer-hint">
            {line.families.map(({ family }) => (
              <option value={family}>{say.anyCounter(themes[family])}</option>
            ))}
            {line.others.map(({ id, name }) => (
              <option value={id}>{say.counterOf(name)}</option>
            ))}
          </select>
          <Button kind="secondary">{label}</Button>
        </div>
      </form>
    </details>
  );
}

/** Reads where a person is sent: a family by its name, else a counter by its id, in the line they are in. */
export function readTransfer(
  to: string,
  line: DeskLine,
): { family: Family; counterId?: CounterId } | undefined {
  const family = line.families.find((one) => one.family === to)?.family;
  if (family) return { family };
  const counter = line.others.find(({ id }) => id === to);
  const own = line.atHand?.family;
  return counter && own ? { family: own, counterId: counter.id } : undefined;
}
