import { absenceWhys, type CounterRow } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { CsrfField, words } from '@guichet/pages';

export interface SeatProps {
  language: Language;
  csrf: string;
  counters: readonly CounterRow[];
}

/** Draws the counters that a clerk may take; nothing where no place has any. */
export function SeatPanel({ language, csrf, counters }: SeatProps) {
  const { seat } = words(language).work.visits;
  if (counters.length === 0) return null;
  return (
    <section class="seat" aria-labelledby="seat">
      <h2 id="seat">{seat.title}</h2>
      <p class="help">{seat.lead}</p>
      <form method="post" action="/counter/seat" class="row-buttons">
        <CsrfField token={csrf} />
        {counters.map(({ id, name, placeName, takenBy }) =>
          takenBy === null ? (
            <button class="button button-secondary" type="submit" name="counter" value={id}>
              {seat.take(name)} <span class="quiet">{placeName[language]}</span>
            </button>
          ) : (
            <span class="quiet">
              {seat.at(name, placeName[language])}. {seat.takenBy(takenBy)}.
            </span>
          ),
        )}
      </form>
    </section>
  );
}

/** Draws where the clerk sits, and what they do when they go: be away for a while, or leave. */
export function SeatBar({ language, csrf, counter }: Omit<SeatProps, 'counters'> & { counter: CounterRow }) {
  const { seat } = words(language).work.visits;
  return (
    <div class="seat-bar">
      <p>
        <strong>{seat.at(counter.name, counter.placeName[language])}</strong>
      </p>
      {counter.absent === null ? (
        <details class="fold">
          <summary>{seat.absent}</summary>
          <form method="post" action="/counter/absence" class="row-buttons">
            <CsrfField token={csrf} />
            {absenceWhys.map((why) => (
              <button class="button button-secondary button-row" type="submit" name="why" value={why}>
                {seat.whys[why]}
              </button>
            ))}
          </form>
        </details>
      ) : (
        <form method="post" action="/counter/absence/end" class="row-buttons">
          <CsrfField token={csrf} />
          <p class="warning-line">{seat.absentSince}</p>
          <button class="button button-primary" type="submit" autofocus>
            {seat.back}
          </button>
        </form>
      )}
      <form method="post" action="/counter/seat/end">
        <CsrfField token={csrf} />
        <button class="link" type="submit">
          {seat.leave}
        </button>
      </form>
    </div>
  );
}
