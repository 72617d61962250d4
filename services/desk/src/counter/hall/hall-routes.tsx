import {
  type Family,
  openVisit,
  readHall,
  readTicket,
  readVisitMarks,
  type VisitMarks,
} from '@guichet/casework';
import { DeskError, languageOr, newId, type PlaceId } from '@guichet/kernel';
import { formatInstant, words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskDeps, DeskEnv, DeskRequest } from '../../frame/desk-env.ts';
import { idAt } from '../../frame/id-at.ts';
import { textOf } from '../../frame/text-of.ts';
import { isNonce } from '../counter-form.ts';
import { tellChanges } from '../../queue/queue-changes.ts';
import { watchMarks } from '../../queue/watch-marks.ts';
import { staffOf } from '../../session/require-staff.ts';
import { BoardPage } from './board-page.tsx';
import { deviceRoutes } from './device-routes.tsx';
import { drawHall } from './draw-hall.tsx';
import { hallOf, readDevice } from './hall-of.ts';
import { KioskPage, kioskAddress, TicketPage } from './kiosk-page.tsx';
import { screenRoutes } from './screen-routes.tsx';

/** A ticket stays on the kiosk so long, then the next person finds the first page. Unit: seconds. */
const ticketShown = 30;

/** Serves what stands in the hall: the board, the kiosk and the screen before a person at a counter. */
export function hallRoutes(deps: DeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const watch = watchMarks(
    deps.ctx,
    readVisitMarks,
    (marks: VisitMarks, placeId: PlaceId) => marks.get(placeId) ?? '',
  );
  const changesOf = (c: DeskRequest, placeId: PlaceId) =>
    tellChanges(c, (seen, signal) => watch.next(placeId, seen, signal), deps.closing);
  for (const path of ['/counter/board', '/counter/kiosk', '/counter/screen'])
    app.use(`${path}/*`, readDevice(deps)).use(path, readDevice(deps));
  app.route('/', deviceRoutes(deps));
  app.route('/', screenRoutes(changesOf));

  app.get('/counter/board', async (c) => {
    if (isUnknown(c)) return c.redirect('/counter/device', 303);
    const { ctx, placeId } = await hallOf(c, 'board');
    const hall = await readHall(ctx, placeId);
    const { search } = new URL(c.req.url);
    const title = words('fr').work.visits.hall.board;
    return drawHall(
      c,
      { language: 'fr', title, changes: `/counter/board/changes${search}` },
      <BoardPage hall={hall} />,
    );
  });
  app.get('/counter/board/changes', async (c) => changesOf(c, (await hallOf(c, 'board')).placeId));
  app.get('/counter/changes', async (c) => {
    staffOf(c, 'counter.serve');
    return changesOf(c, idAtQuery(c));
  });

  app.get('/counter/kiosk', async (c) => {
    if (isUnknown(c)) return c.redirect('/counter/device', 303);
    const { ctx, placeId } = await hallOf(c, 'kiosk');
    const language = languageOr(c.req.query('language'));
    const prints = c.req.query('print') === 'auto';
    const props = { hall: await readHall(ctx, placeId), language, csrf: c.get('csrf'), prints };
    return drawHall(c, { language, title: words(language).work.visits.hall.kiosk }, <KioskPage {...props} />);
  });

  app.post('/counter/kiosk', async (c) => {
    const { ctx, placeId } = await hallOf(c, 'kiosk');
    const form = c.get('form');
    const id = textOf(form, 'visit');
    const language = languageOr(textOf(form, 'language'));
    const prints = textOf(form, 'print') === 'auto';
    const visitId = (isNonce(id) ? id : newId()) as ReturnType<typeof idAt<'visit'>>;
    await openVisit(ctx, {
      visitId,
      placeId,
      family: textOf(form, 'family') as Family,
      language,
      how: 'kiosk',
      priority: textOf(form, 'priority') === 'yes',
    });
    return c.redirect(`/counter/kiosk/${visitId}${prints ? '?print=auto' : ''}`, 303);
  });

  app.get('/counter/kiosk/:id', async (c) => {
    const { ctx } = await hallOf(c, 'kiosk');
    const given = await readTicket(ctx, idAt<'visit'>(c));
    const { language } = given;
    const prints = c.req.query('print') === 'auto';
    const next = { href: kioskAddress({ prints }), afterSeconds: ticketShown };
    return drawHall(
      c,
      { language, title: `${words(language).work.visits.hall.yourTicket} ${given.ticket}`, next },
      <TicketPage
        given={{ ...given, givenAt: formatInstant(given.openedAt, language) }}
        language={language}
        prints={prints}
      />,
    );
  });
  return app;
}

/** Neither a device nor staff: whoever set it up is shown how to link it. */
function isUnknown(c: DeskRequest): boolean {
  return !c.get('device') && !c.get('staff');
}

function idAtQuery(c: DeskRequest): PlaceId {
  const id = c.req.query('place') ?? '';
  if (!isNonce(id)) throw new DeskError('not-found', 'no-such-place');
  return id as PlaceId;
}
