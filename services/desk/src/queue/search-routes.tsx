import { findCases, type FoundCases } from '@guichet/casework';
import { isDeskError, parseReference } from '@guichet/kernel';
import { errorWords, words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { SearchPage } from './search-page.tsx';

/** Finds cases by what they say; a whole reference opens its case at once. */
export function searchRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get('/search', (c) => {
    staffOf(c, 'case.search');
    return searchPage(c, { typed: '' });
  });

  app.post('/search', async (c) => {
    const { ctx } = staffOf(c, 'case.search');
    const typed = textOf(c.get('form'), 'words');
    const reference = parseReference(typed);
    if (reference) return c.redirect(`/cases/${reference}`, 303);
    try {
      return await searchPage(c, { typed, found: await findCases(ctx, typed) });
    } catch (error) {
      if (!isDeskError(error) || (error.code !== 'invalid' && error.code !== 'too-many')) throw error;
      return searchPage(c, { typed, problem: errorWords(error, c.get('language')) });
    }
  });
  return app;
}

interface Search {
  typed: string;
  found?: FoundCases;
  problem?: string;
}

function searchPage(c: DeskRequest, search: Search): Response | Promise<Response> {
  const { ctx } = staffOf(c);
  const language = c.get('language');
  const isWrong = search.problem !== undefined;
  return draw(
    c,
    {
      title: words(language).queue.search.title,
      current: 'queue',
      here: '/search',
      hasErrors: isWrong,
      status: isWrong ? 422 : 200,
    },
    <SearchPage
      language={language}
      csrf={c.get('csrf')}
      catalogue={ctx.catalogue}
      now={ctx.clock.now()}
      {...search}
    />,
  );
}
