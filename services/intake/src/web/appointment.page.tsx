import type { CaseAppointment, FreeDay, FreeSlot } from '@guichet/casework';
import { formatReference, type Language } from '@guichet/kernel';
import {
  Button,
  CsrfField,
  ErrorSummary,
  formatMeeting,
  formatTimeAt,
  formatWeekday,
  Notice,
  QuestionForm,
  words,
} from '@guichet/pages';
import { FinishForm } from './finish-form.tsx';

export interface AppointmentPageProps {
  appointment: CaseAppointment;
  language: Language;
  csrf: string;
  /** The days looked at, and the one whose times are shown. */
  days: readonly FreeDay[];
  day: string | undefined;
  /** The first day of the next page; absent at the furthest. */
  later: string | undefined;
  isFirst: boolean;
  told: 'booked' | 'moved' | 'cancelled' | undefined;
  problem: string | undefined;
}

/** Draws the appointment of a case: the one that stands, the days, then the times of a day. */
export function AppointmentPage(props: AppointmentPageProps) {
  const { appointment, language, told, problem } = props;
  const { person } = words(language).appointments;
  const { booked, isOffered, service, reference } = appointment;
  return (
    <>
      <ErrorSummary
        language={language}
        problems={problem === undefined ? [] : [{ path: 'slot', message: problem }]}
        hrefOf={() => '#slot'}
      />
      {told === undefined ? null : (
        <Notice kind="success" language={language} title={person[told]}>
          <p>{person.told}</p>
        </Notice>
      )}
      <h1>{person.title}</h1>
      <p class="lead">
        {service.definition.name[language]} ({formatReference(reference)})
      </p>
      {booked ? <Booked {...props} /> : <p>{person.none}</p>}
      {isOffered ? (
        <>
          <h2>{booked ? person.move : person.choose}</h2>
          <p>{booked ? person.moveLead : person.lead}</p>
          {props.day === undefined ? <Days {...props} /> : <Times {...props} day={props.day} />}
        </>
      ) : null}
      <FinishForm language={language} />
    </>
  );
}

function Booked({ appointment, language, csrf }: AppointmentPageProps) {
  const { person } = words(language).appointments;
  const { booked, service } = appointment;
  const bring = service.definition.appointment?.bring;
  return booked ? (
    <>
      <p>
        <strong>{formatMeeting(booked, language)}</strong>
      </p>
      {bring ? <p>{bring[language]}</p> : null}
      <p>
        <a href="/appointment.ics" download>
          {person.calendar}
        </a>
      </p>
      <details>
        <summary>{person.cancel}</summary>
        <form method="post" action="/appointment/cancellation" class="form">
          <CsrfField token={csrf} />
          <p>{person.cancelSure}</p>
          <Button kind="danger">{person.cancelNow}</Button>
        </form>
      </details>
    </>
  ) : null;
}

function Days({ days, language, later, isFirst }: AppointmentPageProps) {
  const { person } = words(language).appointments;
  return (
    <nav aria-label={person.days}>
      {days.length === 0 ? <p>{person.noDays}</p> : null}
      <ul>
        {days.map(({ day, slots }) => (
          <li>
            <a href={`/appointment?day=${day}`}>{formatWeekday(day, language)}</a> –{' '}
            {person.free(slots.length)}
          </li>
        ))}
      </ul>
      <p>
        {isFirst ? null : <a href="/appointment">{person.first}</a>}{' '}
        {later === undefined ? null : <a href={`/appointment?from=${later}`}>{person.later}</a>}
      </p>
    </nav>
  );
}

function Times({ days, day, language, csrf, appointment }: AppointmentPageProps & { day: string }) {
  const { person } = words(language).appointments;
  const slots = days.find((one) => one.day === day)?.slots ?? [];
  const places = [...new Map(slots.map(({ placeId, place }) => [placeId, place])).entries()];
  const title = person.times(formatWeekday(day, language));
  return (
    <>
      {slots.length === 0 ? <p>{person.noDays}</p> : null}
      {slots.length === 0 ? null : (
        <QuestionForm action={`/appointment?day=${day}`} csrf={csrf}>
          {places.map(([placeId, place], index) => (
            <fieldset class="field">
              <legend class="label">{places.length === 1 ? title : `${title}, ${place[language]}`}</legend>
              <div class="options">
                {slots
                  .filter((slot) => slot.placeId === placeId)
                  .map((slot, at) => (
                    <Time slot={slot} language={language} isFirst={index === 0 && at === 0} />
                  ))}
              </div>
            </fieldset>
          ))}
          <Button action={{ do: 'continue' }}>{appointment.booked ? person.moveHere : person.book}</Button>
        </QuestionForm>
      )}
      <p>
        <a href="/appointment">{person.otherDay}</a>
      </p>
    </>
  );
}

interface TimeProps {
  slot: FreeSlot;
  language: Language;
  /** Links of the error summary lead to the first. */
  isFirst: boolean;
}

function Time({ slot: { placeId, startsAt, timeZone }, language, isFirst }: TimeProps) {
  const id = isFirst ? 'slot' : `slot-${placeId}-${startsAt.getTime()}`;
  return (
    <div class="option">
      <input type="radio" name="slot" id={id} value={`${placeId} ${startsAt.toISOString()}`} />
      <label for={id}>{formatTimeAt({ startsAt, timeZone }, language)}</label>
    </div>
  );
}
