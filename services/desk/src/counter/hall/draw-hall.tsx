import type { Language } from '@guichet/kernel';
import { assetPaths, document } from '@guichet/pages';
import type { Child } from 'hono/jsx';
import { deskAssetPaths } from '../../frame/desk-assets.ts';
import type { DeskRequest } from '../../frame/desk-env.ts';

export interface HallFacts {
  language: Language;
  title: string;
  /** Where the page hears that it is no longer as drawn. */
  changes?: string;
  /** Of a page that goes on by itself, scripts or not: with them, only once nobody has touched it for as long. */
  next?: { href: string; afterSeconds: number };
  status?: 200 | 404 | 422 | 429;
}

/** Without scripts, a page of the hall loads itself again so often. Unit: seconds. */
const withoutScripts = 10;

/** Answers with a page of the hall: the whole window, nothing of the desk around it. */
export function drawHall(c: DeskRequest, facts: HallFacts, body: Child): Response | Promise<Response> {
  const { language, title, changes, next, status = 200 } = facts;
  return c.html(
    document(
      <html lang={language === 'fr' ? 'fr-CA' : 'en-CA'}>
        <head>
          <meta charset="utf-8" />
          <title>{title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light" />
          {next ? (
            <noscript>
              <meta http-equiv="refresh" content={`${next.afterSeconds}; url=${next.href}`} />
            </noscript>
          ) : null}
          {changes ? (
            <noscript>
              <meta http-equiv="refresh" content={String(withoutScripts)} />
            </noscript>
          ) : null}
          <link rel="stylesheet" href={assetPaths.css} />
          <link rel="stylesheet" href={deskAssetPaths.hallCss} />
          <link rel="icon" href={assetPaths.icon} type="image/svg+xml" />
          <script type="module" src={deskAssetPaths.hall}></script>
        </head>
        <body class="hall" data-changes={changes} data-next={next?.href} data-next-after={next?.afterSeconds}>
          {body}
        </body>
      </html>,
    ),
    status,
  );
}
