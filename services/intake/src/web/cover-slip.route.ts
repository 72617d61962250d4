import { wording } from '@guichet/catalogue';
import { draftKey, findAcceptance, pageKey } from '@guichet/casework';
import { coverSlipPdf, pageSigner } from '@guichet/channels/mail';
import { DeskError } from '@guichet/kernel';
import { Hono } from 'hono';
import type { DoorDeps, DoorEnv } from '../door.ts';
import { documentsToPost, slipHref } from './documents-to-post.ts';
import { openDraft } from './open-draft.ts';

/**
 * Prints the slip to put on a document that follows by post.
 *
 * Guarantee: only for the request that this browser sent: nobody can print a slip that leads to another person's case.
 */
export function coverSlipRoute(deps: DoorDeps): Hono<DoorEnv> {
  const app = new Hono<DoorEnv>();
  const sign = pageSigner(pageKey(deps.desk.keyring));
  app.get(slipHref(':question'), async (c) => {
    const draft = await openDraft(deps, c);
    const accepted = draft.caseId && (await findAcceptance(deps.desk, draftKey(draft)));
    const question = documentsToPost(draft).find(({ key }) => key === c.req.param('question'));
    if (!accepted || !question) throw new DeskError('not-found', 'not-found');
    const language = c.get('language');
    const bytes = await coverSlipPdf({
      language,
      organisation: deps.organisation[language],
      returnAddress: deps.address,
      reference: accepted.reference,
      service: draft.compiled.definition.name[language],
      document: wording(question, 'web', language).label,
      sign,
      paper: deps.paper,
    });
    c.header('content-type', 'application/pdf');
    c.header('content-language', `${language}-CA`);
    c.header('cache-control', 'private, no-store');
    c.header('content-disposition', `inline; filename="${accepted.reference}-${question.key}.pdf"`);
    return c.body(new Uint8Array(bytes));
  });
  return app;
}
