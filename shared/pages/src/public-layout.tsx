import type { Language } from '@guichet/kernel';
import type { Child } from 'hono/jsx';
import { assetPaths } from './assets.ts';
import { words } from './words.ts';

export interface PublicLayoutProps {
  language: Language;
  /** The page's own title, without the body's name. */
  title: string;
  /** The public body whose desk it is. */
  organisation?: string;
  /** The same page in the other language. */
  otherLanguageHref: string;
  /** Where the name of the body leads; absent means `/`. */
  homeHref?: string;
  /** Shown above the main content: the page before. */
  backHref?: string;
  /** True when the form on the page was refused: the title says so first. */
  hasErrors?: boolean;
  children?: Child;
}

/** Draws the frame of a public page: skip link, name of the body, language switch, main, footer. */
export function PublicLayout(props: PublicLayoutProps) {
  const { language, organisation = 'Guichet' } = props;
  const { frame } = words(language);
  const other = language === 'fr' ? 'en' : 'fr';
  return (
    <html lang={language === 'fr' ? 'fr-CA' : 'en-CA'}>
      <head>
        <meta charset="utf-8" />
        <title>{`${props.hasErrors ? frame.errorPrefix : ''}${props.title} – ${organisation}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="stylesheet" href={assetPaths.css} />
        <link rel="icon" href={assetPaths.icon} type="image/svg+xml" />
        <script type="module" src={assetPaths.publicScript}></script>
      </head>
      <body class="public">
        <a class="skip" href="#main">
          {frame.skip}
        </a>
        <header class="masthead">
          <div class="width masthead-row">
            <a class="masthead-name" href={props.homeHref ?? '/'}>
              <Mark />
              <span>{organisation}</span>
            </a>
            <a class="masthead-language" href={props.otherLanguageHref} lang={other} hreflang={other}>
              {frame.otherLanguage}
            </a>
          </div>
        </header>
        <div class="width">
          {props.backHref === undefined ? null : (
            <nav aria-label={frame.back}>
              <a class="back" href={props.backHref}>
                {frame.back}
              </a>
            </nav>
          )}
          <main id="main" tabindex={-1}>
            {props.children}
          </main>
        </div>
        <footer class="footer">
          <div class="width">
            <p>
              {frame.footer} <a href="/parity">{frame.parity}</a>
            </p>
            <p class="quiet">{frame.cookies}</p>
          </div>
        </footer>
      </body>
    </html>
  );
}

/** Draws the desk's mark: an open door in a frame. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <path d="M5 3h22v26H5z M9 7v18h14V7z" fill="currentColor" fill-rule="evenodd" />
      <path d="M9 7l9 4v18l-9-4z" fill="currentColor" />
    </svg>
  );
}
