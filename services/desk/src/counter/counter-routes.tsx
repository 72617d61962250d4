import {
  findAcceptance,
  findDraft,
  findScreenState,
  findVisitOf,
  noteSaid,
  readVisit,
  saveDraft,
  type ScreenCheckId,
  settleForm,
  showOnScreen,
  todayOf,
} from '@guichet/casework';
import type { CompiledService, PostedForm } from '@guichet/catalogue';
import { counterScreen, readCounterForm } from '@guichet/channels/counter';
import { DeskError, isDeskError, type Language, languageOr, newId } from '@guichet/kernel';
import { errorWords, type FieldProblem } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskDeps, DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { acceptForm } from './accept-form.ts';
import {
  answersTyped,
  checkName,
  draftKey,
  idempotencyOf,
  isNonce,
  personLanguageName,
  saidProblems,
} from './counter-form.ts';
import { CounterPage } from './counter-page.tsx';
import { hallRoutes } from './hall/hall-routes.tsx';
import { inTurn } from './in-turn.ts';
import { keptHere } from './kept-here.ts';
import { keptRoutes } from './kept/kept-routes.tsx';
import { lineRoutes } from './line/line-routes.tsx';
import { keepCounterFiles } from './keep-counter-files.ts';
import { receiptRoutes } from './receipt-routes.tsx';
import { resumeRoutes } from './resume-routes.tsx';
import { serviceAtCounter } from './service-at-counter.ts';
import { servicesPage } from './services-page-answer.tsx';

/** Takes the requests of people at the counter, with the same questions as every other door. */
export function counterRoutes(deps: DeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get('/counter', (c) => servicesPage(c));
  // Before the services: no service is called so.
  app.route('/', hallRoutes(deps));
  app.route('/', keptRoutes(deps));
  app.route('/', lineRoutes());
  app.route('/', resumeRoutes());

  app.get('/counter/:service', (c) => {
    const service = serviceAt(c);
    return screenPage(c, {
      service,
      nonce: newId(),
      form: {},
      personLanguage: 'fr',
      problems: 'none',
      fileNames: {},
    });
  });

  app.get('/counter/:service/:nonce', async (c) => {
    const service = serviceAt(c);
    const nonce = nonceAt(c);
    const draft = await findDraft(staffOf(c).ctx, { externalKey: draftKey(nonce) });
    if (!draft) throw new DeskError('gone', 'draft-expired');
    if (draft.caseId) return c.redirect(receiptPath(service, nonce), 303);
    return screenPage(c, {
      service,
      nonce,
      form: draft.content.answers,
      personLanguage: draft.language,
      problems: c.req.query('check') === undefined ? 'none' : 'all',
      fileNames: draft.content.fileNames ?? {},
      refused: draft.content.kept?.refused,
    });
  });

  app.post('/counter/:service/:nonce', async (c) => {
    const [service, nonce] = [serviceAt(c), nonceAt(c)];
    try {
      return await inTurn(nonce, () => takeForm(c, service, nonce));
    } catch (error) {
      // Sent twice at one moment: the other one was accepted between our looking and our keeping.
      if (!isDeskError(error) || error.publicKey !== 'draft-submitted') throw error;
      return c.redirect(`${receiptPath(service, nonce)}?told=already`, 303);
    }
  });
  app.route('/', receiptRoutes(deps));
  return app;
}

/** Keeps what was typed, then accepts it or shows the screen again; sent twice, it opens one case. */
async function takeForm(c: DeskRequest, service: CompiledService, nonce: string): Promise<Response> {
  const staff = staffOf(c, 'counter.serve');
  const { ctx } = staff;
  if (await findAcceptance(ctx, idempotencyOf(nonce))) {
    await settleForm(ctx, nonce);
    return c.redirect(`${receiptPath(service, nonce)}?told=already`, 303);
  }
  const posted = c.get('form');
  const personLanguage = languageOr(textOf(posted, personLanguageName));
  const { code, version } = service.definition;
  const draft = {
    externalKey: draftKey(nonce),
    service: code,
    version,
    channel: 'counter',
    language: personLanguage,
  } as const;
  const before = await findDraft(ctx, { externalKey: draftKey(nonce) });
  // Kept by a counter without network, then mended: the person acted when the clerk first pressed the button.
  const depositedAt = before?.content.depositedAt;
  const acted = depositedAt === undefined ? ctx.clock.now() : new Date(depositedAt);
  const options = { language: c.get('language'), today: todayOf(acted) };
  let kept: Awaited<ReturnType<typeof keepCounterFiles>>;
  try {
    kept = await keepCounterFiles(staff, service, posted, before?.content, () =>
      saveDraft(ctx, { ...draft, content: before?.content ?? { answers: {}, skipped: [] } }),
    );
  } catch (error) {
    if (!isDeskError(error) || error.code !== 'invalid') throw error;
    const problem = fileProblem(service, error, options.language);
    const fileNames = before?.content.fileNames ?? {};
    return screenPage(
      c,
      { service, nonce, form: posted, personLanguage, problems: [problem], fileNames },
      422,
    );
  }
  const read = readCounterForm(service, kept.form, options);
  const content = {
    answers: answersTyped(read.typed),
    skipped: [],
    fileNames: kept.fileNames,
    ...(depositedAt === undefined ? {} : { depositedAt }),
    ...keptHere(before?.content.kept, { at: ctx.clock.now(), hasFiles: kept.form !== posted }),
  };
  const draftId = await saveDraft(ctx, { ...draft, content });
  const here = `/counter/${code}/${nonce}`;
  if (read.again) return c.redirect(here, 303);
  if (read.problems.length > 0) return c.redirect(`${here}?check`, 303);
  const asked = await askPerson(c, nonce, content.answers);
  if (asked) return c.redirect(asked === 'changed' ? `${here}?changed` : here, 303);
  const acceptance = await acceptForm(ctx, {
    number: nonce,
    draftId,
    service,
    language: personLanguage,
    answers: read.answers,
    depositedAt: depositedAt === undefined ? undefined : acted,
  });
  if (acceptance.kind === 'incomplete') return c.redirect(`${here}?check`, 303);
  return c.redirect(receiptPath(service, nonce), 303);
}

/**
 * Shows the person their answers when the clerk asks for it, or notes that they confirmed them aloud. Gives what became of it, if it was asked.
 *
 * Guarantee: what they confirm aloud is what was shown to them, or, where nothing was, what the clerk's page held; once it is no more what
 *   stands nothing is noted, and the page says so.
 */
async function askPerson(
  c: DeskRequest,
  nonce: string,
  answers: Record<string, unknown>,
): Promise<'done' | 'changed' | undefined> {
  const form = c.get('form');
  const wish = textOf(form, '_action');
  if (wish !== 'show' && wish !== 'said') return undefined;
  const { ctx } = staffOf(c, 'counter.serve');
  if (wish === 'show') {
    await showOnScreen(ctx, nonce);
    return 'done';
  }
  const shown = textOf(form, checkName);
  try {
    const checkId = isNonce(shown) ? (shown as ScreenCheckId) : (await showOnScreen(ctx, nonce, answers)).id;
    await noteSaid(ctx, { form: nonce, checkId, answer: 'right' });
  } catch (error) {
    if (!isDeskError(error) || error.publicKey !== 'answers-changed') throw error;
    return 'changed';
  }
  return 'done';
}

/** Finds the visit in which a form was begun, and what its person said of the answers. */
async function visitOf(c: DeskRequest, nonce: string) {
  const { ctx } = staffOf(c, 'counter.serve');
  const visitId = await findVisitOf(ctx, nonce);
  return (
    visitId && {
      visit: await readVisit(ctx, visitId),
      state: await findScreenState(ctx, nonce),
      isRefused: c.req.query('changed') !== undefined,
    }
  );
}

interface Screen {
  service: CompiledService;
  nonce: string;
  form: PostedForm;
  personLanguage: Language;
  /** `all` shows what is wrong with the answers; `none` draws without reproach. */
  problems: 'all' | 'none' | FieldProblem[];
  fileNames: Readonly<Record<string, string>>;
  /** Why a document that a counter kept without network was not taken: a public key. */
  refused?: string | undefined;
}

/** Says at the question that asks for a document why one was not taken. */
function fileProblem(
  service: CompiledService,
  error: { code: string; publicKey: string },
  language: Language,
) {
  const file = service.questions.find((question) => question.type === 'file');
  return { path: file?.key ?? '', message: errorWords(error, language) };
}

async function screenPage(c: DeskRequest, at: Screen, status = 200): Promise<Response> {
  const { ctx } = staffOf(c, 'counter.serve');
  const { service } = at;
  const language = c.get('language');
  const options = { language, today: todayOf(ctx.clock.now()) };
  const read = readCounterForm(service, at.form, options);
  const screen = counterScreen(service, read.answers, { ...options, typed: answersTyped(read.typed) });
  const problems =
    at.problems === 'all'
      ? [
          ...saidProblems(service, read.problems, language),
          ...(at.refused === undefined
            ? []
            : [fileProblem(service, { code: 'invalid', publicKey: at.refused }, language)]),
        ]
      : at.problems === 'none'
        ? []
        : at.problems;
  const action = `/counter/${service.definition.code}/${at.nonce}`;
  return draw(
    c,
    {
      title: service.definition.name[language],
      current: 'counter',
      status: problems.length > 0 ? 422 : status,
      hasErrors: problems.length > 0,
      here: c.req.method === 'GET' ? c.req.path : `/counter/${service.definition.code}`,
    },
    <CounterPage
      language={language}
      csrf={c.get('csrf')}
      action={action}
      service={service}
      screen={screen}
      problems={problems}
      personLanguage={at.personLanguage}
      fileNames={at.fileNames}
      visit={await visitOf(c, at.nonce)}
    />,
  );
}

function receiptPath(service: CompiledService, nonce: string): string {
  return `/counter/${service.definition.code}/${nonce}/receipt`;
}

/** Finds the service an address names, if the counter takes it. Errors: not-found */
function serviceAt(c: DeskRequest): CompiledService {
  return serviceAtCounter(staffOf(c, 'counter.serve').ctx, c.req.param('service') ?? '');
}

function nonceAt(c: DeskRequest): string {
  const nonce = c.req.param('nonce') ?? '';
  if (!isNonce(nonce)) throw new DeskError('not-found', 'draft-not-found');
  return nonce;
}
