import { findLetters, type FoundLetters } from '@guichet/casework';
import { isDeskError, type Language } from '@guichet/kernel';
import { ErrorSummary, errorWords, words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskEnv } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { FindLetters } from './find-letters-form.tsx';

/** Finds pages of the letters that wait, by their words; the words go in no address. */
export function findRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/mailroom/found', (c) => {
    staffOf(c, 'mailroom.search');
    return drawFound(c, { typed: '' });
  });
  app.post('/mailroom/found', async (c) => {
    const { ctx } = staffOf(c, 'mailroom.search');
    const typed = textOf(c.get('form'), 'words');
    try {
      return drawFound(c, { typed, found: await findLetters(ctx, typed) });
    } catch (error) {
      if (!isDeskError(error) || error.code !== 'invalid') throw error;
      return drawFound(c, { typed, problem: errorWords(error, c.get('language')) });
    }
  });
  return app;
}

interface Search {
  typed: string;
  found?: FoundLetters;
  problem?: string;
}

function drawFound(c: Parameters<typeof draw>[0], search: Search): Response | Promise<Response> {
  const language = c.get('language');
  const isWrong = search.problem !== undefined;
  return draw(
    c,
    {
      title: words(language).work.free.findTitle,
      current: 'mailroom',
      here: '/mailroom/found',
      hasErrors: isWrong,
      status: isWrong ? 422 : 200,
    },
    <FoundPage language={language} csrf={c.get('csrf')} {...search} />,
  );
}

function FoundPage({ language, csrf, typed, found, problem }: Search & { language: Language; csrf: string }) {
  const { stations, work } = words(language);
  const { free } = work;
  return (
    <>
      <a class="back" href="/mailroom">
        {stations.mailroom.title}
      </a>
      <ErrorSummary
        language={language}
        problems={problem === undefined ? [] : [{ path: 'words', message: problem }]}
        hrefOf={() => '#q-words'}
      />
      <h1>{free.findWaiting}</h1>
      <FindLetters language={language} csrf={csrf} typed={typed} problem={problem} />
      {found === undefined ? null : (
        <div role="status">
          <p>{found.pages.length === 0 ? free.foundNone : free.foundPages(found.pages.length)}</p>
          {found.isCut ? <p>{free.notAll(found.letters)}</p> : null}
          <ul>
            {found.pages.map(({ letterId, page, excerpt }) => (
              <li>
                <a href={`/mailroom/letters/${letterId}#page-${page}`}>{free.pageOfLetter(page)}</a>
                <p class="quiet">{excerpt}</p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
