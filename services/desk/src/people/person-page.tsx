import type { AccessKeyRow, readStaff, ServiceShelf, StaffedTeam } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { Button, CsrfField, type FieldProblem, Notice, Table, words } from '@guichet/pages';
import { FormErrors } from '../frame/form-problem.tsx';
import { MarkButton } from '../frame/mark-button.tsx';
import { TextLine } from '../frame/text-line.tsx';
import { AccessKeysSection } from './access-keys-section.tsx';
import type { StaffTyped } from './read-staff-form.ts';
import { StaffFields } from './staff-form.tsx';
import { stateOf } from './staff-page.tsx';

export interface PersonPageProps {
  language: Language;
  csrf: string;
  catalogue: ServiceShelf;
  teams: readonly StaffedTeam[];
  person: Awaited<ReturnType<typeof readStaff>>;
  isOwn: boolean;
  /** The actor answers for the whole body, and says who else does. */
  givesWholeBody: boolean;
  keys: readonly AccessKeyRow[];
  told?: string;
  /** A form as it was typed, and what is wrong with it. */
  typed?: StaffTyped;
  typedAbsence?: { from: string; to: string };
  problem?: FieldProblem | undefined;
}

/** Draws one colleague: what they can take, when they are away, and their account. */
export function PersonPage(props: PersonPageProps) {
  const { language, csrf, person, told, typed, problem } = props;
  const { staff } = words(language).work.people;
  const at = `/supervisor/staff/${person.id}`;
  return (
    <>
      <a class="back" href="/supervisor/staff">
        {staff.back}
      </a>
      <FormErrors language={language} problem={problem} />
      <h1>{person.name}</h1>
      <p class="quiet">
        {person.signIn} · {stateOf(person, language)}
      </p>
      {person.wholeBody ? <p>{staff.answersForAll}</p> : null}
      {told === undefined ? null : (
        <Notice language={language} kind="success">
          {told}
        </Notice>
      )}
      <Absences {...props} at={at} />
      {person.isManaged ? (
        <>
          <h2>{staff.does}</h2>
          <form method="post" action={at} class="form form-dense">
            <CsrfField token={csrf} />
            <StaffFields {...props} person={typed ?? person} capacityTyped={typed?.capacityTyped} />
            <Button>{staff.save}</Button>
          </form>
          <Account {...props} at={at} />
        </>
      ) : (
        <p>{props.isOwn ? staff.own : staff.ofOthers}</p>
      )}
    </>
  );
}

function Absences(props: PersonPageProps & { at: string }) {
  const { language, csrf, person, typedAbsence, problem, at } = props;
  const { staff } = words(language).work.people;
  return (
    <>
      <h2>{staff.absences}</h2>
      <Table
        caption={staff.absences}
        captionHidden
        empty={staff.noAbsences}
        columns={[{ label: staff.absences }, ...(person.plansAbsences ? [{ label: staff.cancel }] : [])]}
        rows={person.absences.map(({ id, fromOn, toOn }) => ({
          cells: [
            staff.fromTo(fromOn, toOn),
            ...(person.plansAbsences
              ? [
                  <MarkButton
                    action={`${at}/absences/${id}/cancellation`}
                    csrf={csrf}
                    label={staff.cancel}
                    of={staff.fromTo(fromOn, toOn)}
                  />,
                ]
              : []),
          ],
        }))}
      />
      {person.plansAbsences ? (
        <form method="post" action={`${at}/absences`} class="form form-dense">
          <CsrfField token={csrf} />
          <TextLine
            id="from"
            label={staff.from}
            hint={staff.absenceHint}
            value={typedAbsence?.from}
            problem={problem}
          />
          <TextLine id="to" label={staff.to} value={typedAbsence?.to} problem={problem} />
          <Button kind="secondary">{staff.addAbsence}</Button>
        </form>
      ) : (
        <p>{staff.absencesOfOthers}</p>
      )}
    </>
  );
}

function Account({
  language,
  csrf,
  person,
  givesWholeBody,
  keys: theirs,
  at,
}: PersonPageProps & { at: string }) {
  const { staff, keys } = words(language).work.people;
  const isOpen = person.disabledAt === null;
  const acts = [
    { path: 'password', label: staff.reset, hint: staff.resetHint },
    ...(givesWholeBody && (person.wholeBody || person.roles.includes('supervisor'))
      ? [
          person.wholeBody
            ? { path: 'own-teams', label: staff.takeWholeBody, hint: staff.takeWholeBodyHint }
            : { path: 'whole-body', label: staff.giveWholeBody, hint: staff.giveWholeBodyHint },
        ]
      : []),
    isOpen
      ? { path: 'closure', label: staff.disable, hint: staff.disableHint }
      : { path: 'opening', label: staff.enable, hint: undefined },
  ];
  return (
    <>
      <h2>{staff.account}</h2>
      {acts.map(({ path, label, hint }) => (
        <form method="post" action={`${at}/${path}`} class="form form-dense">
          <CsrfField token={csrf} />
          <Button kind="secondary">{label}</Button>
          {hint === undefined ? null : <p class="help">{hint}</p>}
        </form>
      ))}
      <h2>{keys.ofPerson}</h2>
      <AccessKeysSection
        language={language}
        csrf={csrf}
        at={`${at}/keys`}
        title={keys.ofPerson}
        keys={theirs}
      />
    </>
  );
}
