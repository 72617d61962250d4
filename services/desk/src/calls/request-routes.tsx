import { keepTyped, todayOf } from '@guichet/casework';
import type { Answers, Problem } from '@guichet/catalogue';
import { words } from '@guichet/pages';
import { Hono } from 'hono';
import { saidProblems } from '../counter/counter-form.ts';
import { keepCounterFiles } from '../counter/keep-counter-files.ts';
import { type DraftScreen, draftScreen } from '../drafts/draft-screen.tsx';
import { type DraftFormRead, readDraftForm } from '../drafts/read-draft-form.ts';
import type { DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { idAt } from '../frame/id-at.ts';
import { staffOf } from '../session/require-staff.ts';
import { acceptCallRequest, type CallRequest, findCallRequest } from './call-request.ts';
import { changedKeys } from './changed-keys.ts';

/**
 * Goes on with a caller's request on the counter's screen: one case whoever sends it.
 *
 * Guarantee: what is typed is kept beside the caller's draft (`keepTyped` says why): a call that comes back to its questions erases
 *   nothing of it, and it nothing of the call's.
 */
export function requestRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get('/calls/:id/request', async (c) => {
    const asked = await askedAt(c);
    return asked instanceof Response ? asked : screenPage(c, asked);
  });

  app.post('/calls/:id/request', async (c) => {
    const asked = await askedAt(c);
    if (asked instanceof Response) return asked;
    const { draft, service } = asked;
    const { ctx } = staffOf(c);
    const today = todayOf(ctx.clock.now());
    const { form: posted, fileNames } = await keepCounterFiles(
      staffOf(c),
      service,
      c.get('form'),
      draft.content,
      async () => draft.id,
    );
    const read = readDraftForm(service, posted, asked.answers, { language: c.get('language'), today });
    const set = pick(read.answers, changedKeys(asked.answers, read.answers));
    const change = { draftId: draft.id, service: draft.service, set, cleared: read.cleared, fileNames };
    const stands = await keepTyped(ctx, change);
    if (read.again) return screenPage(c, { ...asked, ...read });
    const parsed = service.parse(sent(asked, read, stands), { today, allowPending: true });
    if (!parsed.ok) return screenPage(c, { ...asked, ...read }, parsed.problems);
    const acceptance = await acceptCallRequest(ctx, draft, parsed.value);
    if (acceptance.kind === 'incomplete') return screenPage(c, { ...asked, ...read }, acceptance.problems);
    return c.redirect(`/calls/${asked.call.id}`, 303);
  });
  return app;
}

/** What was typed on this page and, under the questions that it left as they were, what was answered since it was read. */
function sent(
  asked: CallRequest,
  read: DraftFormRead,
  stands: Record<string, unknown>,
): Record<string, unknown> {
  const typed = new Set([...changedKeys(asked.answers, read.answers), ...read.cleared]);
  const isWrong = (key: string) => read.raw[key] !== undefined && read.answers[key] === undefined;
  const since = changedKeys(asked.answers, stands).filter((key) => !typed.has(key) && !isWrong(key));
  return { ...read.raw, ...Object.fromEntries(since.map((key) => [key, stands[key]])) };
}

function pick(answers: Answers, keys: readonly string[]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([key]) => keys.includes(key)));
}

/** Finds the request of the call in the address; one that was sent meanwhile is shown on the call's page. Errors: not-found; gone */
async function askedAt(c: DeskRequest): Promise<CallRequest | Response> {
  const { ctx } = staffOf(c, 'call.take');
  const found = await findCallRequest(ctx, { id: idAt<'live-call'>(c) });
  return found.isSent ? c.redirect(`/calls/${found.call.id}`, 303) : found;
}

function screenPage(
  c: DeskRequest,
  shown: Pick<CallRequest, 'call' | 'service' | 'answers'> & Pick<DraftScreen, 'form' | 'shown' | 'hidden'>,
  problems: Problem[] = [],
): Response | Promise<Response> {
  const { call, service, answers, form, shown: keys, hidden } = shown;
  const language = c.get('language');
  const { calls } = words(language).work;
  const callHref = `/calls/${call.id}`;
  return draftScreen(c, {
    section: 'calls',
    action: `${callHref}/request`,
    back: { href: callHref, text: calls.title },
    submit: { label: calls.submit, hint: calls.submitHint },
    service,
    answers,
    problems: saidProblems(service, problems, language),
    ...(form ? { form } : {}),
    ...(keys ? { shown: keys } : {}),
    ...(hidden ? { hidden } : {}),
  });
}
