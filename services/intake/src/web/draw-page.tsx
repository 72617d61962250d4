import { document, PublicLayout } from '@guichet/pages';
import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { DoorDeps, DoorEnv } from '../door.ts';

export interface PageFacts {
  title: string;
  backHref?: string;
  hasErrors?: boolean;
}

/** Draws a page of the public door in its frame, with the link to itself in the other language. */
export function drawPage(
  { organisation }: Pick<DoorDeps, 'organisation'>,
  c: Context<DoorEnv>,
  facts: PageFacts,
  content: Child,
  status: ContentfulStatusCode = 200,
): Response | Promise<Response> {
  const language = c.get('language') ?? 'fr';
  const other = language === 'fr' ? 'en' : 'fr';
  c.header('content-language', `${language}-CA`);
  return c.html(
    document(
      <PublicLayout
        language={language}
        organisation={organisation[language]}
        otherLanguageHref={`${c.req.path}?lang=${other}`}
        {...facts}
      >
        {content}
      </PublicLayout>,
    ),
    status,
  );
}
