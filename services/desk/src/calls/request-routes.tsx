import {
  acceptSubmission,
  draftKey,
  type Draft,
  findDraft,
  readLiveCall,
  type LiveCallFile,
  saveDraft,
  todayOf,
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
import { RequestPage } from './request-page.tsx';
import { standingAnswers } from './standing-answers.ts';

interface Asked {
  call: LiveCallFile;
  draft: Draft;
  service: CompiledService;
  answers: Answers;
}

/** Goes on with a caller's request on the counter's screen: the same draft, and one case whoever sends it. */
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
    const kept = { ...held, id: draft.id, channel: 'phone' } as const;
    const files = await keepCounterFiles(staffOf(c), service, c.get('form'), kept, draft.content);
    const posted = readCounterForm(service, fillHidden(service, files.form, asked.answers, options), options);
    // As its page is drawn again: an entry that was removed is gone from the draft too.
    const form = answersTyped(posted.typed);
    const raw = keepPending(readCounterForm(service, form, options).raw, form, asked.answers);
    const answers = standingAnswers(service, raw, today);
    const provenance = provenanceOf(answers, draft);
    const { fileNames } = files;
    await saveDraft(ctx, { ...kept, content: { ...draft.content, answers, provenance, fileNames } });
    const next = { ...asked, answers, form, hidden: hiddenKeys(service, asked.answers) };
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
  return { call, draft, service, answers: draft.content.answers as Answers };
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
  /** Keys of the answers not shown. */
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
      hidden={new Set(hidden)}
    />,
  );
}
