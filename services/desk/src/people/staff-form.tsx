import {
  type Abilities,
  clearances,
  roles,
  type ServiceShelf,
  type StaffRow,
  type StaffedTeam,
} from '@guichet/casework';
import { type Language, languages } from '@guichet/kernel';
import { type FieldProblem, words } from '@guichet/pages';
import { CheckList } from '../frame/check-list.tsx';
import { TextLine } from '../frame/text-line.tsx';

export interface StaffFormProps {
  language: Language;
  catalogue: ServiceShelf;
  teams: readonly StaffedTeam[];
  /** As it stands, or as it was typed. */
  person: Partial<Pick<StaffRow, 'name' | 'roles' | 'teams'>> & Abilities;
  /** The capacity as it was typed, where that is no number. */
  capacityTyped?: string | undefined;
  problem?: FieldProblem | undefined;
}

/** Draws what a colleague is and can take. */
export function StaffFields({ language, catalogue, teams, person, capacityTyped, problem }: StaffFormProps) {
  const { desk, work } = words(language);
  const { staff, languages: spoken, clearances: levels } = work.people;
  const skills = [
    ...new Set(catalogue.services.flatMap(({ definition }) => definition.routing.skills)),
  ].toSorted();
  return (
    <>
      <TextLine id="name" label={staff.name} value={person.name} max={120} problem={problem} />
      <CheckList
        legend={staff.roles}
        name="roles"
        problem={problem}
        checked={person.roles ?? ['agent']}
        options={roles
          .filter((role) => role !== 'privacy-officer')
          .map((role) => ({ value: role, label: desk.roles[role] }))}
      />
      <CheckList
        legend={staff.teams}
        name="teams"
        problem={problem}
        checked={person.teams ?? []}
        options={teams
          .filter(({ isGivable }) => isGivable)
          .map(({ code, name }) => ({ value: code, label: name[language] }))}
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
        problem={problem}
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
        value={capacityTyped ?? (person.capacity === null ? '' : String(person.capacity))}
        problem={problem}
      />
    </>
  );
}
