import { DeskError } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DoorDeps, DoorEnv } from '../door.ts';
import { formToken } from '../http/form-token.ts';
import { drawPage } from './draw-page.tsx';
import { HomePage } from './home.page.tsx';
import { ServicePage } from './service.page.tsx';

/** Shows the list of services, and what to know of each before starting. */
export function homeRoute(deps: DoorDeps): Hono<DoorEnv> {
  const app = new Hono<DoorEnv>();
  const { catalogue, keyring } = deps.desk;

  app.get('/', (c) => {
    const language = c.get('language');
    return drawPage(
      deps,
      c,
      { title: words(language).walk.services.title },
      <HomePage services={catalogue.services} language={language} />,
    );
  });

  app.get('/services', (c) => c.redirect('/', 303));

  app.get('/services/:code', (c) => {
    const service = catalogue.find(c.req.param('code'));
    if (!service) throw new DeskError('not-found', 'unknown-service');
    const language = c.get('language');
    return drawPage(
      deps,
      c,
      { title: service.definition.name[language], backHref: '/' },
      <ServicePage service={service} language={language} facts={deps} csrf={formToken(keyring, 'start')} />,
    );
  });
  return app;
}
