import type { BoardFilter, BoardNow } from '@guichet/casework';
import { writeBoardFilter } from '@guichet/casework';
import { channels, type Language } from '@guichet/kernel';
import { formatInstant, Table, words } from '@guichet/pages';
import { waited } from '../../frame/waited.ts';

/** Draws how the desk stands now; a page with scripts draws this part again by itself. */
export function NowSection({
  language,
  filter,
  state,
  now,
}: {
  language: Language;
  filter: BoardFilter;
  state: BoardNow;
  now: Date;
}) {
  const { board, desk } = words(language);
  const said = board.now;
  const shown = channels.filter((channel) => state.open.some((one) => one.channel === channel));
  const hours = [...new Set(state.arrivals.map(({ hour }) => hour))];
  const came = (hour: number) =>
    shown.map(
      (channel) => state.arrivals.find((one) => one.hour === hour && one.channel === channel)?.arrived ?? 0,
    );
  const open = state.open.reduce((sum, one) => sum + one.open, 0);
  return (
    <section
      aria-labelledby="now"
      data-poll
      data-every="30000"
      data-source={`/supervisor/board/now?${writeBoardFilter(filter)}`}
    >
      <h2 id="now">{said.title}</h2>
      <p class="quiet">{said.lead(formatInstant(now, language))}</p>
      <dl class="now-facts">
        <div>
          <dt>{said.open}</dt>
          <dd>{open}</dd>
          <dd class="quiet">
            {state.open.map((one) => `${desk.channel[one.channel]} ${one.open}`).join(', ')}
          </dd>
        </div>
        <div>
          <dt>{said.oldest}</dt>
          <dd>{state.oldestAt === null ? said.nobody : waited(state.oldestAt, now, language)}</dd>
        </div>
        <div>
          <dt>{said.signedIn}</dt>
          <dd>{state.signedIn}</dd>
        </div>
      </dl>
      <h3>{said.arrivals}</h3>
      <Table
        caption={said.arrivals}
        captionHidden
        empty={said.none}
        columns={[
          { label: said.hour },
          ...shown.map((channel) => ({ label: desk.channel[channel], numeric: true })),
          { label: said.total, numeric: true },
        ]}
        rows={hours.map((hour) => ({
          cells: [
            said.at(hour),
            ...came(hour).map(String),
            String(came(hour).reduce((sum, count) => sum + count, 0)),
          ],
        }))}
      />
    </section>
  );
}
