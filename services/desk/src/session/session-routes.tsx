import { endSession, findSession, startSession } from '@guichet/casework';
import { isDeskError } from '@guichet/kernel';
import { errorWords, words } from '@guichet/pages';
import { refusalOf } from '@guichet/platform';
import { Hono } from 'hono';
import type { DeskDeps, DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { textOf } from '../frame/text-of.ts';
import { csrfOf } from './csrf.ts';
import { isLocalPath, readKept } from './kept-form.tsx';
import { sessionCookie } from './session-cookie.ts';
import { ResendPage, SignInPage, type SignInPageProps } from './sign-in-page.tsx';

/** Signs staff in and out. */
export function sessionRoutes(deps: DeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const cookie = sessionCookie(deps);

  app.get('/sign-in', (c) => {
    if (c.get('staff')) return c.redirect('/', 303);
    const next = c.req.query('next');
    const told =
      c.req.query('told') === 'out' ? { told: words(c.get('language')).desk.signIn.signedOut } : {};
    return signInPage(c, { ...told, ...(next !== undefined && isLocalPath(next) ? { next } : {}) });
  });

  app.post('/session', async (c) => {
    const form = c.get('form');
    const signIn = textOf(form, 'signIn');
    const next = textOf(form, 'next');
    const kept = readKept(form);
    const before = cookie.read(c);
    try {
      const password = form['password'];
      const { token } = await startSession(deps.ctx, {
        signIn,
        password: typeof password === 'string' ? password : '',
      });
      // A new token at every sign-in: one that was fixed before it is worth nothing.
      if (before !== undefined) await endSession(deps.ctx, before);
      cookie.write(c, token);
      if (!kept) return c.redirect(isLocalPath(next) ? next : '/', 303);
      const session = await findSession(deps.ctx, token);
      if (session) c.set('staff', { ...session, token, ctx: { ...deps.ctx, actor: session.actor } });
      c.set('csrf', csrfOf(deps.ctx.keyring, token));
      const language = c.get('language');
      const title = words(language).work.session.keptTitle;
      return await draw(
        c,
        { title, here: '/' },
        <ResendPage language={language} csrf={c.get('csrf')} kept={kept} />,
      );
    } catch (error) {
      if (!isDeskError(error) || (error.code !== 'not-allowed' && error.code !== 'too-many')) throw error;
      const problem = errorWords(error, c.get('language'));
      const { status } = refusalOf(error);
      return signInPage(
        c,
        { problem, signIn, ...(isLocalPath(next) ? { next } : {}), ...(kept ? { kept } : {}) },
        status,
      );
    }
  });

  const signOut = async (c: DeskRequest) => {
    const token = cookie.read(c);
    if (token !== undefined) await endSession(deps.ctx, token);
    cookie.clear(c);
    // The browser forgets what the back button would show.
    c.header('clear-site-data', '"cache"');
    // A script of ours reads no page.
    if (c.req.header('accept') === 'application/json') return c.json({ kind: 'signed-out' });
    return c.redirect('/sign-in?told=out', 303);
  };
  app.post('/session/end', signOut);
  app.delete('/session', signOut);
  return app;
}

/** Draws the sign-in page, for its own address or in place of another. */
export function signInPage(
  c: DeskRequest,
  props: Omit<SignInPageProps, 'language' | 'csrf'>,
  status = 200,
): Response | Promise<Response> {
  const language = c.get('language');
  return draw(
    c,
    {
      title: words(language).desk.signIn.title,
      status,
      hasErrors: props.problem !== undefined,
      here: '/sign-in',
    },
    <SignInPage language={language} csrf={c.get('csrf')} {...props} />,
  );
}
