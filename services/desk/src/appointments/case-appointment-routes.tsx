import {
  bookAppointment,
  cancelAppointment,
  isDay,
  listFreeSlots,
  moveAppointment,
  readAppointment,
} from '@guichet/casework';
import { DeskError, formatReference, isDeskError, isId, type PlaceId } from '@guichet/kernel';
import { errorWords, words } from '@guichet/pages';
import { Hono } from 'hono';
import { referenceOf } from '../cases/frame/case-frame.tsx';
import type { DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { CaseAppointmentPage } from './case-appointment-page.tsx';

/** How many days of free times a clerk has before them at once. */
const daysShown = 14;

/** Books, moves and cancels the appointment of a case for a person at the counter, on the telephone, or who wrote. */
export function caseAppointmentRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get('/cases/:reference/appointment', (c) => page(c));

  app.post('/cases/:reference/appointment', async (c) => {
    const { ctx } = staffOf(c, 'appointment.list');
    const reference = referenceOf(c);
    const { booked } = await readAppointment(ctx, { reference });
    try {
      const act = booked ? moveAppointment : bookAppointment;
      await act(ctx, { reference, ...slotOf(textOf(c.get('form'), 'slot')) });
    } catch (error) {
      if (!isDeskError(error) || !['slot-taken', 'no-such-slot'].includes(error.publicKey)) throw error;
      return page(c, errorWords(error, c.get('language')));
    }
    return c.redirect(`/cases/${reference}/appointment?told=${booked ? 'moved' : 'booked'}`, 303);
  });

  app.post('/cases/:reference/appointment/cancellation', async (c) => {
    const reference = referenceOf(c);
    await cancelAppointment(staffOf(c, 'appointment.list').ctx, { reference });
    return c.redirect(`/cases/${reference}/appointment?told=cancelled`, 303);
  });
  return app;
}

async function page(c: DeskRequest, problem?: string): Promise<Response> {
  const { ctx } = staffOf(c, 'appointment.list');
  const language = c.get('language');
  const reference = referenceOf(c);
  const appointment = await readAppointment(ctx, { reference });
  const from = c.req.query('from') ?? '';
  const days = appointment.isOffered
    ? await listFreeSlots(ctx, {
        service: appointment.service,
        days: daysShown,
        ...(isDay(from) ? { from } : {}),
      })
    : [];
  const { desk } = words(language).appointments;
  const key = c.req.query('told') ?? '';
  return draw(
    c,
    {
      title: `${desk.ofCase} – ${formatReference(reference)}`,
      current: 'appointments',
      hasErrors: problem !== undefined,
      status: problem === undefined ? 200 : 409,
      here: `/cases/${reference}/appointment`,
    },
    <CaseAppointmentPage
      appointment={appointment}
      days={days}
      from={isDay(from) ? from : (days[0]?.day ?? '')}
      language={language}
      csrf={c.get('csrf')}
      problem={problem}
      told={Object.hasOwn(desk.told, key) ? desk.told[key as keyof typeof desk.told] : undefined}
    />,
  );
}

function slotOf(value: string): { placeId: PlaceId; startsAt: Date } {
  const [placeId = '', at = ''] = value.split(' ');
  const startsAt = new Date(at);
  if (!isId(placeId) || Number.isNaN(startsAt.getTime())) throw new DeskError('invalid', 'no-such-slot');
  return { placeId: placeId as PlaceId, startsAt };
}
