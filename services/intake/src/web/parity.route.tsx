import { type CompiledService, parityTable } from '@guichet/catalogue';
import { words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DoorDeps, DoorEnv } from '../door.ts';
import { drawPage } from './draw-page.tsx';
import { ParityPage } from './parity.page.tsx';

/** Shows by which doors each service is had, and each exception with its reason. Source: design §4 (an exception is published and counted) */
export function parityRoute(deps: DoorDeps): Hono<DoorEnv> {
  const app = new Hono<DoorEnv>();
  app.get('/parity', (c) => {
    const language = c.get('language');
    const nameOf = ({ definition }: CompiledService) => definition.name[language];
    const services = deps.desk.catalogue.services.toSorted((a, b) =>
      nameOf(a).localeCompare(nameOf(b), `${language}-CA`),
    );
    return drawPage(
      deps,
      c,
      { title: words(language).walk.parity.title, backHref: '/' },
      <ParityPage table={parityTable({ services })} language={language} />,
    );
  });
  return app;
}
