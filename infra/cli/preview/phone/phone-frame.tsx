import type { Language } from '@guichet/kernel';
import { assetPaths, document } from '@guichet/pages';
import type { Child } from 'hono/jsx';
import { phoneWords } from './phone-words.ts';

export interface PhoneFrameProps {
  language: Language;
  /** The service called, where there is one. */
  name?: string;
  /** The same page in the other language. */
  otherHref: string;
  /** The preview of the service. */
  previewHref: string;
  children?: Child;
}

/** Draws the frame of a page of the trial telephone. */
export function phoneFrame({ language, name, otherHref, previewHref, children }: PhoneFrameProps) {
  const say = phoneWords[language];
  const other = language === 'fr' ? 'en' : 'fr';
  return document(
    <html lang={language === 'fr' ? 'fr-CA' : 'en-CA'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <meta name="format-detection" content="telephone=no" />
        <title>{[say.title, name].filter(Boolean).join(' – ')}</title>
        <link rel="stylesheet" href={assetPaths.css} />
        <link rel="stylesheet" href="/phone.css" />
        <link rel="icon" href={assetPaths.icon} type="image/svg+xml" />
        <script type="module" src="/phone.js"></script>
      </head>
      <body class="phone">
        <a class="skip" href="#main">
          {say.skip}
        </a>
        <header class="masthead">
          <div class="masthead-row phone-width">
            <a class="masthead-name" href={previewHref}>
              {say.preview}
            </a>
            <a class="masthead-language" href={otherHref} lang={other} hreflang={other}>
              {say.other}
            </a>
          </div>
        </header>
        <main id="main" class="phone-width" tabindex={-1}>
          {children}
        </main>
      </body>
    </html>,
  );
}
