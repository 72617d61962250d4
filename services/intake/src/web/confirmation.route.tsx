import { draftKey, findAcceptance, readAppointment } from '@guichet/casework';
import { DeskError } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DoorDeps, DoorEnv } from '../door.ts';
import { ConfirmationPage } from './confirmation.page.tsx';
import { caseCookie } from './case-cookie.ts';
import { documentsToPost } from './documents-to-post.ts';
import { drawPage } from './draw-page.tsx';
import { nextHref, openDraft } from './open-draft.ts';

/** Tells that a request was received, as often as the page is asked for. */
export function confirmationRoute(deps: DoorDeps): Hono<DoorEnv> {
  const app = new Hono<DoorEnv>();
  app.get('/confirmation', async (c) => {
    const draft = await openDraft(deps, c);
    if (!draft.caseId) return c.redirect(nextHref(draft), 303);
    const accepted = await findAcceptance(deps.desk, draftKey(draft));
    if (!accepted)
      throw new DeskError('gone', 'draft-expired', { detail: 'a submitted draft without acceptance' });
    const appointment =
      draft.compiled.definition.appointment && (await readAppointment(deps.desk, { caseId: draft.caseId }));
    if (appointment?.booked || appointment?.isOffered) caseCookie.give(deps, c, draft.caseId);
    const language = c.get('language');
    return drawPage(
      deps,
      c,
      { title: words(language).walk.confirmation.title },
      <ConfirmationPage
        service={draft.compiled}
        replyWay={draft.compiled.replyChoice(draft.answers).way}
        accepted={accepted}
        language={language}
        statusHref={`${deps.publicUrl}/status`}
        toPost={documentsToPost(draft)}
        address={deps.address}
        appointment={appointment}
      />,
    );
  });
  return app;
}
