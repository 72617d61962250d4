import { linkDevice } from '@guichet/casework';
import { isDeskError, type Language } from '@guichet/kernel';
import { Button, CsrfField, errorWords, words } from '@guichet/pages';
import { refusalOf } from '@guichet/platform';
import { Hono } from 'hono';
import type { DeskDeps, DeskEnv, DeskRequest } from '../../frame/desk-env.ts';
import { textOf } from '../../frame/text-of.ts';
import { drawHall, type HallFacts } from './draw-hall.tsx';
import { deviceCookie } from './hall-of.ts';

/** Links the browser of a board, a kiosk or a screen to the place where it stands, by a code that works once. */
export function deviceRoutes(deps: DeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const cookie = deviceCookie(deps);

  app.get('/counter/device', (c) => linkPage(c));

  app.post('/counter/device', async (c) => {
    try {
      const { token, use } = await linkDevice(deps.ctx, textOf(c.get('form'), 'code'));
      cookie.write(c, token);
      return c.redirect(`/counter/${use}`, 303);
    } catch (error) {
      if (!isDeskError(error) || (error.code !== 'not-found' && error.code !== 'too-many')) throw error;
      return linkPage(c, errorWords(error, c.get('language')), refusalOf(error).status === 429 ? 429 : 422);
    }
  });
  return app;
}

function linkPage(
  c: DeskRequest,
  problem?: string,
  status: NonNullable<HallFacts['status']> = 200,
): Response | Promise<Response> {
  const language: Language = c.get('language');
  const { hall: say } = words(language).work.visits;
  return drawHall(
    c,
    { language, title: say.link, status },
    <main class="kiosk device">
      <h1>{say.link}</h1>
      <p>{say.linkLead}</p>
      <form method="post" action="/counter/device" class="form">
        <CsrfField token={c.get('csrf')} />
        <div class="field">
          <label class="label" for="code">
            {say.code}
          </label>
          {problem === undefined ? null : (
            <p class="error error-line" id="code-error" role="alert">
              {problem}
            </p>
          )}
          <input
            class="input"
            id="code"
            name="code"
            inputmode="numeric"
            autocomplete="off"
            maxlength={14}
            aria-invalid={problem === undefined ? undefined : 'true'}
            aria-describedby={problem === undefined ? undefined : 'code-error'}
          />
        </div>
        <Button>{say.linkSubmit}</Button>
      </form>
    </main>,
  );
}
