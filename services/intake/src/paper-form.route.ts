import { printSizes } from '@guichet/channels/mail';
import { DeskError, languages } from '@guichet/kernel';
import { Hono } from 'hono';
import type { DoorDeps, DoorEnv } from './door.ts';

/** Prints the paper form of a service, in the language of the page or the one asked for, and in large print where that is asked for. */
export function paperFormRoute(deps: DoorDeps): Hono<DoorEnv> {
  const app = new Hono<DoorEnv>();
  app.get('/services/:code/form.pdf', async (c) => {
    const service = deps.desk.catalogue.find(c.req.param('code'));
    if (!service) throw new DeskError('not-found', 'unknown-service');
    if (service.definition.channels.mail) throw new DeskError('not-found', 'not-on-paper');
    const language = languages.find((one) => one === c.req.query('lang')) ?? c.get('language');
    const print = printSizes.find((one) => one === c.req.query('print')) ?? 'normal';
    const bytes = await deps.paperForm(service, language, print);
    c.header('content-type', 'application/pdf');
    c.header('content-language', `${language}-CA`);
    const name = [service.definition.code, language, ...(print === 'large' ? [print] : [])].join('-');
    c.header('content-disposition', `inline; filename="${name}.pdf"`);
    return c.body(new Uint8Array(bytes));
  });
  return app;
}
