import { type Draft, draftInForce, findDraft, resumeDraft, saveDraft, todayOf } from '@guichet/casework';
import type { Answers, CompiledService } from '@guichet/catalogue';
import {
  DeskError,
  isDeskError,
  type Language,
  languageOr,
  newId,
  parseDraftNumber,
  parseReference,
} from '@guichet/kernel';
import { errorWords, type FieldProblem, words } from '@guichet/pages';
import { Hono } from 'hono';
import { type DraftScreen, draftScreen } from '../drafts/draft-screen.tsx';
import { provenanceOf } from '../drafts/provenance-of.ts';
import { readDraftForm } from '../drafts/read-draft-form.ts';
import type { DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { acceptResumed } from './accept-resumed.ts';
import { isNonce, personLanguageName, resumedKey, saidProblems } from './counter-form.ts';
import { keepCounterFiles } from './keep-counter-files.ts';
import { overOthers } from './over-others.ts';
import type { ResumeTyped } from './resume-form.tsx';
import { servicesPage } from './services-page-answer.tsx';

interface Held {
  draft: Draft;
  service: CompiledService;
  answers: Answers;
}

/**
 * Takes up at the counter a request that its person set aside at another door, from its number and its code.
 *
 * Guarantee: tries on a number count with those at every other door; a wrong number and a wrong code look the same; the code is in
 *   no address; the request can go on elsewhere again, with the same number and code and all that was typed here.
 */
export function resumeRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.post('/counter/resume', async (c) => {
    const { ctx } = staffOf(c, 'counter.serve');
    const typed = { number: textOf(c.get('form'), 'number'), code: textOf(c.get('form'), 'code') };
    const wrong = problemsIn(typed, c.get('language'));
    if (wrong.length > 0) return servicesPage(c, { typed, problems: wrong });
    const nonce = newId();
    try {
      const into = { id: newId<'draft'>(), externalKey: resumedKey(nonce) };
      const resumed = await resumeDraft(ctx, { ...typed, into });
      if (resumed.kind === 'submitted') return refused(c, typed, ({ submitted }) => submitted);
      const held = draftInForce(ctx, resumed.draft);
      if (!held) return refused(c, typed, ({ withdrawn }) => withdrawn);
      const closed = held.service.definition.channels.counter;
      if (closed) return refused(c, typed, ({ notHere }) => notHere(closed.except[c.get('language')]));
      return c.redirect(`/counter/resumed/${nonce}`, 303);
    } catch (error) {
      if (!isDeskError(error)) throw error;
      if (error.code === 'not-found') return refused(c, typed, ({ notFound }) => notFound);
      if (error.code === 'too-many') return refused(c, typed, ({ tooMany }) => tooMany, 429);
      throw error;
    }
  });

  app.get('/counter/resumed/:nonce', async (c) => {
    const held = await heldAt(c);
    return held instanceof Response ? held : screenPage(c, held);
  });

  app.post('/counter/resumed/:nonce', async (c) => {
    const held = await heldAt(c);
    return held instanceof Response ? held : takeForm(c, held);
  });
  return app;
}

/** Keeps what was typed, then accepts it or shows the screen again; sent twice, it opens one case. */
async function takeForm(c: DeskRequest, held: Held): Promise<Response> {
  const staff = staffOf(c, 'counter.serve');
  const { ctx } = staff;
  const { draft, service } = held;
  const { code, version } = service.definition;
  const options = { language: c.get('language'), today: todayOf(ctx.clock.now()) };
  let kept: Awaited<ReturnType<typeof keepCounterFiles>>;
  try {
    kept = await keepCounterFiles(staff, service, c.get('form'), draft.content, async () => draft.id);
  } catch (error) {
    if (!isDeskError(error) || error.code !== 'invalid') throw error;
    const file = service.questions.find(({ type }) => type === 'file');
    const problem = { path: file?.key ?? '', message: errorWords(error, options.language) };
    return screenPage(c, { ...held, ...readDraftForm(service, c.get('form'), held.answers, options) }, [
      problem,
    ]);
  }
  const language = languageOr(textOf(kept.form, personLanguageName));
  const keep = async (standing: Held) => {
    const { id, content: before, stamp } = standing.draft;
    const read = readDraftForm(service, kept.form, standing.answers, options);
    const provenance = provenanceOf(read.answers, before);
    const fileNames = { ...before.fileNames, ...kept.fileNames };
    const content = { ...before, answers: read.answers, provenance, fileNames };
    const where = { service: code, version, channel: 'counter', language } as const;
    await saveDraft(ctx, { id, ...where, content, over: stamp });
    return { read, standing };
  };
  const { read, standing } = await overOthers(held, keep, () => unsentAt(c));
  const next = { ...standing, ...read, draft: { ...standing.draft, language } };
  if (read.again) return screenPage(c, next);
  const parsed = service.parse(read.raw, { today: options.today, allowPending: true });
  if (!parsed.ok) return screenPage(c, next, saidProblems(service, parsed.problems, options.language));
  const acceptance = await acceptResumed(ctx, {
    number: nonceAt(c),
    draft: standing.draft,
    service,
    language,
    answers: parsed.value,
  });
  if (acceptance.kind === 'incomplete')
    return screenPage(c, next, saidProblems(service, acceptance.problems, options.language));
  return c.redirect(`/counter/${code}/${nonceAt(c)}/receipt`, 303);
}

/** Reads anew what somebody else kept meanwhile. Errors: gone — it was sent, or expired */
async function unsentAt(c: DeskRequest): Promise<Held> {
  const held = await heldAt(c);
  if (held instanceof Response) throw new DeskError('gone', 'draft-submitted');
  return held;
}

/** What can be said of the two before any table is asked. */
function problemsIn({ number, code }: ResumeTyped, language: Language): FieldProblem[] {
  const { resume } = words(language).work.counter;
  const of = (path: keyof ResumeTyped, message: string) => ({ path, message });
  if (parseReference(number)) return [of('number', resume.isReference)];
  return [
    ...(number === ''
      ? [of('number', resume.missing.number)]
      : parseDraftNumber(number)
        ? []
        : [of('number', resume.wrongNumber)]),
    ...(code === '' ? [of('code', resume.missing.code)] : []),
  ];
}

function refused(
  c: DeskRequest,
  typed: ResumeTyped,
  say: (said: ReturnType<typeof words>['work']['counter']['resume']) => string,
  status = 422,
): Response | Promise<Response> {
  const message = say(words(c.get('language')).work.counter.resume);
  return servicesPage(c, { typed, problems: [{ path: 'number', message }], status });
}

/** Finds the draft that goes on under an address; one that was sent leads to its receipt. Errors: not-found; gone */
async function heldAt(c: DeskRequest): Promise<Held | Response> {
  const { ctx } = staffOf(c, 'counter.serve');
  const nonce = nonceAt(c);
  const draft = await findDraft(ctx, { externalKey: resumedKey(nonce) });
  const held = draft && draftInForce(ctx, draft);
  if (!held || held.service.definition.channels.counter) throw new DeskError('gone', 'draft-expired');
  if (draft.caseId) return c.redirect(`/counter/${held.draft.service}/${nonce}/receipt?told=already`, 303);
  return held;
}

function nonceAt(c: DeskRequest): string {
  const nonce = c.req.param('nonce') ?? '';
  if (!isNonce(nonce)) throw new DeskError('not-found', 'draft-not-found');
  return nonce;
}

function screenPage(
  c: DeskRequest,
  { draft, ...held }: Held & Pick<DraftScreen, 'form' | 'shown' | 'hidden'>,
  problems: FieldProblem[] = [],
): Response | Promise<Response> {
  const { stations, work } = words(c.get('language'));
  return draftScreen(c, {
    ...held,
    section: 'counter',
    action: `/counter/resumed/${nonceAt(c)}`,
    back: { href: '/counter', text: work.counter.change },
    submit: { label: stations.counter.submit, hint: stations.counter.refreshHint },
    personLanguage: draft.language,
    problems,
  });
}
