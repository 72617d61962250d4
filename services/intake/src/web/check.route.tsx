import type { Submission } from '@guichet/catalogue';
import { acceptSubmission, draftKey } from '@guichet/casework';
import { words } from '@guichet/pages';
import { type Context, Hono } from 'hono';
import type { DoorDeps, DoorEnv } from '../door.ts';
import { formToken, requireFormToken } from '../http/form-token.ts';
import { readForm } from '../http/read-form.ts';
import { CheckPage } from './check.page.tsx';
import { drawPage } from './draw-page.tsx';
import { fieldProblems } from './field-problems.ts';
import { hrefOf, nextHref, openDraft, type OpenDraft } from './open-draft.ts';

/** Unit: bytes. */
const bytesMax = 16 * 1024;

/** How the answers that came by telephone were given; what is typed here says so by having none. */
function provenanceOf({ provenance = {} }: OpenDraft['content']) {
  return provenance as NonNullable<Submission['provenance']>;
}

/**
 * Shows the answers of a draft to check, and sends it.
 *
 * Guarantee: sent twice, by a second click or a page gone back to, it is one case and the same confirmation.
 */
export function checkRoute(deps: DoorDeps): Hono<DoorEnv> {
  const app = new Hono<DoorEnv>();

  app.get('/requests', async (c) => {
    const draft = await openDraft(deps, c);
    if (draft.caseId) return c.redirect('/confirmation', 303);
    const href = nextHref(draft);
    return href === hrefOf(undefined) ? draw(c, draft) : c.redirect(href, 303);
  });

  app.post('/requests', async (c) => {
    const draft = await openDraft(deps, c);
    if (draft.caseId) return c.redirect('/confirmation', 303);
    requireFormToken(deps.desk.keyring, `draft:${draft.id}`, await readForm(c, bytesMax));
    const acceptance = await acceptSubmission(deps.desk, {
      service: draft.service,
      version: draft.version,
      channel: 'web',
      language: c.get('language'),
      answers: draft.compiled.prune(draft.answers),
      idempotency: draftKey(draft),
      draftId: draft.id,
      // What was said by telephone before the draft went on here waits for its transcription as from there.
      recorded: true,
      provenance: provenanceOf(draft.content),
    });
    if (acceptance.kind !== 'incomplete') return c.redirect('/confirmation', 303);
    return draw(c, draft, acceptance.problems);
  });
  return app;

  function draw(c: Context<DoorEnv>, draft: OpenDraft, problems: Parameters<typeof fieldProblems>[1] = []) {
    const language = c.get('language');
    return drawPage(
      deps,
      c,
      {
        title: words(language).walk.check.title,
        backHref: hrefOf(draft.compiled.visible(draft.answers).at(-1)?.key),
        hasErrors: problems.length > 0,
      },
      <CheckPage
        service={draft.compiled}
        answers={draft.compiled.prune(draft.answers)}
        language={language}
        problems={fieldProblems(draft.compiled, problems, language)}
        csrf={formToken(deps.desk.keyring, `draft:${draft.id}`)}
        fileNames={draft.content.fileNames ?? {}}
      />,
      problems.length > 0 ? 422 : 200,
    );
  }
}
