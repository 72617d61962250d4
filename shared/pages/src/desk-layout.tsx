import { csrfName } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import type { Child } from 'hono/jsx';
import { assetPaths } from './assets.ts';
import { DeskKeys } from './desk-keys.tsx';
import { type LetterKeys, usualLetters } from './desk-letters.ts';
import { DeskPalette, PaletteLink } from './desk-palette.tsx';
import { Mark } from './public-layout.tsx';
import { words } from './words.ts';

export type DeskSection = keyof ReturnType<typeof words>['desk']['nav'] & string;

export interface DeskLayoutProps {
  language: Language;
  title: string;
  /** Absent where the page can't be drawn in the other language. */
  otherLanguageHref?: string;
  /** What makes a page one that can be installed. */
  manifest?: string;
  /** Where the desk's name leads; absent means its first page. */
  home?: string;
  /** Absent before sign-in. */
  staff?: { id: string; name: string; role: string };
  /** Where each part of the desk is, in order; only what this person may open. */
  nav?: { section: Exclude<DeskSection, 'label'>; href: string }[];
  current?: Exclude<DeskSection, 'label'>;
  csrf?: string;
  /** The one-letter keys chosen; absent means the usual ones. */
  letters?: LetterKeys;
  /** Where the sign-out button posts; absent means `/session/end`. */
  signOutAction?: string;
  hasErrors?: boolean;
  /** Lays the page on the full width of the window, for stations. */
  wide?: boolean;
  children?: Child;
}

/** Draws the frame of a staff page: navigation, who is signed in, sign out, keyboard hints. */
export function DeskLayout(props: DeskLayoutProps) {
  const { language } = props;
  const { frame, desk } = words(language);
  const other = language === 'fr' ? 'en' : 'fr';
  return (
    <html lang={language === 'fr' ? 'fr-CA' : 'en-CA'}>
      <head>
        <meta charset="utf-8" />
        <title>{`${props.hasErrors ? frame.errorPrefix : ''}${props.title} – ${desk.name}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="stylesheet" href={assetPaths.css} />
        <link rel="icon" href={assetPaths.icon} type="image/svg+xml" />
        {props.manifest === undefined ? null : <link rel="manifest" href={props.manifest} />}
        <script type="module" src={assetPaths.deskScript}></script>
        {props.staff ? <script type="module" src={assetPaths.paletteScript}></script> : null}
      </head>
      <body class="desk">
        <a class="skip" href="#main">
          {frame.skip}
        </a>
        <header class="desk-bar">
          <a class="masthead-name" href={props.home ?? '/'}>
            <Mark />
            <span>{desk.name}</span>
          </a>
          <DeskNav {...props} />
          <div class="desk-who">
            {props.staff ? <PaletteLink language={language} /> : null}
            {props.staff ? <SignedIn {...props} staff={props.staff} /> : null}
            {props.otherLanguageHref === undefined ? null : (
              <a href={props.otherLanguageHref} lang={other} hreflang={other}>
                {frame.otherLanguage}
              </a>
            )}
          </div>
        </header>
        <main id="main" tabindex={-1} class={props.wide ? 'desk-main desk-main-wide' : 'desk-main'}>
          {props.children}
        </main>
        {props.staff ? (
          <footer>
            <DeskKeys language={language} letters={props.letters ?? usualLetters} />
            <DeskPalette language={language} />
          </footer>
        ) : null}
      </body>
    </html>
  );
}

function DeskNav({ language, nav, current }: DeskLayoutProps) {
  if (!nav || nav.length === 0) return null;
  const { desk } = words(language);
  return (
    <nav class="desk-nav" aria-label={desk.nav.label}>
      <ul>
        {nav.map(({ section, href }) => (
          <li>
            <a href={href} aria-current={section === current ? 'page' : undefined}>
              {desk.nav[section]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SignedIn({
  language,
  staff,
  csrf,
  signOutAction,
}: DeskLayoutProps & { staff: { id: string; name: string; role: string } }) {
  const { desk } = words(language);
  const roles: { readonly [role: string]: string } = desk.roles;
  return (
    <>
      <span>
        <span class="hidden">{desk.signedInAs} </span>
        <a href="/account">
          <strong>{staff.name}</strong>
        </a>{' '}
        <span class="desk-role">{roles[staff.role] ?? staff.role}</span>
      </span>
      <form method="post" action={signOutAction ?? '/session/end'} data-staff={staff.id}>
        {csrf === undefined ? null : <input type="hidden" name={csrfName} value={csrf} />}
        <button class="link" type="submit">
          {desk.signOut}
        </button>
      </form>
    </>
  );
}
