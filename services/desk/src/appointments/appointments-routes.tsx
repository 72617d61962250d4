import {
  dayAfter,
  dayAt,
  isDay,
  listDay,
  listPlaces,
  markArrived,
  markMissed,
  may,
  type PlaceRow,
} from '@guichet/casework';
import { newId } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { idAt } from '../frame/id-at.ts';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { DayPage } from './day-page.tsx';

/** Shows who comes to a place on a day, and takes who came and who did not. */
export function appointmentsRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get('/appointments', async (c) => {
    const { ctx, actor } = staffOf(c, 'appointment.list');
    const language = c.get('language');
    const places = await listPlaces(ctx);
    const place = placeAsked(c, places);
    const asked = c.req.query('day') ?? '';
    const today = dayAt(place?.timeZone ?? 'America/Toronto', ctx.clock.now());
    const day = isDay(asked) ? asked : today;
    const { title, told } = words(language).appointments.desk;
    const key = c.req.query('told') ?? '';
    return draw(
      c,
      { title, current: 'appointments' },
      <DayPage
        language={language}
        csrf={c.get('csrf')}
        catalogue={ctx.catalogue}
        places={places}
        place={place}
        day={day}
        days={{ today, before: dayAfter(day, -1), after: dayAfter(day, 1) }}
        shown={place && (await listDay(ctx, { placeId: place.id, day }))}
        now={ctx.clock.now()}
        meets={may(actor, 'appointment.meet')}
        manages={may(actor, 'appointment.hours')}
        told={Object.hasOwn(told, key) ? told[key as keyof typeof told] : undefined}
      />,
    );
  });

  app.post('/appointments/:id/arrival', async (c) => {
    await markArrived(staffOf(c).ctx, { id: idAt<'appointment'>(c), visitId: newId() });
    return c.redirect(backTo(c, 'arrived'), 303);
  });

  app.post('/appointments/:id/absence', async (c) => {
    await markMissed(staffOf(c).ctx, idAt<'appointment'>(c));
    return c.redirect(backTo(c, 'missed'), 303);
  });
  return app;
}

/** Finds the place that an address names, or the first. */
export function placeAsked(c: DeskRequest, places: readonly PlaceRow[]): PlaceRow | undefined {
  return places.find(({ code }) => code === c.req.query('place')) ?? places[0];
}

function backTo(c: DeskRequest, told: string): string {
  const form = c.get('form');
  const query = new URLSearchParams({ place: textOf(form, 'place'), day: textOf(form, 'day'), told });
  return `/appointments?${query}`;
}
