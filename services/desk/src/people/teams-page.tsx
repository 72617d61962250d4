import type { StaffedTeam } from '@guichet/casework';
import type { PostedForm } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { Button, CsrfField, type FieldProblem, Table, words } from '@guichet/pages';
import { FormErrors } from '../frame/form-problem.tsx';
import { TextLine } from '../frame/text-line.tsx';
import { textOf } from '../frame/text-of.ts';

export interface TeamsPageProps {
  language: Language;
  csrf: string;
  teams: readonly StaffedTeam[];
  /** The actor answers for the whole body, and names its teams. */
  adds: boolean;
  /** What was typed, where it was refused. */
  form: PostedForm;
  problem?: FieldProblem | undefined;
}

/** Draws the teams with how much they hold and who is in them, and the form that adds one. */
export function TeamsPage(props: TeamsPageProps) {
  const { language, csrf, form, problem } = props;
  const { teams } = words(language).work.people;
  const typed = (name: string) => (problem === undefined ? undefined : textOf(form, name));
  return (
    <>
      <FormErrors language={language} problem={problem} />
      <h1>{teams.title}</h1>
      <Table
        caption={teams.title}
        captionHidden
        empty={teams.nobody}
        stacked
        columns={[
          { label: teams.title },
          { label: teams.capacity, numeric: true },
          { label: teams.untouched, numeric: true },
          { label: teams.members },
          { label: teams.change },
        ]}
        rows={props.teams.map((team) => ({
          cells: [
            team.name[language],
            team.capacity,
            team.untouchedDays ?? '–',
            team.members.join(', ') || teams.nobody,
            team.isGivable ? <TeamForm {...props} team={team} /> : '',
          ],
        }))}
      />
      {props.adds ? (
        <>
          <h2>{teams.add}</h2>
          <form method="post" action="/supervisor/teams" class="form form-dense">
            <CsrfField token={csrf} />
            <TextLine id="code" label={teams.code} value={typed('code')} problem={problem} />
            <TextLine id="fr" label={teams.nameFr} value={typed('fr')} problem={problem} />
            <TextLine id="en" label={teams.nameEn} value={typed('en')} problem={problem} />
            <Button>{teams.add}</Button>
          </form>
        </>
      ) : null}
    </>
  );
}

function TeamForm({ language, csrf, team, form, problem }: TeamsPageProps & { team: StaffedTeam }) {
  const { teams } = words(language).work.people;
  const { code } = team;
  const isTyped = Object.hasOwn(form, `${code}-fr`);
  const held = (part: string, otherwise: string) => (isTyped ? textOf(form, `${code}-${part}`) : otherwise);
  return (
    <details class="details fold" open={isTyped}>
      <summary aria-label={`${teams.change} : ${team.name[language]}`}>{teams.change}</summary>
      <form method="post" action={`/supervisor/teams/${code}`} class="form form-dense">
        <CsrfField token={csrf} />
        <TextLine id={`${code}-fr`} label={teams.nameFr} value={held('fr', team.name.fr)} problem={problem} />
        <TextLine id={`${code}-en`} label={teams.nameEn} value={held('en', team.name.en)} problem={problem} />
        <TextLine
          id={`${code}-capacity`}
          label={teams.capacity}
          value={held('capacity', String(team.capacity))}
          problem={problem}
        />
        <TextLine
          id={`${code}-untouched`}
          label={teams.untouched}
          hint={teams.untouchedHint}
          value={held('untouched', team.untouchedDays === null ? '' : String(team.untouchedDays))}
          problem={problem}
        />
        <Button kind="secondary">{teams.change}</Button>
      </form>
    </details>
  );
}
