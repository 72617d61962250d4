import { offerResume } from '@guichet/casework';
import { words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DoorDeps, DoorEnv } from '../door.ts';
import { drawPage } from './draw-page.tsx';
import { LaterPage } from './later.page.tsx';
import { nextHref, openDraft } from './open-draft.ts';

/** Shows the number and the code by which this browser's draft goes on later, here or at another door: the same each time. */
export function laterRoute(deps: DoorDeps): Hono<DoorEnv> {
  const app = new Hono<DoorEnv>();
  app.get('/later', async (c) => {
    const draft = await openDraft(deps, c);
    if (draft.caseId) return c.redirect('/confirmation', 303);
    const offered = await offerResume(deps.desk, { draftId: draft.id });
    const language = c.get('language');
    c.header('cache-control', 'private, no-store');
    return drawPage(
      deps,
      c,
      { title: words(language).walk.resume.savedTitle, backHref: nextHref(draft) },
      <LaterPage
        offered={offered}
        service={draft.compiled}
        language={language}
        facts={deps}
        backHref={nextHref(draft)}
      />,
    );
  });
  return app;
}
