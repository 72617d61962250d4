import type { ServiceShelf, StaffRow, StaffedTeam } from '@guichet/casework';
import { type Language, languages } from '@guichet/kernel';
import { Button, CsrfField, type FieldProblem, Table, words } from '@guichet/pages';
import { FormErrors } from '../frame/form-problem.tsx';
import { TextLine } from '../frame/text-line.tsx';
import type { StaffTyped } from './read-staff-form.ts';
import { StaffFields } from './staff-form.tsx';

export interface StaffPageProps {
  language: Language;
  csrf: string;
  catalogue: ServiceShelf;
  teams: readonly StaffedTeam[];
  staff: readonly StaffRow[];
  /** The form of a newcomer as it was typed, and what is wrong with it. */
  typed?: StaffTyped & { signIn: string; language: Language };
  problem?: FieldProblem | undefined;
}

const newcomer = {
  every: true,
  skills: [],
  services: [],
  languages: ['fr'],
  clearance: 'personal',
  capacity: null,
} as const;

/** Draws the staff with what they can take, and the form that adds a colleague. */
export function StaffPage(props: StaffPageProps) {
  const { language, csrf, typed, problem } = props;
  const { desk, work } = words(language);
  const { staff, languages: spoken } = work.people;
  const nameOf = (code: string) => props.teams.find((team) => team.code === code)?.name[language] ?? code;
  return (
    <>
      <FormErrors language={language} problem={problem} />
      <h1>{staff.title}</h1>
      <Table
        caption={staff.title}
        captionHidden
        empty=""
        stacked
        columns={[
          { label: staff.name },
          { label: staff.roles },
          { label: staff.teams },
          { label: staff.skills },
          { label: staff.held, numeric: true },
          { label: staff.state },
        ]}
        rows={props.staff.map((one) => ({
          href: `/supervisor/staff/${one.id}`,
          cells: [
            one.name,
            one.roles.map((role) => desk.roles[role]).join(', '),
            one.teams.map(nameOf).join(', '),
            one.every ? staff.every : [...one.skills, ...one.services].join(', '),
            one.held,
            stateOf(one, language),
          ],
        }))}
      />
      <details class="details fold" open={problem !== undefined}>
        <summary>{staff.add}</summary>
        <form method="post" action="/supervisor/staff" class="form form-dense">
          <CsrfField token={csrf} />
          <TextLine id="signIn" label={staff.signIn} value={typed?.signIn} max={40} problem={problem} />
          <div class="field">
            <label class="label" for="language">
              {staff.language}
            </label>
            <select class="input" id="language" name="language">
              {languages.map((one) => (
                <option value={one} selected={one === typed?.language}>
                  {spoken[one]}
                </option>
              ))}
            </select>
          </div>
          <StaffFields {...props} person={typed ?? newcomer} capacityTyped={typed?.capacityTyped} />
          <Button>{staff.add}</Button>
        </form>
      </details>
    </>
  );
}

/** Says whether a colleague works now. */
export function stateOf(one: StaffRow, language: Language): string {
  const { staff } = words(language).work.people;
  if (one.disabledAt !== null) return staff.disabled;
  if (one.absentUntil !== null) return staff.absent(one.absentUntil);
  return one.isTemporary ? staff.temporary : staff.active;
}
