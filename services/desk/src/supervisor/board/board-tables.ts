import {
  type Board,
  type BoardExport,
  daysOf,
  type Forecast,
  groupKeys,
  waitsMin,
  type WorkRow,
} from '@guichet/casework';
import { channels, deskTimeZone } from '@guichet/kernel';
import { formatDay, words } from '@guichet/pages';
import { serviceName } from '../../frame/service-name.ts';
import { type BoardView, groupName, isFew, isFewOf, type Measure, teamName, valueOf } from './board-view.ts';
import { numberWords, shareWords, waitWords } from './wait-words.ts';

/** A table as the page shows it, or, with bare figures, as it is taken away: the same rows, the same columns. */
export interface PlainTable {
  head: string[];
  rows: string[][];
}

type For = Omit<BoardView, 'board' | 'forecast'> & {
  /** Figures alone, in one unit, for a spreadsheet. */
  bare: boolean;
};

/** Gives the table of the gap between channels. */
export function gapTable(of: For, { gap: rows }: Pick<Board, 'gap'>): PlainTable {
  const { language, bare } = of;
  const { board, desk } = words(language);
  const { gap, series } = board;
  const cellOf = waitCell(of);
  const wait = (minutes: number | null, count: number) =>
    isFewOf(count) ? series.few(waitsMin) : cellOf(minutes);
  const unit = (label: string) => (bare ? series.minutes(label) : label);
  const sorted = channels.flatMap((channel) => rows.find((row) => row.channel === channel) ?? []);
  return {
    head: [
      gap.channel,
      gap.taken,
      unit(gap.takeMedian),
      unit(gap.takeNinth),
      ...(bare ? [gap.waiting, series.minutes(gap.waitingFor)] : [gap.waitingSince]),
      gap.decided,
      unit(gap.closeMedian),
      unit(gap.closeNinth),
      gap.promises,
      gap.kept,
    ],
    rows: sorted.map(({ channel, take, waiting, close, kept, missed }) => [
      desk.channel[channel],
      String(take.count),
      wait(take.median, take.count),
      wait(take.ninth, take.count),
      ...(bare || waiting.median === null
        ? [String(waiting.count), ...(bare ? [wait(waiting.median, waiting.count)] : [])]
        : [`${waiting.count} (${wait(waiting.median, waiting.count)})`]),
      String(close.count),
      wait(close.median, close.count),
      wait(close.ninth, close.count),
      String(kept + missed),
      bare || kept + missed === 0
        ? String(kept)
        : `${kept} (${shareWords(kept / (kept + missed), language)})`,
    ]),
  };
}

/** Gives the table of one measure: a row a day or hour, a column a group. */
export function seriesTable(of: For, board: Board, measure: Measure): PlainTable {
  const { language, filter, bare } = of;
  const { series } = words(language).board;
  const shown = [...board.groups, ...(board.groups.length > 1 ? [groupKeys.all] : [])];
  const names = shown.map((group) => groupName(of, group));
  const isWait = measure === 'takeWait' || measure === 'closeWait';
  const head = names.flatMap((name) => {
    if (isWait && bare) return [series.minutes(name)];
    return measure === 'kept' ? [series.keptOf(name), series.dueOf(name)] : [name];
  });
  const wait = waitCell(of);
  const found = new Map(board.cells.map((cell) => [`${cell.at} ${cell.group}`, cell]));
  return {
    head: [board.unit === 'day' ? series.day : series.hour, ...head],
    rows: slotsOf(board, filter).map((at) => [
      bare ? at : slotName(board, at, of),
      ...shown.flatMap((group) => {
        const cell = found.get(`${at} ${group}`);
        if (measure === 'kept')
          return [String(cell?.kept ?? 0), String((cell?.kept ?? 0) + (cell?.missed ?? 0))];
        const value = valueOf(cell, measure);
        if (isFew(cell, measure)) return [series.few(waitsMin)];
        return [isWait ? wait(value) : value === null ? none(bare) : String(value)];
      }),
    ]),
  };
}

/** Gives what is expected, a row an hour. */
export function forecastTable(of: For, { days }: Pick<Forecast, 'days'>): PlainTable {
  const { language, bare } = of;
  const { forecast } = words(language).board;
  const { desk } = words(language);
  const shown = days.flatMap(({ hours }) => hours[0]?.byChannel.map(({ channel }) => channel) ?? []);
  const columns = channels.filter((channel) => shown.includes(channel));
  const names = [
    ...columns.map((channel) => desk.channel[channel]),
    ...(columns.length > 1 ? [forecast.all] : []),
  ];
  const cellsOf = ({ mean, low, high }: { mean: number | null; low: number; high: number }) => {
    const text = numberWords(mean ?? 0, language, !bare);
    return bare
      ? [text, String(low), String(high)]
      : [forecast.expected(text, forecast.band(String(low), String(high)))];
  };
  return {
    head: [
      forecast.day,
      forecast.hour,
      ...names.flatMap((name) =>
        bare ? [name, `${name}, ${forecast.least}`, `${name}, ${forecast.most}`] : [name],
      ),
    ],
    rows: days.flatMap(({ day, hours }) =>
      hours.map(({ hour, byChannel, all }) => [
        bare ? day : formatDay(day, language),
        bare ? String(hour) : words(language).board.now.at(hour),
        ...byChannel.flatMap(({ expected }) => cellsOf(expected)),
        ...(columns.length > 1 ? cellsOf(all) : []),
      ]),
    ),
  };
}

/** Gives the table to take away. */
export function exportTable(of: For, given: BoardExport): PlainTable {
  if (given.table === 'rows') return rowsTable(of, given.rows);
  if (given.table === 'forecast') return forecastTable(of, given.forecast);
  return given.table === 'gap' ? gapTable(of, given.board) : seriesTable(of, given.board, given.table);
}

function rowsTable({ language, catalogue, teams }: For, rows: readonly WorkRow[]): PlainTable {
  const { board, desk } = words(language);
  return {
    head: Object.values(board.export.head),
    rows: rows.map((row) => [
      hourText(row.hour),
      teamName(teams, row.team, language),
      serviceName(catalogue, row.serviceCode, language),
      desk.channel[row.channel],
      ...[row.arrived, row.taken, row.closed, row.kept, row.missed].map(String),
      row.takeWaits.join('|'),
      row.closeWaits.join('|'),
    ]),
  };
}

/** Gives the days, or the hours of the one day, in order. */
export function slotsOf({ unit }: Pick<Board, 'unit'>, filter: BoardView['filter']): string[] {
  return unit === 'day'
    ? daysOf(filter)
    : Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));
}

/** Names a day or an hour. */
export function slotName(
  { unit }: Pick<Board, 'unit'>,
  at: string,
  { language }: Pick<For, 'language'>,
): string {
  return unit === 'day' ? formatDay(at, language) : words(language).board.now.at(Number(at));
}

const none = (bare: boolean) => (bare ? '' : '–');

function waitCell({ bare, language }: For): (minutes: number | null) => string {
  return (minutes) => (minutes === null ? none(bare) : bare ? String(minutes) : waitWords(minutes, language));
}

const local = new Intl.DateTimeFormat('sv-SE', {
  timeZone: deskTimeZone,
  dateStyle: 'short',
  timeStyle: 'short',
});

/** Example: `2026-11-30 14:00`, as spreadsheets read an instant. */
function hourText(at: Date): string {
  return local.format(at);
}
