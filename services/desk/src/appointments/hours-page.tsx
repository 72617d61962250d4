import type { HoursRow, PlaceRow } from '@guichet/casework';
import { type CompiledService, type PostedForm, writeTime } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { Button, CsrfField, ErrorSummary, formatDay, Notice, Table, words } from '@guichet/pages';
import { textOf } from '../frame/text-of.ts';

export interface HoursPageProps {
  language: Language;
  csrf: string;
  place: PlaceRow;
  rows: readonly HoursRow[];
  /** Those given by appointment. */
  services: readonly CompiledService[];
  /** What was typed, when it was refused. */
  typed: PostedForm;
  newId: string;
  problem: string | undefined;
  /** The secret address just made. */
  feed: string | undefined;
  told: string | undefined;
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** Draws the hours of a place, and the forms that add, end and close. */
export function HoursPage(props: HoursPageProps) {
  const { language, place, problem, told } = props;
  const { hours } = words(language).appointments;
  return (
    <>
      <a class="back" href={`/appointments?place=${place.code}`}>
        {hours.back}
      </a>
      <ErrorSummary
        language={language}
        problems={problem === undefined ? [] : [{ path: 'from', message: problem }]}
        hrefOf={() => '#weekday'}
      />
      {told === undefined ? null : (
        <Notice language={language} kind="success">
          {told}
        </Notice>
      )}
      <h1>{hours.title}</h1>
      <p>{place.name[language]}</p>
      <Rows {...props} />
      <Add {...props} />
      <Close {...props} />
      <Feed {...props} />
    </>
  );
}

function Rows({ language, csrf, place, rows, services }: HoursPageProps) {
  const { hours } = words(language).appointments;
  const nameOf = (code: string) =>
    services.find(({ definition }) => definition.code === code)?.definition.name[language] ?? code;
  return (
    <Table
      caption={hours.caption}
      stacked
      empty={hours.none}
      columns={[
        { label: hours.when },
        { label: hours.from },
        { label: hours.to },
        { label: hours.minutes, numeric: true },
        { label: hours.seats, numeric: true },
        { label: hours.services },
        { label: hours.end },
      ]}
      rows={rows.map((row) => ({
        cells: [
          row.day === null
            ? hours.weekdays[row.weekday as (typeof weekdays)[number]]
            : formatDay(row.day, language),
          writeTime(row.fromTime, language),
          writeTime(row.toTime, language),
          String(row.minutes),
          row.seats === 1 ? String(row.firstSeat) : `${row.firstSeat}–${row.firstSeat + row.seats - 1}`,
          row.services.length === 0 ? hours.everyService : row.services.map(nameOf).join(', '),
          <form method="post" action={`/appointments/hours/${row.id}/end`} class="inline-form">
            <CsrfField token={csrf} />
            <input type="hidden" name="place" value={place.code} />
            <button class="button button-secondary button-row" type="submit">
              {hours.end}
            </button>
          </form>,
        ],
      }))}
    />
  );
}

function Add({ language, csrf, place, services, typed, newId, problem }: HoursPageProps) {
  const { hours } = words(language).appointments;
  const held = (name: string, usual: string) => (problem === undefined ? usual : textOf(typed, name));
  const texts = [
    { name: 'day', label: hours.oneDay, type: 'date', value: held('day', '') },
    { name: 'from', label: hours.from, type: 'time', value: held('from', '09:00') },
    { name: 'to', label: hours.to, type: 'time', value: held('to', '12:00') },
    { name: 'minutes', label: hours.minutes, type: 'number', value: held('minutes', '30') },
    { name: 'firstSeat', label: hours.firstSeat, type: 'number', value: held('firstSeat', '1') },
    { name: 'seats', label: hours.seats, type: 'number', value: held('seats', '1') },
  ];
  return (
    <form method="post" action="/appointments/hours" class="form form-dense" novalidate>
      <h2>{hours.addTitle}</h2>
      <CsrfField token={csrf} />
      <input type="hidden" name="place" value={place.code} />
      <input type="hidden" name="id" value={newId} />
      <div class="field">
        <label class="label" for="weekday">
          {hours.weekday}
        </label>
        <select class="input" id="weekday" name="weekday">
          {weekdays.map((weekday) => (
            <option value={String(weekday)} selected={held('weekday', '1') === String(weekday)}>
              {hours.weekdays[weekday]}
            </option>
          ))}
        </select>
      </div>
      {texts.map(({ name, label, type, value }) => (
        <div class="field">
          <label class="label" for={name}>
            {label}
          </label>
          <input class="input" id={name} name={name} type={type} value={value} />
        </div>
      ))}
      <fieldset class="field">
        <legend class="label">{hours.services}</legend>
        <p class="help">{hours.servicesHint}</p>
        <div class="options">
          {services.map(({ definition: { code, name } }) => (
            <div class="option">
              <input type="checkbox" id={`service-${code}`} name="services" value={code} />
              <label for={`service-${code}`}>{name[language]}</label>
            </div>
          ))}
        </div>
      </fieldset>
      <Button>{hours.add}</Button>
    </form>
  );
}

function Close({ language, csrf, place }: HoursPageProps) {
  const { hours, desk } = words(language).appointments;
  return (
    <form method="post" action="/appointments/closures" class="form form-dense" novalidate>
      <h2>{hours.closeTitle}</h2>
      <CsrfField token={csrf} />
      <input type="hidden" name="place" value={place.code} />
      <div class="field">
        <label class="label" for="closed-day">
          {desk.day}
        </label>
        <input class="input" id="closed-day" name="closedDay" type="date" />
      </div>
      <div class="row-buttons">
        <Button kind="secondary" name="act" value="close">
          {hours.close}
        </Button>
        <Button kind="secondary" name="act" value="open">
          {hours.open}
        </Button>
      </div>
    </form>
  );
}

function Feed({ language, csrf, place, feed }: HoursPageProps) {
  const { hours } = words(language).appointments;
  return (
    <form method="post" action="/appointments/feed" class="form form-dense">
      <h2>{hours.feedTitle}</h2>
      <CsrfField token={csrf} />
      <input type="hidden" name="place" value={place.code} />
      <p>{hours.feedLead}</p>
      {feed === undefined ? null : (
        <Notice language={language} kind="success" title={hours.feed}>
          <p class="code">{feed}</p>
        </Notice>
      )}
      <Button kind="secondary">{hours.makeFeed}</Button>
    </form>
  );
}
