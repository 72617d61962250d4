/** The supervisors' board: what came, how long people waited, what was promised and kept, and what will probably come. */
export {
  type BoardFilter,
  type BoardGroup,
  boardGroups,
  type BoardPeriod,
  boardPeriods,
  daysOf,
  readBoardFilter,
  startOf,
  writeBoardFilter,
} from './board-filter.ts';
export { countWork } from './count-work.ts';
export { type BoardExport, type BoardTable, boardTables, exportBoard, type WorkRow } from './export-board.ts';
export { type Expected, forecastOf, levelOf, weeksMin } from './forecast-of.ts';
export type { ChannelGap, WaitFigures } from './gap-of.ts';
export { groupKeys } from './group-keys.ts';
export { type Board, type BoardCell, readBoard } from './read-board.ts';
export {
  type Forecast,
  type ForecastDay,
  forecastWeeks,
  readForecast,
  weeksBefore,
} from './read-forecast.ts';
export { type BoardNow, readNow } from './read-now.ts';
export { waitsMin } from './waits-min.ts';
