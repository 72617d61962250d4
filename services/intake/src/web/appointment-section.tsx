import type { CaseAppointment } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { ButtonLink, formatMeeting, words } from '@guichet/pages';
import { FinishForm } from './finish-form.tsx';

/** Draws the appointment of a case, or the way to make one; nothing where the service has none. */
export function AppointmentSection({
  appointment,
  language,
}: {
  appointment: CaseAppointment | undefined;
  language: Language;
}) {
  if (!appointment || (!appointment.booked && !appointment.isOffered)) return null;
  const { person } = words(language).appointments;
  const { booked } = appointment;
  return (
    <section aria-labelledby="appointment">
      <h2 id="appointment">{person.title}</h2>
      {booked ? (
        <>
          <p>
            <strong>{formatMeeting(booked, language)}</strong>
          </p>
          <p>
            <a href="/appointment">{person.change}</a>
          </p>
        </>
      ) : (
        <>
          <p>{person.offered}</p>
          <p>
            <ButtonLink href="/appointment">{person.choose}</ButtonLink>
          </p>
        </>
      )}
      <FinishForm language={language} />
    </section>
  );
}
