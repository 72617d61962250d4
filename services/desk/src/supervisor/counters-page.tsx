import {
  type CounterRow,
  type DeviceRow,
  deviceUses,
  type Family,
  familyLetters,
  type PlaceRow,
} from '@guichet/casework';
import type { PostedForm } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { Button, CsrfField, type FieldProblem, formatInstant, Notice, Table, words } from '@guichet/pages';
import { CheckList } from '../frame/check-list.tsx';
import { FormErrors } from '../frame/form-problem.tsx';
import { MarkButton } from '../frame/mark-button.tsx';
import { TextLine } from '../frame/text-line.tsx';
import { checkedOf, textOf } from '../frame/text-of.ts';

export interface CountersProps {
  language: Language;
  csrf: string;
  places: readonly PlaceRow[];
  counters: readonly CounterRow[];
  devices: readonly DeviceRow[];
  families: readonly Family[];
  told?: string | undefined;
  /** What was typed, where it was refused. */
  form: PostedForm;
  problem?: FieldProblem | undefined;
  /** The code of a device just made: shown once. */
  code?: string | undefined;
  /** Where a device enters it. */
  deviceAddress: string;
}

/** Draws the places with their counters, and what stands in their halls. */
export function CountersPage(props: CountersProps) {
  const { language, places, told, problem, code, deviceAddress } = props;
  const { manage } = words(language).work.visits;
  return (
    <>
      <a class="back" href="/supervisor">
        {words(language).desk.supervisor.title}
      </a>
      <FormErrors language={language} problem={problem} />
      <h1>{manage.title}</h1>
      <p class="lead">{manage.lead}</p>
      {told === undefined ? null : (
        <Notice language={language} kind="success">
          {told}
        </Notice>
      )}
      {code === undefined ? null : (
        <section class="device-code" aria-labelledby="device-code">
          <h2 id="device-code">{manage.made}</h2>
          <p>
            <strong class="code">{code.replace(/(\d{3})(\d{3})(\d{4})/, '$1 $2 $3')}</strong>
          </p>
          <p>{manage.madeHint(deviceAddress)}</p>
        </section>
      )}
      {places.length === 0 ? <p>{manage.noPlace}</p> : null}
      {places.map((place) => (
        <PlaceSection {...props} place={place} />
      ))}
      <Devices {...props} />
      <NewPlace {...props} />
    </>
  );
}

function PlaceSection(props: CountersProps & { place: PlaceRow }) {
  const { language, csrf, place, counters, families, form, problem } = props;
  const isTyped = textOf(form, 'place') === place.id;
  const { manage } = words(language).work.visits;
  const { themes } = words(language).walk.services;
  const rows = counters.filter(({ placeId }) => placeId === place.id);
  return (
    <section aria-labelledby={`place-${place.code}`}>
      <h2 id={`place-${place.code}`}>{place.name[language]}</h2>
      <p class="quiet">
        {place.timeZone}. {manage.priorityMinutes}
        {language === 'fr' ? '\u00a0: ' : ': '}
        {place.priorityMinutes}.
      </p>
      <Table
        caption={manage.counters}
        captionHidden
        stacked
        empty={manage.noCounter}
        columns={[{ label: manage.counters }, { label: manage.families }, { label: manage.taken }]}
        rows={rows.map((row) => ({
          cells: [
            row.name,
            row.families.length === 0
              ? manage.everyFamily
              : row.families.map((family) => themes[family]).join(', '),
            row.takenBy === null ? (
              '–'
            ) : (
              <>
                {row.takenBy}{' '}
                <MarkButton
                  action={`/supervisor/counters/${row.id}/freeing`}
                  csrf={csrf}
                  label={manage.free}
                  of={row.name}
                />
              </>
            ),
          ],
        }))}
      />
      <details class="fold" open={isTyped && problem !== undefined}>
        <summary>{manage.addCounter}</summary>
        <form method="post" action="/supervisor/counters" class="form form-dense">
          <CsrfField token={csrf} />
          <input type="hidden" name="place" value={place.id} />
          <TextLine
            id={`counter-${place.code}`}
            name="name"
            label={manage.newCounter}
            max={12}
            value={isTyped ? textOf(form, 'name') : undefined}
            problem={problem}
          />
          <CheckList
            legend={manage.families}
            hint={manage.familiesHint}
            name="family"
            id={`family-${place.code}`}
            options={families.map((family) => ({
              value: family,
              label: `${familyLetters[family]} ${themes[family]}`,
            }))}
            checked={isTyped ? checkedOf(form, 'family') : []}
          />
          <Button kind="secondary">{manage.addCounter}</Button>
        </form>
      </details>
    </section>
  );
}

function Devices({ language, csrf, places, counters, devices }: CountersProps) {
  const { manage, hall, line } = words(language).work.visits;
  const placed = (name: { fr: string; en: string }, counter: string | null) =>
    counter === null ? name[language] : `${name[language]}, ${line.counterOf(counter)}`;
  return (
    <section>
      <h2>{manage.devices}</h2>
      <Table
        caption={manage.devices}
        captionHidden
        stacked
        empty={manage.noDevice}
        columns={[
          { label: manage.use },
          { label: manage.place },
          { label: manage.linked },
          { label: manage.revoke },
        ]}
        rows={devices.map((device) => ({
          cells: [
            hall.uses[device.use],
            placed(device.placeName, device.counter),
            device.linkedAt ? formatInstant(device.linkedAt, language) : manage.notYet,
            <MarkButton
              action={`/supervisor/devices/${device.id}/end`}
              csrf={csrf}
              label={manage.revoke}
              of={`${hall.uses[device.use]}, ${placed(device.placeName, device.counter)}`}
            />,
          ],
        }))}
      />
      {places.length === 0 ? null : (
        <form method="post" action="/supervisor/devices" class="give-ticket">
          <CsrfField token={csrf} />
          <div>
            <label class="label" for="device-for">
              {manage.newDevice}
            </label>
            <select class="input" id="device-for" name="for">
              {deviceUses.flatMap((use) =>
                use === 'screen'
                  ? counters.map(({ id, name, placeName, placeId }) => (
                      <option value={`${use}:${placeId}:${id}`}>
                        {hall.uses[use]}, {placed(placeName, name)}
                      </option>
                    ))
                  : places.map(({ id, name }) => (
                      <option value={`${use}:${id}`}>
                        {hall.uses[use]}, {name[language]}
                      </option>
                    )),
              )}
            </select>
          </div>
          <Button kind="secondary">{manage.makeDevice}</Button>
        </form>
      )}
    </section>
  );
}

function NewPlace({ language, csrf, form, problem }: CountersProps) {
  const { manage } = words(language).work.visits;
  return (
    <details class="details fold" open={problem?.path === 'place-code'}>
      <summary>{manage.newPlace}</summary>
      <form method="post" action="/supervisor/places" class="form form-dense">
        <CsrfField token={csrf} />
        <TextLine
          id="place-code"
          name="code"
          label={manage.code}
          hint={manage.codeHint}
          max={40}
          value={textOf(form, 'code')}
          problem={problem}
        />
        <TextLine id="place-fr" name="fr" label={manage.nameFr} max={80} value={textOf(form, 'fr')} />
        <TextLine id="place-en" name="en" label={manage.nameEn} max={80} value={textOf(form, 'en')} />
        <TextLine
          id="place-zone"
          name="zone"
          label={manage.timeZone}
          hint={manage.timeZoneHint}
          max={60}
          value={textOf(form, 'zone') || 'America/Toronto'}
        />
        <Button kind="secondary">{manage.addPlace}</Button>
      </form>
    </details>
  );
}
