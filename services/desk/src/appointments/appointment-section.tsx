import type { CaseAppointment } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { formatMeeting, words } from '@guichet/pages';

/** Draws the appointment of a case with the way to its page; nothing where its service has none. */
export function AppointmentSection({
  appointment,
  language,
}: {
  appointment?: CaseAppointment | undefined;
  language: Language;
}) {
  if (!appointment || (!appointment.booked && !appointment.isOffered)) return null;
  const { desk, person } = words(language).appointments;
  const { booked, reference } = appointment;
  return (
    <section aria-labelledby="appointment">
      <h2 id="appointment">{desk.ofCase}</h2>
      <p>{booked ? formatMeeting(booked, language) : desk.noneYet}</p>
      <p>
        <a href={`/cases/${reference}/appointment`}>{booked ? person.change : desk.book}</a>
      </p>
    </section>
  );
}
