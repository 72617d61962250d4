import {
  boardGroups,
  boardPeriods,
  type BoardFilter,
  type ServiceShelf,
  type TeamRow,
} from '@guichet/casework';
import { channels, type Language } from '@guichet/kernel';
import { Button, type FieldProblem, words } from '@guichet/pages';
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
    .map(({ definition }) => ({ value: definition.code, label: definition.name[language] }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));
  return (
    <form method="get" action="/supervisor/board" class="queue-filters" aria-label={said.title}>
      <Choice
        name="period"
        label={said.period}
        chosen={filter.period}
        options={boardPeriods.map((value) => ({ value, label: said.periods[value] }))}
      />
      <Choice
        name="service"
        label={said.service}
        every={said.everyService}
        chosen={filter.service}
        options={services}
      />
      <Choice
        name="team"
        label={said.team}
        every={said.everyTeam}
        chosen={filter.team}
        options={teams.map(({ code, name }) => ({ value: code, label: name[language] }))}
      />
      <Choice
        name="channel"
        label={said.channel}
        every={said.everyChannel}
        chosen={filter.channel}
        options={channels.map((value) => ({ value, label: desk.channel[value] }))}
      />
      <Choice
        name="by"
        label={said.by}
        chosen={filter.by}
        options={boardGroups.map((value) => ({ value, label: said.byOf[value] }))}
      />
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
        <TextLine id="to" label={said.to} max={10} value={typed?.to ?? (isNamed ? filter.to : '')} />
      </details>
      <Button kind="secondary">{said.show}</Button>
    </form>
  );
}

function Choice({
  name,
  label,
  every,
  chosen,
  options,
}: {
  name: string;
  label: string;
  every?: string;
  chosen: string | undefined;
  options: readonly { value: string; label: string }[];
}) {
  return (
    <div>
      <label class="label" for={name}>
        {label}
      </label>
      <select class="input" id={name} name={name}>
        {every === undefined ? null : <option value="">{every}</option>}
        {options.map((option) => (
          <option value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
