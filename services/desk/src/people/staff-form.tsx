import {
  type Abilities,
  clearances,
  roles,
  type ServiceShelf,
  type StaffRow,
  type StaffedTeam,
} from '@guichet/casework';
import { type Language, languages } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { CheckList, TextLine } from './check-list.tsx';

export interface StaffFormProps {
  language: Language;
  catalogue: ServiceShelf;
  teams: readonly StaffedTeam[];
  /** As it stands, or as it was typed. */
  person: Partial<Pick<StaffRow, 'name' | 'roles' | 'teams'>> & Abilities;
}

/** Draws what a colleague is and can take. */
export function StaffFields({ language, catalogue, teams, person }: StaffFormProps) {
  const { desk, work } = words(language);
  const { staff, languages: spoken, clearances: levels } = work.people;
  const skills = [
    ...new Set(catalogue.services.flatMap(({ definition }) => definition.routing.skills)),
  ].toSorted();
  return (
    <>
      <TextLine id="name" label={staff.name} value={person.name} />
      <CheckList
        legend={staff.roles}
        name="roles"
        checked={person.roles ?? ['agent']}
        options={roles
          .filter((role) => role !== 'privacy-officer')
          .map((role) => ({ value: role, label: desk.roles[role] }))}
      />
      <CheckList
        legend={staff.teams}
        name="teams"
        checked={person.teams ?? []}
        options={teams.map(({ code, name }) => ({ value: code, label: name[language] }))}
      />
      <div class="field">
        <label class="label" for="every">
          {staff.does}
        </label>
        <select class="input" id="every" name="every">
          <option value="yes" selected={person.every}>
            {staff.every}
          </option>
          <option value="no" selected={!person.every}>
            {staff.some}
          </option>
        </select>
      </div>
      <CheckList
        legend={staff.skills}
        name="skills"
        checked={person.skills}
        options={skills.map((skill) => ({ value: skill, label: skill }))}
      />
      <CheckList
        legend={staff.services}
        name="services"
        checked={person.services}
        options={catalogue.services
          .filter(({ definition }) => definition.routing.skills.length > 0)
          .map(({ definition }) => ({ value: definition.code, label: definition.name[language] }))}
      />
      <CheckList
        legend={staff.languages}
        name="languages"
        checked={person.languages}
        options={languages.map((one) => ({ value: one, label: spoken[one] }))}
      />
      <div class="field">
        <label class="label" for="clearance">
          {staff.clearance}
        </label>
        <select class="input" id="clearance" name="clearance">
          {clearances.map((one) => (
            <option value={one} selected={one === person.clearance}>
              {levels[one]}
            </option>
          ))}
        </select>
      </div>
      <TextLine
        id="capacity"
        label={staff.capacity}
        hint={staff.capacityHint}
        value={person.capacity === null ? '' : String(person.capacity)}
      />
    </>
  );
}
