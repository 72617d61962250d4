import type { DayBooking, PlaceDay, PlaceRow, ServiceShelf } from '@guichet/casework';
import { formatReference, type Language } from '@guichet/kernel';
import { CsrfField, formatDay, formatTimeAt, Notice, StatusTag, Table, words } from '@guichet/pages';
import { LabelledSelect } from '../frame/labelled-select.tsx';
import { serviceName } from '../frame/service-name.ts';
import { DayControl } from './day-control.tsx';

export interface DayPageProps {
  language: Language;
  csrf: string;
  catalogue: ServiceShelf;
  places: readonly PlaceRow[];
  place: PlaceRow | undefined;
  /** ISO. */
  day: string;
  days: { today: string; before: string; after: string };
  shown: PlaceDay | undefined;
  now: Date;
  /** Marks who came and who did not. */
  meets: boolean;
  manages: boolean;
  told: string | undefined;
}

/** Draws the appointments of a place on a day, time by time, with what is still free. */
export function DayPage(props: DayPageProps) {
  const { language, place, day, days, shown, told, manages } = props;
  const { desk } = words(language).appointments;
  const at = (other: string) => `/appointments?place=${place?.code}&day=${other}`;
  return (
    <>
      <h1>{desk.title}</h1>
      {told === undefined ? null : (
        <Notice language={language} kind="success">
          {told}
        </Notice>
      )}
      {place === undefined || shown === undefined ? (
        <p class="quiet">{desk.noPlace}</p>
      ) : (
        <>
          <Choose {...props} />
          <p>
            <a href={at(days.before)} data-key="previous">
              {desk.before}
            </a>{' '}
            · <strong>{formatDay(day, language)}</strong> ·{' '}
            <a href={at(days.after)} data-key="next">
              {desk.after}
            </a>
          </p>
          <Table
            caption={desk.caption(formatDay(day, language))}
            captionHidden
            stacked
            empty={desk.nothing}
            columns={[
              { label: desk.hour },
              { label: desk.reference },
              { label: desk.service },
              { label: desk.seat, numeric: true },
              { label: desk.state },
              { label: desk.act },
            ]}
            rows={rowsOf(props, shown)}
          />
          <Free language={language} shown={shown} />
        </>
      )}
      {manages && place ? (
        <p>
          <a href={`/appointments/hours?place=${place.code}`}>{desk.manage}</a>
        </p>
      ) : null}
    </>
  );
}

function Choose({ language, places, place, day }: DayPageProps) {
  const { desk } = words(language).appointments;
  return (
    <form method="get" action="/appointments" class="search-row">
      <div class="beside">
        <LabelledSelect
          id="place"
          label={desk.place}
          options={places.map(({ code, name }) => ({ value: code, name: name[language] }))}
          chosen={place?.code}
        />
      </div>
      <DayControl language={language} name="day" label={desk.day} value={day} />
    </form>
  );
}

function rowsOf(props: DayPageProps, { bookings, timeZone }: PlaceDay) {
  const { language } = props;
  const { desk } = words(language).appointments;
  return bookings.map((booking) => ({
    ...(booking.reference === null ? {} : { href: `/cases/${booking.reference}` }),
    cells: [
      formatTimeAt({ startsAt: booking.startsAt, timeZone }, language),
      booking.reference === null ? (
        <span class="quiet">{desk.otherTeam}</span>
      ) : (
        <span class="code">{formatReference(booking.reference)}</span>
      ),
      serviceName(props.catalogue, booking.serviceCode, language),
      String(booking.seat),
      <State booking={booking} language={language} />,
      <Acts {...props} booking={booking} />,
    ],
  }));
}

/** Lists the times that can still be had, with how many people each takes. */
function Free({ language, shown }: { language: Language; shown: PlaceDay }) {
  const { desk } = words(language).appointments;
  const { times, bookings, timeZone, isClosed } = shown;
  const free = (isClosed ? [] : times).flatMap(({ startsAt, endsAt, seats }) => {
    const left = seats - bookings.filter((one) => one.startsAt < endsAt && one.endsAt > startsAt).length;
    return left <= 0 ? [] : [desk.left(formatTimeAt({ startsAt, timeZone }, language), left)];
  });
  return (
    <>
      <h2>{desk.free}</h2>
      <p>{isClosed ? desk.closed : free.length === 0 ? desk.noneFree : free.join(' · ')}</p>
    </>
  );
}

function State({ booking, language }: { booking: DayBooking; language: Language }) {
  const { desk } = words(language).appointments;
  if (booking.endedHow === 'arrived')
    return <StatusTag tone="good">{desk.arrived(booking.ticket ?? '')}</StatusTag>;
  if (booking.endedHow === 'missed') return <StatusTag tone="warning">{desk.missed}</StatusTag>;
  return <StatusTag tone="neutral">{desk.expected}</StatusTag>;
}

function Acts({
  booking,
  csrf,
  language,
  meets,
  place,
  day,
  days,
  now,
}: DayPageProps & { booking: DayBooking }) {
  const { desk } = words(language).appointments;
  if (!meets || booking.endedHow !== null || day !== days.today) return null;
  const of = booking.reference === null ? String(booking.seat) : formatReference(booking.reference);
  const hasCome = booking.startsAt <= now;
  return (
    <>
      {[
        { path: 'arrival', label: desk.markArrived, isShown: true },
        { path: 'absence', label: desk.markMissed, isShown: hasCome },
      ]
        .filter(({ isShown }) => isShown)
        .map(({ path, label }) => (
          <form method="post" action={`/appointments/${booking.id}/${path}`} class="inline-form">
            <CsrfField token={csrf} />
            <input type="hidden" name="place" value={place?.code} />
            <input type="hidden" name="day" value={day} />
            <button class="button button-secondary button-row" type="submit" aria-label={`${label} : ${of}`}>
              {label}
            </button>
          </form>
        ))}
    </>
  );
}
