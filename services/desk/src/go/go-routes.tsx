import { listViews, may, type SavedView } from '@guichet/casework';
import { type Language, parseReference } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskEnv } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { queryOf } from '../queue/queue-views.tsx';
import { staffOf } from '../session/require-staff.ts';
import { GoPage } from './go-page.tsx';
import { matches } from './matches.ts';
import { placesFor, type Way } from './places.ts';

const typedMax = 60;

/** Lists where a person may go: a page of its own, and what the palette takes its list from. */
export function goRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/go', async (c) => {
    const staff = staffOf(c);
    const language = c.get('language');
    const typed = (c.req.query('q') ?? '').trim().slice(0, typedMax);
    const saved = may(staff.actor, 'queue.list') ? await listViews(staff.ctx) : [];
    const found = (ways: readonly Way[]) => ways.filter((way) => matches(way, typed));
    return draw(
      c,
      { title: words(language).go.pageTitle },
      <GoPage
        language={language}
        typed={typed}
        pages={found(placesFor(staff, language))}
        views={found(saved.map((view) => wayTo(view, language)))}
        reference={parseReference(typed)}
      />,
    );
  });
  return app;
}

function wayTo({ name, filter }: SavedView, language: Language): Way {
  return { name, href: `/${queryOf(filter)}`, also: words(language).go.views };
}
