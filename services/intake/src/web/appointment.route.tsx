import {
  bookAppointment,
  cancelAppointment,
  type CaseAppointment,
  dayAfter,
  dayAt,
  findDraft,
  isDay,
  listFreeSlots,
  moveAppointment,
  readAppointment,
} from '@guichet/casework';
import { calendarFile } from '@guichet/channels/web';
import { deskTimeZone, DeskError, isDeskError, isId, type PlaceId } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { type Context, Hono } from 'hono';
import type { DoorDeps, DoorEnv } from '../door.ts';
import { formToken, requireFormToken } from '../http/form-token.ts';
import { readForm } from '../http/read-form.ts';
import { AppointmentPage } from './appointment.page.tsx';
import { caseCookie } from './case-cookie.ts';
import { draftCookie } from './draft-cookie.ts';
import { drawPage } from './draw-page.tsx';

/** Unit: bytes. */
const bytesMax = 16 * 1024;
/** How many days are looked through for one page. */
const daysAPage = 14;
const tellings = ['booked', 'moved', 'cancelled'] as const;

/**
 * Books, moves and cancels the appointment of a case whose proof this browser gave, as long as its person is there.
 *
 * Guarantee: neither the case nor its proof stands in an address; without the proof it asks for it.
 */
export function appointmentRoute(deps: DoorDeps): Hono<DoorEnv> {
  const app = new Hono<DoorEnv>();
  const { desk } = deps;

  app.get('/appointment', async (c) => {
    const appointment = await opened(c);
    return appointment ? draw(c, appointment) : c.redirect('/status', 303);
  });

  app.post('/appointment', async (c) => {
    const form = await readForm(c, bytesMax);
    const appointment = await opened(c);
    if (!appointment) return c.redirect('/status', 303);
    requireFormToken(desk.keyring, `appointment:${appointment.caseId}`, form);
    const { person } = words(c.get('language')).appointments;
    const chosen = slotOf(form['slot']);
    if (!chosen) return draw(c, appointment, person.missing);
    try {
      const act = appointment.booked ? moveAppointment : bookAppointment;
      await act(desk, { caseId: appointment.caseId, ...chosen });
    } catch (error) {
      if (!isDeskError(error) || !['slot-taken', 'no-such-slot'].includes(error.publicKey)) throw error;
      return draw(c, appointment, person.taken);
    }
    return c.redirect(`/appointment?told=${appointment.booked ? 'moved' : 'booked'}`, 303);
  });

  app.post('/appointment/cancellation', async (c) => {
    const form = await readForm(c, bytesMax);
    const appointment = await opened(c);
    if (!appointment) return c.redirect('/status', 303);
    requireFormToken(desk.keyring, `appointment:${appointment.caseId}`, form);
    await cancelAppointment(desk, { caseId: appointment.caseId });
    return c.redirect('/appointment?told=cancelled', 303);
  });

  // No token of a form: whoever ends it only closes what stands open.
  app.post('/appointment/end', async (c) => {
    caseCookie.forget(deps, c);
    // The request sent shows its confirmation; another one, only begun, would be lost without its cookie.
    const draftId = draftCookie.read(deps, c);
    const draft = draftId && (await findDraft(desk, { id: draftId }));
    if (!draft || draft.caseId) draftCookie.forget(deps, c);
    // The browser forgets what the back button would show.
    c.header('clear-site-data', '"cache"');
    return c.redirect('/status?told=finished', 303);
  });

  app.get('/appointment.ics', async (c) => {
    const appointment = await opened(c);
    if (!appointment?.booked) throw new DeskError('not-found', 'no-appointment');
    const language = c.get('language');
    const { firstId, version, startsAt, endsAt, place } = appointment.booked;
    const entry = {
      id: firstId,
      sequence: version,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      place: place[language],
      isCancelled: false,
      reference: appointment.reference,
    };
    c.header('content-type', 'text/calendar; charset=utf-8');
    c.header('content-disposition', 'attachment; filename="rendez-vous.ics"');
    c.header('cache-control', 'no-store');
    return c.body(calendarFile([entry], { language, name: deps.organisation[language] }));
  });
  return app;

  async function opened(c: Context<DoorEnv>): Promise<CaseAppointment | undefined> {
    const open = caseCookie.read(deps, c);
    if (open === undefined) return undefined;
    caseCookie.prolong(deps, c, open);
    return readAppointment(desk, { caseId: open.id });
  }

  async function draw(c: Context<DoorEnv>, appointment: CaseAppointment, problem?: string) {
    const language = c.get('language');
    const [day, from] = [dayIn(c, 'day'), dayIn(c, 'from')];
    const { service, isOffered } = appointment;
    const days = isOffered
      ? await listFreeSlots(desk, {
          service,
          days: day === undefined ? daysAPage : 1,
          ...(day === undefined && from === undefined ? {} : { from: day ?? from ?? '' }),
        })
      : [];
    c.header('cache-control', 'private, no-store');
    return drawPage(
      deps,
      c,
      {
        title: words(language).appointments.person.title,
        backHref: day === undefined ? '/status' : '/appointment',
        hasErrors: problem !== undefined,
      },
      <AppointmentPage
        appointment={appointment}
        language={language}
        csrf={formToken(desk.keyring, `appointment:${appointment.caseId}`)}
        days={days}
        day={day}
        later={laterThan(from, service.definition.appointment?.daysMax ?? 0)}
        isFirst={from === undefined}
        told={tellings.find((telling) => telling === c.req.query('told'))}
        problem={problem}
      />,
      problem === undefined ? 200 : 422,
    );
  }

  /** The first day of the next page, up to the furthest that can be had. */
  function laterThan(from: string | undefined, daysMax: number): string | undefined {
    const today = dayAt(deskTimeZone, desk.clock.now());
    const next = dayAfter(from ?? today, daysAPage);
    return next > dayAfter(today, daysMax) ? undefined : next;
  }
}

function dayIn(c: Context<DoorEnv>, name: string): string | undefined {
  const day = c.req.query(name) ?? '';
  return isDay(day) ? day : undefined;
}

function slotOf(value: unknown): { placeId: PlaceId; startsAt: Date } | undefined {
  const [placeId = '', at = ''] = typeof value === 'string' ? value.split(' ') : [];
  const startsAt = new Date(at);
  return isId(placeId) && !Number.isNaN(startsAt.getTime())
    ? { placeId: placeId as PlaceId, startsAt }
    : undefined;
}
