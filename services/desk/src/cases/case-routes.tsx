import {
  assignCase,
  closeCase,
  hearBack,
  pauseCase,
  type ProofWay,
  proveIdentity,
  readCase,
  resumeCase,
  returnCase,
  sendAgain,
  takeNext,
  tellBody,
  type TellingWay,
} from '@guichet/casework';
import { words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskDeps, DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { idAt } from '../frame/id-at.ts';
import { checkedOf, textOf } from '../frame/text-of.ts';
import { nextHref } from '../next/next-href.ts';
import { staffOf } from '../session/require-staff.ts';
import { casePage, referenceOf, refused, told, tried } from './frame/case-frame.tsx';
import { proposalRoutes } from './approval/proposal-routes.ts';
import { conflictAnswer } from './lock/conflict-answer.tsx';
import { seeing } from './lock/seen-field.tsx';
import { linkRoutes } from './links/link-routes.tsx';
import { replyRoutes } from './reply/reply-routes.tsx';
import { talkRoutes } from './timeline/talk-routes.ts';

/** Shows a case and does what staff decide about it. */
export function caseRoutes(deps: Pick<DeskDeps, 'publicUrl'>): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get('/cases/:reference', (c) => {
    const told: Readonly<Record<string, string>> = words(c.get('language')).work.case.told;
    const key = c.req.query('told') ?? '';
    return casePage(c, Object.hasOwn(told, key) ? { told: told[key] ?? '' } : {});
  });

  app.post('/cases/:reference/revelation', async (c) => {
    const purpose = textOf(c.get('form'), 'purpose');
    if (purpose.length >= 3 && purpose.length <= 200) return casePage(c, { revealedFor: purpose });
    return refused(c, {
      form: 'revelation',
      message: words(c.get('language')).work.case.purposeMissing,
      text: purpose,
    });
  });

  app.post('/cases/:reference/closure', async (c) => {
    const { ctx } = staffOf(c);
    const form = c.get('form');
    const outcome = textOf(form, 'outcome');
    const text = textOf(form, `words.${outcome}`);
    const reasons = textOf(form, `reasons.${outcome}`);
    const problem = { form: 'closure', outcome, text, typed: { reasons } } as const;
    if (outcome === '')
      return refused(c, { ...problem, message: words(c.get('language')).work.case.chooseOutcome });
    const done = await tried(c, problem, () =>
      closeCase(seeing(c), {
        reference: referenceOf(c),
        outcome,
        ...(text === '' ? {} : { words: text }),
        ...(reasons === '' ? {} : { reasons }),
      }),
    );
    if (done instanceof Response) return done;
    if (done.kind === 'already' && (await isClosedByOther(c))) return conflictAnswer(c, referenceOf(c));
    // Pressed again after an answer that was lost, it gives no case beside the one that was given then.
    if (textOf(form, 'then') === 'next' && done.kind !== 'already')
      return c.redirect(nextHref(await takeNext(ctx)), 303);
    return told(c, done.kind);
  });

  app.post('/cases/:reference/pause', async (c) => {
    const text = textOf(c.get('form'), 'question');
    const problem = { form: 'pause', text } as const;
    const asks = checkedOf(c.get('form'), 'asks');
    if (text === '' && asks.length === 0)
      return refused(c, { ...problem, message: words(c.get('language')).work.case.questionMissing });
    const done = await tried(c, problem, () =>
      pauseCase(seeing(c), { reference: referenceOf(c), question: text, asks }),
    );
    return done instanceof Response ? done : told(c, 'paused');
  });

  app.post('/cases/:reference/resumption', async (c) => {
    const done = await tried(c, { form: 'pause' }, () => resumeCase(seeing(c), referenceOf(c)));
    return done instanceof Response ? done : told(c, 'resumed');
  });

  app.post('/cases/:reference/assignment', async (c) => {
    const { staffId: to } = staffOf(c).actor;
    const done = await tried(c, { form: 'closure' }, () =>
      assignCase(seeing(c), { reference: referenceOf(c), to }),
    );
    return done instanceof Response ? done : told(c, 'taken');
  });

  app.post('/cases/:reference/return', async (c) => {
    const done = await tried(c, { form: 'closure' }, () => returnCase(seeing(c), referenceOf(c)));
    return done instanceof Response ? done : told(c, 'returned');
  });

  app.post('/cases/:reference/identity', async (c) => {
    const how = textOf(c.get('form'), 'how') as ProofWay;
    await proveIdentity(staffOf(c).ctx, { reference: referenceOf(c), how });
    return told(c, 'identityProven');
  });

  app.post('/cases/:reference/referrals/:key/telling', async (c) => {
    const way = textOf(c.get('form'), 'way') as TellingWay;
    await tellBody(staffOf(c).ctx, { reference: referenceOf(c), referral: c.req.param('key'), way });
    return told(c, 'bodyTold');
  });

  app.post('/cases/:reference/referrals/:key/news', async (c) => {
    const form = c.get('form');
    const [news, referral] = [textOf(form, 'news'), c.req.param('key')];
    const tellPerson = textOf(form, 'tell') === 'yes';
    const done = await tried(c, { form: 'news', text: news, referral }, () =>
      hearBack(seeing(c), { reference: referenceOf(c), referral, news, tellPerson }),
    );
    return done instanceof Response ? done : told(c, 'bodyHeard');
  });

  app.post('/cases/:reference/replies/:id/sending', async (c) => {
    await sendAgain(staffOf(c).ctx, idAt<'reply'>(c));
    return told(c, 'sentAgain');
  });
  app.route('/', replyRoutes(deps));
  app.route('/', proposalRoutes());
  app.route('/', talkRoutes());
  app.route('/', linkRoutes());
  return app;
}

/** A case that somebody else closed meanwhile: what was typed is not lost. */
async function isClosedByOther(c: DeskRequest): Promise<boolean> {
  const { ctx, actor } = staffOf(c);
  const { history } = await readCase(ctx, { reference: referenceOf(c) });
  return history.some(
    ({ kind, actorId }) => /^case\.(closed|merged)$/.test(kind) && actorId !== actor.staffId,
  );
}
