import { readFeed } from '@guichet/casework';
import { calendarFile } from '@guichet/channels/web';
import { DeskError } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskDeps, DeskEnv } from '../frame/desk-env.ts';
import { serviceName } from '../frame/service-name.ts';

/** Gives a place's calendar to a program that has its secret address. Guarantee: times, seats and services; no name and no reference. */
export function calendarRoutes({ ctx }: DeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/calendar/:file', async (c) => {
    const token = /^([\w-]{32})\.ics$/.exec(c.req.param('file'))?.[1];
    const feed = token === undefined ? undefined : await readFeed(ctx, token);
    if (!feed) throw new DeskError('not-found', 'not-found');
    const { desk } = words('fr').appointments;
    const entries = feed.entries.map(({ id, sequence, startsAt, endsAt, seat, serviceCode }) => ({
      id,
      sequence,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      place: feed.place.fr,
      isCancelled: false,
      title: `${serviceName(ctx.catalogue, serviceCode, 'fr')} (${desk.seat} ${seat})`,
    }));
    c.header('content-type', 'text/calendar; charset=utf-8');
    c.header('cache-control', 'no-store');
    return c.body(calendarFile(entries, { language: 'fr', name: `${desk.title}, ${feed.place.fr}` }));
  });
  return app;
}
