import {
  type Board,
  type BoardCell,
  type BoardFilter,
  type Forecast,
  groupKeys,
  type ServiceShelf,
  type TeamRow,
  waitsMin,
} from '@guichet/casework';
import type { Channel, Language } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { serviceName } from '../../frame/service-name.ts';

/** What the parts of the board are drawn from. */
export interface BoardView {
  language: Language;
  catalogue: ServiceShelf;
  teams: readonly TeamRow[];
  filter: BoardFilter;
  board: Board;
  forecast: Forecast;
}

export const measures = ['arrived', 'closed', 'open', 'takeWait', 'closeWait', 'kept'] as const;
export type Measure = (typeof measures)[number];

type Named = Pick<BoardView, 'language' | 'catalogue' | 'teams' | 'filter'>;

/** Says the name of a group of cases as people read it. */
export function groupName({ language, catalogue, teams, filter }: Named, group: string): string {
  const { board, desk } = words(language);
  if (group === groupKeys.all) return board.series.all;
  if (group === groupKeys.others) return board.series.others;
  if (filter.by === 'channel') return desk.channel[group as Channel];
  if (filter.by === 'service') return serviceName(catalogue, group, language);
  return teamName(teams, group, language);
}

export function teamName(teams: readonly TeamRow[], code: string, language: Language): string {
  return teams.find((team) => team.code === code)?.name[language] ?? code;
}

/** Gives what a cell says of a measure; null where it says nothing. A share is of what was due. */
export function valueOf(cell: BoardCell | undefined, measure: Measure): number | null {
  if (cell === undefined) return measure === 'arrived' || measure === 'closed' ? 0 : null;
  if (measure !== 'kept') return cell[measure];
  const due = cell.kept + cell.missed;
  return due === 0 ? null : cell.kept / due;
}

/** Whether there are waits, but of too few cases to tell their median. */
export function isFew(cell: BoardCell | undefined, measure: Measure): boolean {
  const counts: Partial<Record<Measure, number>> = {
    takeWait: cell?.taken ?? 0,
    closeWait: cell?.decided ?? 0,
  };
  return isFewOf(counts[measure] ?? 0);
}

export function isFewOf(count: number): boolean {
  return count > 0 && count < waitsMin;
}
