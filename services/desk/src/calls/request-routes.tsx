import {
  acceptSubmission,
  draftKey,
  type Draft,
  findDraft,
  findTyped,
  keepTyped,
  layOver,
  readLiveCall,
  type LiveCallFile,
  todayOf,
  type TypedBeside,
} from '@guichet/casework';
import type { Answers, CompiledService, FormValues, Problem, Provenance } from '@guichet/catalogue';
import { counterScreen, readCounterForm } from '@guichet/channels/counter';
import { canonicalJson, DeskError } from '@guichet/kernel';
import { Hono } from 'hono';
import { answersTyped, saidProblems } from '../counter/counter-form.ts';
import { keepCounterFiles } from '../counter/keep-counter-files.ts';
import type { DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { idAt } from '../frame/id-at.ts';
import { staffOf } from '../session/require-staff.ts';
import { fillHidden, hiddenKeys, withoutHidden } from './hidden-answers.ts';
import { heldRecordings, keepPending } from './keep-pending.ts';
import { clearedKeys, fillLater, shownKeys } from './later-answers.ts';
import { RequestPage } from './request-page.tsx';
import { standingAnswers } from './standing-answers.ts';
import { type Typed, typedOver } from './typed-over.ts';

interface Asked {
  call: LiveCallFile;
  /** With what staff typed beside it laid over it. */
  draft: Draft;
  /** What the caller answered themselves. */
  said: Answers;
  typed: TypedBeside | undefined;
  service: CompiledService;
  answers: Answers;
}

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
    const options = { language: c.get('language'), today };
    const held = { service: draft.service, version: draft.version, language: draft.language } as const;
    const files = await keepCounterFiles(
      staffOf(c),
      service,
      c.get('form'),
      draft.content,
      async () => draft.id,
    );
    const whole = fillLater(service, files.form, asked.answers, options);
    const posted = readCounterForm(service, fillHidden(service, whole, asked.answers, options), options);
    // As its page is drawn again: an entry that was removed is gone from the draft too.
    const form = answersTyped(posted.typed);
    const raw = keepPending(readCounterForm(service, form, options).raw, form, asked.answers);
    const answers = standingAnswers(service, raw, today);
    const cleared = clearedKeys(service, whole, answers);
    const typed = typedOver(asked.said, answers, cleared, (asked.typed?.answers ?? {}) as Typed);
    const { fileNames } = files;
    await keepTyped(ctx, { draftId: draft.id, typed: { service: draft.service, answers: typed, fileNames } });
    const shown = shownKeys(whole, answers);
    const next = { ...asked, answers, form, shown, hidden: hiddenKeys(service, asked.answers) };
    if (posted.again) return screenPage(c, next);
    const parsed = service.parse(raw, { today, allowPending: true });
    if (!parsed.ok) return screenPage(c, { ...next, problems: parsed.problems });
    const acceptance = await acceptSubmission(ctx, {
      ...held,
      channel: 'phone',
      answers: parsed.value,
      provenance: provenanceOf(parsed.value, draft),
      idempotency: draftKey(draft),
      draftId: draft.id,
    });
    if (acceptance.kind === 'incomplete') return screenPage(c, { ...next, problems: acceptance.problems });
    return c.redirect(`/calls/${asked.call.id}`, 303);
  });
  return app;
}

/** Who opened the call's page may go on; a request that was sent meanwhile is shown there. Errors: not-found; gone */
async function askedAt(c: DeskRequest): Promise<Asked | Response> {
  const { ctx } = staffOf(c, 'call.take');
  const call = await readLiveCall(ctx, { id: idAt<'live-call'>(c) });
  if (call.madeReference !== null) return c.redirect(`/calls/${call.id}`, 303);
  const draft = call.draftId === null ? undefined : await findDraft(ctx, { id: call.draftId });
  const service = draft && ctx.catalogue.find(draft.service, draft.version);
  if (!draft || !service) throw new DeskError('gone', 'draft-expired');
  const beside = await findTyped(ctx, draft.id);
  const typed = beside?.service === draft.service ? beside : undefined;
  const content = layOver(draft.content, draft.service, typed);
  const [said, answers] = [draft.content.answers as Answers, content.answers as Answers];
  return { call, draft: { ...draft, content }, said, typed, service, answers };
}

/** What the person answered themselves keeps how it came; what was changed was typed. */
function provenanceOf(answers: Answers, { content }: Draft): Record<string, Provenance> {
  const before = (content.provenance ?? {}) as Record<string, Provenance>;
  return Object.fromEntries(
    Object.entries(answers).map(([key, value]): [string, Provenance] => {
      const known = before[key];
      const isSame = canonicalJson(value) === canonicalJson(content.answers[key] ?? null);
      return [key, known && isSame ? known : { how: 'typed-by-staff' }];
    }),
  );
}

interface Shown extends Asked {
  /** As it was typed, to draw it again. */
  form?: FormValues;
  /** Keys of the answers that the page shows, masked or not. */
  shown?: readonly string[];
  /** Keys of the answers masked. */
  hidden?: readonly string[];
  problems?: Problem[];
}

function screenPage(c: DeskRequest, shown: Shown): Response | Promise<Response> {
  const { call, service, answers, form, problems = [] } = shown;
  const { ctx } = staffOf(c);
  const language = c.get('language');
  const options = { language, today: todayOf(ctx.clock.now()) };
  const screen = counterScreen(service, answers, { ...options, ...(form ? { typed: form } : {}) });
  const hidden = shown.hidden ?? hiddenKeys(service, answers);
  const recorded = Object.keys(answers).filter((key) => JSON.stringify(answers[key]).includes('"pending"'));
  return draw(
    c,
    {
      title: service.definition.name[language],
      current: 'calls',
      status: problems.length > 0 ? 422 : 200,
      hasErrors: problems.length > 0,
      here: `/calls/${call.id}/request`,
    },
    <RequestPage
      language={language}
      csrf={c.get('csrf')}
      callHref={`/calls/${call.id}`}
      service={service}
      screen={{ ...screen, values: withoutHidden(screen.values, hidden) }}
      problems={saidProblems(service, problems, language)}
      recorded={new Set(recorded)}
      recordings={heldRecordings(answers)}
      shown={shown.shown ?? Object.keys(answers)}
      hidden={new Set(hidden)}
    />,
  );
}
