import type { Language } from '@guichet/kernel';
import { Button, CsrfField, ErrorSummary, Notice, words } from '@guichet/pages';
import { KeptFields, type KeptForm } from './kept-form.tsx';

export interface SignInPageProps {
  language: Language;
  csrf: string;
  /** Where to go once signed in. */
  next?: string;
  kept?: KeptForm;
  signIn?: string;
  /** Why the last try was refused. */
  problem?: string;
  told?: string;
}

/** Draws the sign-in form; what was typed before a session ended travels along. */
export function SignInPage({ language, csrf, next, kept, signIn, problem, told }: SignInPageProps) {
  const { desk, work } = words(language);
  return (
    <div class="sign-in" data-signed-out={told === undefined ? undefined : ''}>
      <ErrorSummary
        language={language}
        problems={problem === undefined ? [] : [{ path: 'signIn', message: problem }]}
        hrefOf={() => '#sign-in'}
      />
      <h1>{desk.signIn.title}</h1>
      {told === undefined ? null : (
        <Notice language={language} kind="success">
          {told}
        </Notice>
      )}
      {kept && problem === undefined ? (
        <Notice language={language} kind="warning">
          <p>{work.session.expired}</p>
          {kept.hadFiles ? <p>{work.session.expiredFiles}</p> : null}
        </Notice>
      ) : null}
      <form method="post" action="/session" class="form">
        <CsrfField token={csrf} />
        {next === undefined ? null : <input type="hidden" name="next" value={next} />}
        {kept ? <KeptFields kept={kept} /> : null}
        <div class="field">
          <label class="label" for="sign-in">
            {desk.signIn.user}
          </label>
          <input
            class="input"
            id="sign-in"
            name="signIn"
            type="text"
            value={signIn}
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            required
            autofocus
          />
        </div>
        <div class="field">
          <label class="label" for="password">
            {desk.signIn.password}
          </label>
          <input
            class="input"
            id="password"
            name="password"
            type="password"
            autocomplete="current-password"
            required
          />
        </div>
        <Button>{desk.signIn.submit}</Button>
      </form>
    </div>
  );
}

/** Draws what was typed before the session ended, for its author to send again by their own hand. */
export function ResendPage({ language, csrf, kept }: { language: Language; csrf: string; kept: KeptForm }) {
  const { work } = words(language);
  return (
    <>
      <h1>{work.session.keptTitle}</h1>
      <p class="lead">{work.session.keptText}</p>
      <form method="post" action={kept.action} class="form">
        <CsrfField token={csrf} />
        {kept.values.map(([name, text]) => (
          <input type="hidden" name={name} value={text} />
        ))}
        <Button>{work.session.resend}</Button>
      </form>
      <p>
        <a href="/">{work.session.drop}</a>
      </p>
    </>
  );
}
