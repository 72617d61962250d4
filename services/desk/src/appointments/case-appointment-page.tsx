import type { CaseAppointment, FreeDay } from '@guichet/casework';
import { formatReference, type Language } from '@guichet/kernel';
import {
  Button,
  CsrfField,
  ErrorSummary,
  formatMeeting,
  formatTimeAt,
  formatWeekday,
  Notice,
  words,
} from '@guichet/pages';
import { DayControl } from './day-control.tsx';

export interface CaseAppointmentPageProps {
  appointment: CaseAppointment;
  days: readonly FreeDay[];
  /** The first day whose times are shown, ISO. */
  from: string;
  language: Language;
  csrf: string;
  problem: string | undefined;
  told: string | undefined;
}

/** Draws the appointment of a case and the free times, for a clerk who books with the person. */
export function CaseAppointmentPage(props: CaseAppointmentPageProps) {
  const { appointment, language, csrf, problem, told } = props;
  const { desk, person } = words(language).appointments;
  const { booked, reference, isOffered, service } = appointment;
  return (
    <>
      <a class="back" href={`/cases/${reference}`}>
        {formatReference(reference)}
      </a>
      <ErrorSummary
        language={language}
        problems={problem === undefined ? [] : [{ path: 'slot', message: problem }]}
        hrefOf={() => '#slot'}
      />
      {told === undefined ? null : (
        <Notice language={language} kind="success">
          {told}
        </Notice>
      )}
      <h1>{desk.ofCase}</h1>
      <p>{service.definition.name[language]}</p>
      <p>
        <strong>{booked ? formatMeeting(booked, language) : desk.noneYet}</strong>
      </p>
      {isOffered ? <Book {...props} /> : null}
      {booked ? (
        <details>
          <summary>{desk.cancel}</summary>
          <form method="post" action={`/cases/${reference}/appointment/cancellation`} class="form form-dense">
            <CsrfField token={csrf} />
            <p>{person.cancelSure}</p>
            <Button kind="danger">{desk.cancel}</Button>
          </form>
        </details>
      ) : null}
    </>
  );
}

function Book({ appointment, days, from, language, csrf }: CaseAppointmentPageProps) {
  const { desk, person } = words(language).appointments;
  const path = `/cases/${appointment.reference}/appointment`;
  const places = new Set(days.flatMap(({ slots }) => slots.map(({ placeId }) => placeId)));
  return (
    <>
      <form method="get" class="search-row">
        <DayControl language={language} name="from" label={desk.from} value={from} />
      </form>
      {days.length === 0 ? (
        <p class="quiet">{person.noDays}</p>
      ) : (
        <form method="post" action={path} class="form form-dense">
          <CsrfField token={csrf} />
          <div class="field">
            <label class="label" for="slot">
              {desk.choose}
            </label>
            <select class="input" id="slot" name="slot" aria-describedby="slot-hint">
              {days.map(({ day, slots }) => (
                <optgroup label={formatWeekday(day, language)}>
                  {slots.map((slot) => (
                    <option value={`${slot.placeId} ${slot.startsAt.toISOString()}`}>
                      {places.size > 1
                        ? formatMeeting(slot, language)
                        : `${formatWeekday(day, language)}, ${formatTimeAt(slot, language)}`}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
            <p class="help" id="slot-hint">
              {desk.nextDays}
            </p>
          </div>
          <Button>{appointment.booked ? desk.move : desk.book}</Button>
        </form>
      )}
    </>
  );
}
