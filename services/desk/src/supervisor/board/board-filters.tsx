import {
  boardGroups,
  boardPeriods,
  type BoardFilter,
  type ServiceShelf,
  type TeamRow,
} from '@guichet/casework';
import { channels, type Language } from '@guichet/kernel';
import { Button, type FieldProblem, words } from '@guichet/pages';
import { FilterForm } from '../../frame/filter-form.tsx';
import { TextLine } from '../../frame/text-line.tsx';

export interface BoardFiltersProps {
  language: Language;
  catalogue: ServiceShelf;
  /** The teams that the actor sees. */
  teams: readonly TeamRow[];
  filter: BoardFilter;
  /** Days as they were typed, where they are none. */
  typed?: { from: string; to: string };
  problem?: FieldProblem | undefined;
}

/** Draws what the board is of; the choice goes into the address. */
export function BoardFilters({ language, catalogue, teams, filter, typed, problem }: BoardFiltersProps) {
  const { board, desk } = words(language);
  const said = board.filter;
  const isNamed = filter.period === undefined;
  const services = catalogue.services
    .map(({ definition }) => ({ value: definition.code, name: definition.name[language] }))
    .toSorted((a, b) => a.name.localeCompare(b.name, language));
  const choices = [
    {
      id: 'period',
      label: said.period,
      ...(isNamed ? { none: said.named } : {}),
      chosen: filter.period,
      options: boardPeriods.map((value) => ({ value, name: said.periods[value] })),
    },
    {
      id: 'service',
      label: said.service,
      none: said.everyService,
      chosen: filter.service,
      options: services,
    },
    {
      id: 'team',
      label: said.team,
      none: said.everyTeam,
      chosen: filter.team,
      options: teams.map(({ code, name }) => ({ value: code, name: name[language] })),
    },
    {
      id: 'channel',
      label: said.channel,
      none: said.everyChannel,
      chosen: filter.channel,
      options: channels.map((value) => ({ value, name: desk.channel[value] })),
    },
    {
      id: 'by',
      label: said.by,
      chosen: filter.by,
      options: boardGroups.map((value) => ({ value, name: said.byOf[value] })),
    },
  ];
  return (
    <FilterForm action="/supervisor/board" label={said.title} choices={choices}>
      <details class="board-days" open={isNamed || problem !== undefined}>
        <summary>{said.between}</summary>
        <TextLine
          id="from"
          label={said.from}
          hint={said.fromHint}
          max={10}
          value={typed?.from ?? (isNamed ? filter.from : '')}
          problem={problem}
        />
        <TextLine
          id="to"
          label={said.to}
          max={10}
          value={typed?.to ?? (isNamed ? filter.to : '')}
          problem={problem}
        />
      </details>
      <Button kind="secondary">{said.show}</Button>
    </FilterForm>
  );
}
