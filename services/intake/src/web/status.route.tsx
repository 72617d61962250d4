import { findStatus, readAppointment } from '@guichet/casework';
import { isDeskError } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { type Context, Hono } from 'hono';
import type { DoorDeps, DoorEnv } from '../door.ts';
import { formToken, requireFormToken } from '../http/form-token.ts';
import { readForm } from '../http/read-form.ts';
import { caseCookie } from './case-cookie.ts';
import { drawPage } from './draw-page.tsx';
import { StatusFormPage } from './status-form.page.tsx';
import { StatusPage } from './status.page.tsx';

/** Unit: bytes. */
const bytesMax = 16 * 1024;

/**
 * Tells a person where their request stands, from its reference and a second fact.
 *
 * Guarantee: both stay out of addresses; a wrong reference and a wrong fact look the same.
 */
export function statusRoute(deps: DoorDeps): Hono<DoorEnv> {
  const app = new Hono<DoorEnv>();
  const { keyring } = deps.desk;

  app.get('/status', (c) => drawForm(c));

  app.post('/status', async (c) => {
    const form = await readForm(c, bytesMax);
    requireFormToken(keyring, 'status', form);
    const typed = { reference: textOf(form['reference']), fact: textOf(form['fact']) };
    const language = c.get('language');
    const empty = (['reference', 'fact'] as const).filter((field) => typed[field] === '');
    if (empty.length > 0) return drawForm(c, typed.reference, empty);
    try {
      const status = await findStatus(deps.desk, typed);
      const service = deps.desk.catalogue.find(status.serviceCode, status.serviceVersion);
      const appointment =
        service?.definition.appointment && (await readAppointment(deps.desk, { caseId: status.id }));
      if (appointment?.booked || appointment?.isOffered) caseCookie.give(deps, c, status.id);
      c.header('cache-control', 'private, no-store');
      const { heading } = words(language).walk.status;
      return drawPage(
        deps,
        c,
        { title: heading(''), backHref: '/status' },
        <StatusPage status={status} service={service} language={language} appointment={appointment} />,
      );
    } catch (error) {
      if (!isDeskError(error) || error.code !== 'not-found') throw error;
      return drawForm(c, typed.reference, ['unknown']);
    }
  });
  return app;

  function drawForm(
    c: Context<DoorEnv>,
    reference = '',
    wrong: readonly ('reference' | 'fact' | 'unknown')[] = [],
  ) {
    const language = c.get('language');
    return drawPage(
      deps,
      c,
      { title: words(language).walk.status.title, backHref: '/', hasErrors: wrong.length > 0 },
      <StatusFormPage
        language={language}
        reference={reference}
        wrong={wrong}
        csrf={formToken(keyring, 'status')}
        hasFinished={c.req.method === 'GET' && c.req.query('told') === 'finished'}
      />,
      wrong.length > 0 ? 422 : 200,
    );
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, 200) : '';
}
