import {
  countUnder,
  type DueClass,
  dueClasses,
  type Colleague,
  type QueueCount,
  type QueueFilter,
  type ServiceShelf,
  type TeamRow,
} from '@guichet/casework';
import { type Channel, channels, type Language, languages } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { FilterForm } from '../frame/filter-form.tsx';
import { serviceName } from '../frame/service-name.ts';

/** To whom cases can be given, and whose can be looked at. */
export interface Hands {
  colleagues: readonly Colleague[];
  teams: readonly TeamRow[];
}

export interface QueueFiltersProps {
  language: Language;
  catalogue: ServiceShelf;
  filter: QueueFilter;
  counts: readonly QueueCount[];
  hands: Hands;
}

/** Draws what the queue is filtered by; each choice says how many wait under it and the other filters. The filters go into the address. */
export function QueueFilters({ language, catalogue, filter, counts, hands }: QueueFiltersProps) {
  const { desk, queue } = words(language);
  const { filters } = queue;
  const isFiltered = Object.keys(filter).length > 0;
  const counted = (name: string, own: QueueFilter): string => {
    const count = countUnder(counts, { ...filter, ...own });
    return count === undefined ? name : filters.counted(name, count);
  };
  const codes = [...new Set([...counts.map(({ serviceCode }) => serviceCode), filter.service ?? ''])];
  const services = codes
    .filter((code) => code !== '')
    .map((code) => ({ value: code, name: serviceName(catalogue, code, language) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, language))
    .map(({ value, name }) => ({ value, name: counted(name, { service: value }) }));
  const teams = [...new Set([...counts.map(({ team }) => team), filter.team ?? ''])]
    .filter((code) => code !== '')
    .map((value) => ({ value, name: counted(teamName(hands, value, language), { team: value }) }));
  const choices = [
    {
      name: 'service',
      label: filters.service,
      none: filters.everyService,
      chosen: filter.service,
      options: services,
    },
    {
      name: 'due',
      label: filters.due,
      none: filters.everyDue,
      chosen: filter.due,
      options: dueClasses.map((value: DueClass) => ({
        value,
        name: counted(filters.dueOf[value], { due: value }),
      })),
    },
    {
      name: 'channel',
      label: filters.channel,
      none: filters.everyChannel,
      chosen: filter.channel,
      options: channels.map((value: Channel) => ({
        value,
        name: counted(desk.channel[value], { channel: value }),
      })),
    },
    {
      name: 'language',
      label: filters.language,
      none: filters.everyLanguage,
      chosen: filter.language,
      options: languages.map((value) => ({
        value,
        name: counted(filters.languageOf[value], { language: value }),
      })),
    },
    ...(teams.length > 1
      ? [{ name: 'team', label: filters.team, none: filters.everyTeam, chosen: filter.team, options: teams }]
      : []),
    {
      name: 'held',
      label: filters.held,
      none: filters.nobody,
      chosen: filter.heldBy,
      options: hands.colleagues.map(({ staffId, name }) => ({ value: staffId, name })),
    },
  ].map((choice) => ({ id: `filter-${choice.name}`, ...choice }));
  return (
    <FilterForm action="/" label={filters.title} isSearch choices={choices}>
      <div>
        <label class="label" for="filter-place">
          {filters.place}
        </label>
        <input
          class="input"
          id="filter-place"
          name="place"
          type="text"
          autocomplete="off"
          value={filter.place}
          placeholder={filters.placeHint}
        />
      </div>
      <div class="row-buttons">
        <button class="button button-secondary" type="submit">
          {filters.apply}
        </button>
        {isFiltered ? <a href="/">{filters.clear}</a> : null}
      </div>
    </FilterForm>
  );
}

/** Gives a team's name as people read it, or its code. */
export function teamName(hands: Hands, code: string, language: Language): string {
  return hands.teams.find((team) => team.code === code)?.name[language] ?? code;
}
