import { type CompiledService, writeDate } from '@guichet/catalogue';
import { offerResume, todayOf } from '@guichet/casework';
import { addressBlock, type FormRequest, printSizes, stillAsked } from '@guichet/channels/mail';
import { DeskError, type Language } from '@guichet/kernel';
import { Hono } from 'hono';
import type { DoorDeps, DoorEnv } from '../door.ts';
import { type OpenDraft, openDraft } from './open-draft.ts';

/** Where a browser's draft is printed to go on by post. */
export const draftFormHref = '/later/form.pdf';

/**
 * Prints the questions that a request set aside has still to be answered, to go on with it by post.
 *
 * Guarantee: only for the browser that holds the draft; holds none of its answers but the name and the address that a letter goes to;
 *   its pages name the draft, so that the answers become one request with those given before.
 */
export function draftFormRoute(deps: DoorDeps): Hono<DoorEnv> {
  const app = new Hono<DoorEnv>();
  app.get(draftFormHref, async (c) => {
    const draft = await openDraft(deps, c);
    if (draft.caseId) return c.redirect('/confirmation', 303);
    const { compiled } = draft;
    if (compiled.definition.channels.mail) throw new DeskError('not-found', 'not-on-paper');
    const { number, expiresAt } = await offerResume(deps.desk, { draftId: draft.id });
    const language = c.get('language');
    const day = (at: Date) => writeDate(todayOf(at), language);
    const print = printSizes.find((one) => one === c.req.query('print')) ?? 'normal';
    const bytes = await deps.paperForm(compiled, language, print, {
      about: { kind: 'draft', number },
      ...recipientOf(compiled, draft, language),
      date: day(deps.desk.clock.now()),
      replyBy: day(expiresAt),
      paragraphs: [],
      asks: stillAsked(compiled, draft.answers),
    });
    c.header('content-type', 'application/pdf');
    c.header('content-language', `${language}-CA`);
    c.header('cache-control', 'private, no-store');
    c.header('content-disposition', `inline; filename="${compiled.definition.code}-${number}.pdf"`);
    return c.body(new Uint8Array(bytes));
  });
  return app;
}

/** Who chose letters gets theirs ready for a window envelope. */
function recipientOf(
  compiled: CompiledService,
  { answers }: OpenDraft,
  language: Language,
): Pick<FormRequest, 'recipient'> {
  const reply = compiled.replyChoice(answers);
  if (reply.way !== 'letter' || 'pending' in reply) return {};
  return { recipient: addressBlock(reply.name, reply.address, language) };
}
