import {
  answerScreen,
  type DeskContext,
  listPlaces,
  readScreen,
  type ScreenCheckId,
  todayOf,
} from '@guichet/casework';
import {
  type Answers,
  type AnswerValue,
  type CompiledService,
  formatAnswer,
  type Question,
} from '@guichet/catalogue';
import { readCounterForm } from '@guichet/channels/counter';
import { DeskError, isDeskError, type Language, type PlaceId } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskEnv, DeskRequest } from '../../frame/desk-env.ts';
import { textOf } from '../../frame/text-of.ts';
import { isNonce } from '../counter-form.ts';
import { drawHall } from './draw-hall.tsx';
import { type SaidAnswer, ScreenPage } from './screen-page.tsx';

/** Shows a person at a counter their own answers, and takes whether they are right. */
export function screenRoutes(changesOf: (c: DeskRequest, placeId: PlaceId) => Response): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get('/counter/screen', async (c) => {
    if (c.get('device')?.actor.use !== 'screen') return c.redirect('/counter/device', 303);
    const { ctx, actor } = screenOf(c);
    const screen = await readScreen(ctx);
    const place = (await listPlaces(ctx)).find(({ id }) => id === actor.placeId)?.name ?? { fr: '', en: '' };
    const draft = screen.kind === 'check' ? screen.draft : undefined;
    const service = draft && ctx.catalogue.find(draft.service, draft.version);
    const answers =
      draft && service ? saidAnswers(ctx, service, draft.kept, draft.isResumed, draft.language) : [];
    const language = screen.kind === 'idle' ? 'fr' : screen.language;
    const title = words(language).work.visits.hall.uses.screen;
    return drawHall(
      c,
      { language, title, changes: '/counter/screen/changes' },
      <ScreenPage screen={screen} place={place} csrf={c.get('csrf')} service={service} answers={answers} />,
    );
  });

  app.get('/counter/screen/changes', (c) => changesOf(c, screenOf(c).actor.placeId));

  app.post('/counter/screen', async (c) => {
    const { ctx } = screenOf(c);
    const id = textOf(c.get('form'), 'check');
    const answer = textOf(c.get('form'), 'answer') === 'right' ? 'right' : 'wrong';
    try {
      if (isNonce(id)) await answerScreen(ctx, { checkId: id as ScreenCheckId, answer });
    } catch (error) {
      // Pressed while the answers changed: the screen shows what stands now.
      if (!isDeskError(error) || (error.code !== 'conflict' && error.code !== 'not-found')) throw error;
    }
    return c.redirect('/counter/screen', 303);
  });
  return app;
}

function screenOf(c: DeskRequest) {
  const device = c.get('device');
  if (device?.actor.use !== 'screen') throw new DeskError('not-allowed', 'not-allowed');
  return device;
}

/** Writes the answers in the order of the questions that hold, as they are said to a person. */
function saidAnswers(
  ctx: DeskContext,
  service: CompiledService,
  kept: Record<string, unknown>,
  isResumed: boolean,
  language: Language,
): SaidAnswer[] {
  const today = todayOf(ctx.clock.now());
  const answers = isResumed ? (kept as Answers) : readCounterForm(service, kept, { language, today }).answers;
  return service.visible(answers).flatMap((question) => {
    const value = answers[question.key] as AnswerValue | undefined;
    return value === undefined
      ? []
      : [{ label: question.label[language], value: saidOf(question, value, language) }];
  });
}

/** Of a consent, what is consented to stands with the answer. */
function saidOf(question: Question, value: AnswerValue, language: Language): string {
  const said = formatAnswer(question, value, language);
  return question.type === 'consent' ? `${question.statement[language]}\n${said}` : said;
}
