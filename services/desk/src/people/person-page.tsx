import type { readStaff, ServiceShelf, StaffedTeam } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { Button, CsrfField, Notice, Table, words } from '@guichet/pages';
import { MarkButton } from '../frame/mark-button.tsx';
import { TextLine } from './check-list.tsx';
import { StaffFields } from './staff-form.tsx';
import { stateOf } from './staff-page.tsx';

export interface PersonPageProps {
  language: Language;
  csrf: string;
  catalogue: ServiceShelf;
  teams: readonly StaffedTeam[];
  person: Awaited<ReturnType<typeof readStaff>>;
  isOwn: boolean;
  told?: string;
}

/** Draws one colleague: what they can take, when they are away, and their account. */
export function PersonPage(props: PersonPageProps) {
  const { language, csrf, person, told } = props;
  const { staff } = words(language).work.people;
  const at = `/supervisor/staff/${person.id}`;
  return (
    <>
      <a class="back" href="/supervisor/staff">
        {staff.back}
      </a>
      <h1>{person.name}</h1>
      <p class="quiet">
        {person.signIn} · {stateOf(person, language)}
      </p>
      {told === undefined ? null : (
        <Notice language={language} kind="success">
          {told}
        </Notice>
      )}
      <h2>{staff.absences}</h2>
      <Table
        caption={staff.absences}
        captionHidden
        empty={staff.noAbsences}
        columns={[{ label: staff.absences }, { label: staff.cancel }]}
        rows={person.absences.map(({ id, fromOn, toOn }) => ({
          cells: [
            staff.fromTo(fromOn, toOn),
            <MarkButton
              action={`${at}/absences/${id}/cancellation`}
              csrf={csrf}
              label={staff.cancel}
              of={staff.fromTo(fromOn, toOn)}
            />,
          ],
        }))}
      />
      <form method="post" action={`${at}/absences`} class="form form-dense">
        <CsrfField token={csrf} />
        <TextLine id="from" label={staff.from} hint={staff.absenceHint} />
        <TextLine id="to" label={staff.to} />
        <Button kind="secondary">{staff.addAbsence}</Button>
      </form>
      {props.isOwn ? (
        <p>{staff.own}</p>
      ) : (
        <>
          <h2>{staff.does}</h2>
          <form method="post" action={at} class="form form-dense">
            <CsrfField token={csrf} />
            <StaffFields {...props} person={person} />
            <Button>{staff.save}</Button>
          </form>
          <form method="post" action={`${at}/password`} class="form form-dense">
            <CsrfField token={csrf} />
            <Button kind="secondary">{staff.reset}</Button>
            <p class="help">{staff.resetHint}</p>
          </form>
          <form
            method="post"
            action={`${at}/${person.disabledAt === null ? 'closure' : 'opening'}`}
            class="form form-dense"
          >
            <CsrfField token={csrf} />
            <Button kind="secondary">{person.disabledAt === null ? staff.disable : staff.enable}</Button>
            {person.disabledAt === null ? <p class="help">{staff.disableHint}</p> : null}
          </form>
        </>
      )}
    </>
  );
}
