import {
  changeLanguage,
  changePassword,
  listAccessKeys,
  listPasswordsGiven,
  passwordLength,
  startSession,
} from '@guichet/casework';
import { isDeskError, languageOr, languages } from '@guichet/kernel';
import {
  Button,
  CsrfField,
  ErrorSummary,
  errorWords,
  type FieldProblem,
  formatInstant,
  Notice,
  words,
} from '@guichet/pages';
import { refusalOf } from '@guichet/platform';
import { Hono } from 'hono';
import type { DeskDeps, DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { TextLine } from '../frame/text-line.tsx';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { sessionCookie } from '../session/session-cookie.ts';
import { accessKeyRoutes, type KeyTyped, OwnKeys } from './access-key-routes.tsx';

/** Lets each of the staff choose their own password and language. */
export function accountRoutes(deps: DeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const cookie = sessionCookie(deps);

  app.get('/account', (c) => accountPage(c));

  app.post('/account/password', async (c) => {
    const { ctx } = staffOf(c);
    // As typed: a blank at an end may be part of a password.
    const given = (name: string) => {
      const value = c.get('form')[name];
      return typeof value === 'string' ? value : '';
    };
    try {
      if (given('next') !== given('again'))
        return accountPage(
          c,
          { path: 'again', message: words(c.get('language')).errors.keys['password-twice']() },
          422,
        );
      const { signIn } = await changePassword(ctx, { current: given('current'), next: given('next') });
      const { token } = await startSession(deps.ctx, { signIn, password: given('next') });
      cookie.write(c, token);
      return c.redirect('/account?told=changed', 303);
    } catch (error) {
      if (!isDeskError(error)) throw error;
      const path = error.code === 'invalid' ? 'next' : 'current';
      const message = errorWords(error, c.get('language'));
      return accountPage(c, { path, message }, refusalOf(error).status);
    }
  });

  app.post('/account/language', async (c) => {
    const language = languageOr(textOf(c.get('form'), 'language'));
    await changeLanguage(staffOf(c).ctx, language);
    return c.redirect(`/account?lang=${language}`, 303);
  });
  app.route(
    '/',
    accessKeyRoutes((c, error, at, typed) => {
      const message = errorWords(error, c.get('language'));
      return accountPage(c, { path: at, message }, refusalOf(error).status, typed);
    }),
  );
  return app;
}

async function accountPage(
  c: DeskRequest,
  problem?: FieldProblem,
  status = 200,
  typed?: KeyTyped,
): Promise<Response> {
  const { ctx, mustChangePassword, language: own } = staffOf(c);
  const given = await listPasswordsGiven(ctx);
  const mine = mustChangePassword ? [] : await listAccessKeys(ctx);
  const language = c.get('language');
  const { account, keys, languages: spoken } = words(language).work.people;
  const said = new Map([
    ['changed', account.changed],
    ['revoked', keys.revoked],
  ]);
  const told = said.get(c.req.query('told') ?? '');
  return draw(
    c,
    { title: account.title, status, hasErrors: problem !== undefined, here: '/account' },
    <>
      <ErrorSummary
        language={language}
        problems={problem === undefined ? [] : [problem]}
        hrefOf={({ path }) => `#${path}`}
      />
      <h1>{account.title}</h1>
      {told === undefined ? null : (
        <Notice language={language} kind="success">
          {told}
        </Notice>
      )}
      {mustChangePassword ? (
        <Notice language={language} kind="warning">
          {account.must}
        </Notice>
      ) : null}
      {given.length === 0 ? null : (
        <>
          <h2>{account.given}</h2>
          <ul>
            {given.map(({ by, at }) => (
              <li>{account.givenBy(by, formatInstant(at, language))}</li>
            ))}
          </ul>
          <p>{account.givenHint}</p>
        </>
      )}
      <form method="post" action="/account/password" class="form form-dense">
        <CsrfField token={c.get('csrf')} />
        <TextLine
          id="current"
          type="password"
          label={account.current}
          autocomplete="current-password"
          problem={problem}
        />
        <TextLine
          id="next"
          type="password"
          label={account.next}
          hint={account.nextHint(passwordLength.min)}
          autocomplete="new-password"
          problem={problem}
        />
        <TextLine
          id="again"
          type="password"
          label={account.again}
          autocomplete="new-password"
          problem={problem}
        />
        <Button>{account.change}</Button>
      </form>
      {mustChangePassword ? null : (
        <form method="post" action="/account/language" class="form form-dense">
          <CsrfField token={c.get('csrf')} />
          <div class="field">
            <label class="label" for="language">
              {account.language}
            </label>
            <select class="input" id="language" name="language">
              {languages.map((one) => (
                <option value={one} selected={one === own}>
                  {spoken[one]}
                </option>
              ))}
            </select>
          </div>
          <Button kind="secondary">{account.keep}</Button>
        </form>
      )}
      {mustChangePassword ? null : (
        <OwnKeys language={language} csrf={c.get('csrf')} keys={mine} typed={typed} problem={problem} />
      )}
    </>,
  );
}
