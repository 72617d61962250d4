import {
  askSender,
  continueLetter,
  type Draft,
  findDraft,
  listLetters,
  offerResume,
  readLetter,
  saveDraft,
  setLetterAside,
  splitLetter,
  todayOf,
} from '@guichet/casework';
import { type PostedForm, typedValues } from '@guichet/catalogue';
import { readCounterForm } from '@guichet/channels/counter';
import { DeskError, type DraftId, formatReference, type LetterId } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { idAt } from '../frame/id-at.ts';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { classifyPage } from './classify-screen.tsx';
import { letterDraftKey } from './letter-screen.tsx';
import { answerOf, asideOf, asideProblems, readAnswer, readSetAside } from './set-aside-typed.ts';

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
    const told =
      aside.answer === undefined
        ? 'aside'
        : aside.answer.to.way === 'letter'
          ? 'aside-posted'
          : 'aside-answered';
    const [next] = await listLetters(ctx, 1);
    return c.redirect(next ? `/mailroom/letters/${next.id}?told=${told}` : `/mailroom?told=${told}`, 303);
  });

  app.post('/mailroom/letters/:id/question', async (c) => {
    const { ctx } = staffOf(c, 'mailroom.settle');
    const id = idAt<'letter'>(c);
    const typed = readAnswer(c.get('form'));
    const draft = await findDraft(ctx, { externalKey: letterDraftKey(id) });
    if (!draft) throw new DeskError('invalid', 'letter-not-typed');
    const { number, code } = await offerResume(ctx, { draftId: await keepForOtherDoors(c, id, draft) });
    const { askNumber, askCode } = words(typed.language).work.free;
    // The code goes on paper alone, to the address that the letter came from: what is sent by e-mail never holds it.
    const proof = [askNumber(formatReference(number)), ...(typed.way === 'letter' ? [askCode(code)] : [])];
    const question = answerOf({ ...typed, words: [typed.words, ...proof].join('\n\n') });
    if (question === undefined) throw new DeskError('invalid', 'answer-without-recipient');
    await askSender(ctx, { letterId: id, number, question });
    return c.redirect(`/mailroom?told=${typed.way === 'letter' ? 'asked-by-post' : 'asked'}`, 303);
  });
  return app;
}

/** Other doors go on with answers; what the station keeps are its controls, as they were typed, right or wrong. */
async function keepForOtherDoors(c: DeskRequest, id: LetterId, draft: Draft): Promise<DraftId> {
  const { ctx } = staffOf(c, 'mailroom.settle');
  const { service: code, version, language } = draft;
  const service = ctx.catalogue.find(code, version);
  if (!service) throw new DeskError('not-found', 'unknown-service');
  const options = { language, today: todayOf(ctx.clock.now()) };
  const typed: PostedForm = typedValues(draft.content.answers satisfies PostedForm);
  const { answers } = readCounterForm(service, typed, options);
  return saveDraft(ctx, {
    externalKey: `letter-asked:${id}`,
    service: code,
    version,
    channel: 'mail',
    language,
    content: { answers, skipped: [] },
  });
}
