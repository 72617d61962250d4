import { type DeskLine, familyLetters, type LineRow } from '@guichet/casework';
import { type Language, languages, newId } from '@guichet/kernel';
import { Button, CsrfField, StatusTag, words } from '@guichet/pages';
import { MarkButton } from '../../frame/mark-button.tsx';
import { waited } from '../../frame/waited.ts';
import { waitWords } from '../hall/wait-words.ts';

export interface LineAsideProps {
  language: Language;
  csrf: string;
  line: DeskLine;
  now: Date;
  priorityMinutes: number;
}

/** Draws who waits, in the order of the calls, and how long it takes; follows the line by itself. */
export function LineAside({ language, csrf, line, now, priorityMinutes }: LineAsideProps) {
  const { visits } = words(language).work;
  const { line: say } = visits;
  const { themes } = words(language).walk.services;
  return (
    <div data-poll data-changes={`/counter/changes?place=${line.counter.placeId}`}>
      <h2>{say.title}</h2>
      <ul class="line-families">
        {line.families.map(({ family, waiting, wait }) => (
          <li>
            <strong>{familyLetters[family]}</strong> {themes[family]}{' '}
            <span class="line quiet">
              {visits.hall.waitingNow(waiting)}. {waitWords(wait, language)}.{' '}
              {wait.kind === 'unknown' && waiting > 0 ? visits.wait.unknownWhy(wait.called) : null}
            </span>
          </li>
        ))}
      </ul>
      <h3>{say.waiting(line.waiting.length)}</h3>
      {line.waiting.length === 0 ? null : <p class="help">{say.order(priorityMinutes)}</p>}
      <ol class="line-people">
        {line.waiting.map((row) => (
          <li>
            <strong>{row.ticket}</strong> {waited(row.since, now, language)}{' '}
            <span class="quiet">
              {say.speaks[row.language]}
              {row.counter === null ? '' : `, ${say.counterOf(row.counter)}`}
            </span>{' '}
            {row.priority ? <StatusTag tone="info">{say.goesFirst}</StatusTag> : null}
          </li>
        ))}
      </ol>
      <Aside title={say.onHold} rows={line.onHold} csrf={csrf} label={say.resume} act="service" />
      <Aside title={say.noShows} rows={line.noShows} csrf={csrf} label={say.putBack} act="return" />
    </div>
  );
}

function Aside(props: {
  title: string;
  rows: readonly LineRow[];
  csrf: string;
  label: string;
  act: 'service' | 'return';
}) {
  const { title, rows, csrf, label, act } = props;
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="line-people">
        {rows.map(({ ticket, visitId }) => (
          <li data-row="">
            <strong>{ticket}</strong>{' '}
            <MarkButton action={`/counter/visits/${visitId}/${act}`} csrf={csrf} label={label} of={ticket} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Draws how a clerk gives a ticket, and counts what was given on the spot. */
export function LineTools({ language, csrf, line }: Omit<LineAsideProps, 'now' | 'priorityMinutes'>) {
  const { visits, case: caseWords } = words(language).work;
  const { line: say } = visits;
  const { themes } = words(language).walk.services;
  return (
    <div class="line-tools">
      <section aria-labelledby="quick">
        <h2 id="quick">{say.quick}</h2>
        <p class="help">
          {say.quickHint} {say.quickCount(line.quickToday)}
        </p>
        <form method="post" action="/counter/quick" class="row-buttons">
          <CsrfField token={csrf} />
          <input type="hidden" name="id" value={newId()} />
          {quickOrder(line).map((family, at) => (
            <button
              class="button button-secondary button-row"
              type="submit"
              name="family"
              value={family}
              data-key={at === 0 ? 'quick' : undefined}
            >
              {themes[family]}
            </button>
          ))}
        </form>
      </section>
      <section aria-labelledby="give">
        <h2 id="give">{say.give}</h2>
        <form method="post" action="/counter/tickets" class="give-ticket">
          <CsrfField token={csrf} />
          <input type="hidden" name="visit" value={newId()} />
          <div>
            <label class="label" for="ticket-family">
              {say.family}
            </label>
            <select class="input" id="ticket-family" name="family">
              {line.families.map(({ family }) => (
                <option value={family}>
                  {familyLetters[family]} {themes[family]}
                </option>
              ))}
            </select>
          </div>
          <div>
            <label class="label" for="ticket-language">
              {say.language}
            </label>
            <select class="input" id="ticket-language" name="language">
              {languages.map((one) => (
                <option value={one}>{caseWords.languages[one]}</option>
              ))}
            </select>
          </div>
          <div class="option">
            <input type="checkbox" id="ticket-priority" name="priority" value="yes" />
            <label for="ticket-priority">{say.priority}</label>
          </div>
          <Button kind="secondary">{say.give}</Button>
        </form>
      </section>
    </div>
  );
}

/** The services of whoever is at the counter first: what is counted is most often theirs. */
function quickOrder({ families, atHand }: DeskLine) {
  const all = families.map(({ family }) => family);
  return atHand ? [atHand.family, ...all.filter((family) => family !== atHand.family)] : all;
}
