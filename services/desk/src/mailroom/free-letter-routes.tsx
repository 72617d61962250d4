import {
  continueLetter,
  listLetters,
  readAnswerToPrint,
  readLetter,
  setLetterAside,
  splitLetter,
} from '@guichet/casework';
import { words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskEnv } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { idAt } from '../frame/id-at.ts';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { AnswerSheet } from './answer-sheet.tsx';
import { classifyPage } from './classify-screen.tsx';
import { asideOf, asideProblems, readSetAside } from './set-aside-typed.ts';

/** Cuts letters without a form in two, puts them behind the one before, and sets aside those that are not for us. */
export function freeLetterRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.post('/mailroom/letters/:id/parts', async (c) => {
    const { ctx } = staffOf(c, 'mailroom.settle');
    const letterId = idAt<'letter'>(c);
    await splitLetter(ctx, { letterId, page: Number(textOf(c.get('form'), 'page')) });
    return c.redirect(`/mailroom/letters/${letterId}?told=parted`, 303);
  });

  app.post('/mailroom/letters/:id/continuation', async (c) => {
    const { ctx } = staffOf(c, 'mailroom.settle');
    const whole = await continueLetter(ctx, idAt<'letter'>(c));
    return c.redirect(`/mailroom/letters/${whole}?told=continued`, 303);
  });

  app.post('/mailroom/letters/:id/set-aside', async (c) => {
    const { ctx } = staffOf(c, 'mailroom.settle');
    const id = idAt<'letter'>(c);
    const form = c.get('form');
    const language = c.get('language');
    // The station's own button asks for no reason: it is the form of somebody else, or none at all.
    if (textOf(form, 'answer-way') === '') {
      await setLetterAside(ctx, id);
      return c.redirect('/mailroom?told=aside', 303);
    }
    const typed = readSetAside(form);
    const problems = asideProblems(typed, language);
    if (problems.length > 0) return classifyPage(c, await readLetter(ctx, id), { problems, aside: typed });
    const aside = asideOf(typed);
    await setLetterAside(ctx, id, aside);
    if (aside.answer?.to.way === 'letter') return c.redirect(`/mailroom/letters/${id}/answer`, 303);
    const told = aside.answer ? 'aside-answered' : 'aside';
    const [next] = await listLetters(ctx, 1);
    return c.redirect(next ? `/mailroom/letters/${next.id}?told=${told}` : `/mailroom?told=${told}`, 303);
  });

  app.get('/mailroom/letters/:id/answer', async (c) => {
    const { ctx } = staffOf(c, 'mailroom.settle');
    const language = c.get('language');
    const answer = await readAnswerToPrint(ctx, idAt<'letter'>(c));
    return draw(
      c,
      {
        title: words(language).work.free.printAnswer,
        current: 'mailroom',
        here: `/mailroom/letters/${c.req.param('id')}/answer`,
      },
      <AnswerSheet language={language} answer={answer} now={ctx.clock.now()} />,
    );
  });
  return app;
}
