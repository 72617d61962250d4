import {
  closeDay,
  endHours,
  listHours,
  listPlaces,
  makeFeed,
  type PlaceRow,
  setHours,
} from '@guichet/casework';
import { DeskError, isDeskError, isId, newId } from '@guichet/kernel';
import { errorWords, words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskDeps, DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { idAt } from '../frame/id-at.ts';
import { checkedOf, textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { placeAsked } from './appointments-routes.tsx';
import { HoursPage } from './hours-page.tsx';

/** Lets a supervisor say when a place takes people by appointment, close a day, and give a calendar program its address. */
export function hoursRoutes(deps: DeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get('/appointments/hours', async (c) => page(c, placeAsked(c, await placesOf(c))));

  app.post('/appointments/hours', async (c) => {
    const { ctx } = staffOf(c, 'appointment.hours');
    const form = c.get('form');
    const place = await placeOf(c);
    const [id, day] = [textOf(form, 'id'), textOf(form, 'day')];
    try {
      await setHours(ctx, {
        id: (isId(id) ? id : newId()) as ReturnType<typeof newId<'appointment-hours'>>,
        placeId: place.id,
        on: day === '' ? { weekday: Number(textOf(form, 'weekday')) } : { day },
        from: textOf(form, 'from'),
        to: textOf(form, 'to'),
        minutes: Number(textOf(form, 'minutes')),
        firstSeat: Number(textOf(form, 'firstSeat')),
        seats: Number(textOf(form, 'seats')),
        services: checkedOf(form, 'services'),
      });
    } catch (error) {
      if (!isDeskError(error) || error.code !== 'invalid') throw error;
      return page(c, place, { problem: errorWords(error, c.get('language')) });
    }
    return c.redirect(`/appointments/hours?place=${place.code}&told=set`, 303);
  });

  app.post('/appointments/hours/:id/end', async (c) => {
    const { ctx } = staffOf(c, 'appointment.hours');
    await endHours(ctx, idAt<'appointment-hours'>(c));
    return c.redirect(`/appointments/hours?place=${(await placeOf(c)).code}&told=ended`, 303);
  });

  app.post('/appointments/closures', async (c) => {
    const { ctx } = staffOf(c, 'appointment.hours');
    const form = c.get('form');
    const place = await placeOf(c);
    const closed = textOf(form, 'act') !== 'open';
    try {
      await closeDay(ctx, { placeId: place.id, day: textOf(form, 'closedDay'), closed });
    } catch (error) {
      if (!isDeskError(error) || error.code !== 'invalid') throw error;
      return page(c, place, { problem: errorWords(error, c.get('language')) });
    }
    return c.redirect(`/appointments/hours?place=${place.code}&told=${closed ? 'closed' : 'opened'}`, 303);
  });

  app.post('/appointments/feed', async (c) => {
    const place = await placeOf(c);
    const { token } = await makeFeed(staffOf(c, 'appointment.feed').ctx, place.id);
    const base = deps.deskUrl ?? new URL(c.req.url).origin;
    return page(c, place, { feed: `${base}/calendar/${token}.ics` });
  });
  return app;
}

function placesOf(c: DeskRequest): Promise<PlaceRow[]> {
  return listPlaces(staffOf(c, 'appointment.hours').ctx);
}

async function placeOf(c: DeskRequest): Promise<PlaceRow> {
  const place = (await placesOf(c)).find(({ code }) => code === textOf(c.get('form'), 'place'));
  if (!place) throw new DeskError('not-found', 'no-such-place');
  return place;
}

async function page(
  c: DeskRequest,
  place: PlaceRow | undefined,
  { problem, feed }: { problem?: string; feed?: string } = {},
): Promise<Response> {
  const { ctx } = staffOf(c, 'appointment.hours');
  if (!place) throw new DeskError('not-found', 'no-such-place');
  const language = c.get('language');
  const { hours, desk } = words(language).appointments;
  const key = c.req.query('told') ?? '';
  return draw(
    c,
    {
      title: hours.title,
      current: 'appointments',
      hasErrors: problem !== undefined,
      status: problem === undefined ? 200 : 422,
      here: '/appointments/hours',
    },
    <HoursPage
      language={language}
      csrf={c.get('csrf')}
      place={place}
      rows={await listHours(ctx, place.id)}
      services={ctx.catalogue.services.filter(({ definition }) => definition.appointment !== undefined)}
      typed={c.get('form')}
      newId={newId()}
      problem={problem}
      feed={feed}
      told={Object.hasOwn(desk.told, key) ? desk.told[key as keyof typeof desk.told] : undefined}
    />,
  );
}
