import { type ForecastDay, forecastWeeks, todayOf, weeksMin } from '@guichet/casework';
import { channels } from '@guichet/kernel';
import { formatDay, Table, words } from '@guichet/pages';
import { type BarPanel, BarPanels } from './bar-panels.tsx';
import { forecastTable } from './board-tables.ts';
import type { BoardView } from './board-view.ts';
import { ExportLink } from './export-link.tsx';
import { numberWords } from './wait-words.ts';

/** Draws what will probably come in the next hours, from when to when it may well be otherwise, and how that is known. */
export function ForecastSection(view: BoardView & { now: Date }) {
  const { language, forecast, filter } = view;
  const said = words(language).board.forecast;
  const { head, rows } = forecastTable({ ...view, bare: false }, forecast);
  return (
    <section>
      <h2 id="forecast">{said.title}</h2>
      {forecast.isClosedToday ? <p>{said.closed}</p> : null}
      {forecast.days.map((day) => (
        <Day {...view} day={day} />
      ))}
      {rows.length === 0 ? null : (
        <>
          <p class="quiet">
            {said.how(forecastWeeks)} {said.howMore}
          </p>
          <details class="details plot-table">
            <summary>
              {words(language).board.series.figures}
              <span class="hidden">, {said.title}</span>
            </summary>
            <Table
              caption={said.title}
              captionHidden
              empty=""
              columns={head.map((label, index) => ({ label, numeric: index > 1 }))}
              rows={rows.map((cells) => ({ cells }))}
            />
            <ExportLink language={language} filter={filter} table="forecast" of={said.title} />
          </details>
        </>
      )}
    </section>
  );
}

function Day({ language, day, now }: BoardView & { day: ForecastDay; now: Date }) {
  const { board, desk } = words(language);
  const said = board.forecast;
  const isToday = day.day === todayOf(now);
  const title = (isToday ? said.today : said.next)(formatDay(day.day, language));
  const shown = channels.filter((channel) =>
    day.hours.some(({ byChannel }) => byChannel.some((one) => one.channel === channel)),
  );
  const rows = [
    ...shown.map((channel) => ({
      key: channel as string,
      name: desk.channel[channel],
      hours: day.hours.flatMap(
        ({ byChannel }) => byChannel.find((one) => one.channel === channel)?.expected ?? [],
      ),
    })),
    ...(shown.length > 1 ? [{ key: 'all', name: said.all, hours: day.hours.map(({ all }) => all) }] : []),
  ];
  const most = Math.max(
    0,
    ...rows.flatMap(({ hours }) => hours.map(({ high, mean }) => Math.max(high, mean ?? 0))),
  );
  const at = (index: number) => board.now.at(day.hours.at(index)?.hour ?? 0);
  return (
    <section>
      <h3>{title}</h3>
      {day.weeks < weeksMin ? (
        <p>{said.few(day.weeks, weeksMin)}</p>
      ) : day.hours.length === 0 ? (
        <p>{isToday ? said.over : said.nothing}</p>
      ) : (
        <BarPanels
          caption={said.read(day.weeks)}
          most={most}
          ends={[at(0), at(-1)]}
          panels={rows.map(({ key, name, hours }): BarPanel => {
            const sum = hours.reduce((total, { mean }) => total + (mean ?? 0), 0);
            const told = hours
              .map(({ mean, low, high }, index) =>
                said.bar(at(index), numberWords(mean ?? 0, language), said.band(String(low), String(high))),
              )
              .join('; ');
            return {
              id: `${day.day}-${key}`,
              label: name,
              summary: numberWords(Math.round(sum), language),
              told,
              bars: hours.map(({ mean }) => mean),
              bands: hours,
            };
          })}
        />
      )}
    </section>
  );
}
