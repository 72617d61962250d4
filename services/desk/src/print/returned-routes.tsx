import {
  findPostings,
  type FoundPosting,
  listReturned,
  noteReturned,
  pageKey,
  receiveBatch,
  type Returned,
  type ReturnedWhy,
  returnedWhys,
} from '@guichet/casework';
import { pageSigner } from '@guichet/channels/mail';
import { DeskError, formatReference, isDeskError, type Language, type PostingId } from '@guichet/kernel';
import { errorWords, formatInstant, words } from '@guichet/pages';
import { readUpload } from '@guichet/platform/http';
import { Hono } from 'hono';
import type { DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { idAt } from '../frame/id-at.ts';
import { filesOf, textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { readEnvelopeCode } from './read-envelope-code.ts';
import { FoundPostings, ReturnedPage } from './returned-page.tsx';

/** Takes in envelopes that came back: by the code of their letter, one by one, or as a scanned pile. */
export function returnedRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get('/print/returned', (c) => {
    const { returned } = words(c.get('language')).work.print;
    const told: Readonly<Record<string, string>> = {
      received: returned.received,
      before: returned.receivedBefore,
    };
    const key = c.req.query('told') ?? '';
    return returnedPage(c, Object.hasOwn(told, key) ? { told: told[key] ?? '' } : {});
  });

  app.post('/print/returned', async (c) => {
    const { ctx } = staffOf(c, 'mail.return');
    const typed = textOf(c.get('form'), 'code');
    const { problems } = words(c.get('language')).work.print.returned;
    const why = whyOf(c);
    const read = readEnvelopeCode(typed, pageSigner(pageKey(ctx.keyring)));
    if (typeof read === 'string')
      return returnedPage(c, { typed, why, problem: { path: 'code', message: problems[read] } }, 422);
    const found = await findPostings(ctx, read);
    if (found.length === 0)
      return returnedPage(c, { typed, why, problem: { path: 'code', message: problems['not-found'] } }, 422);
    return foundPage(c, found, why);
  });

  app.post('/print/returned/scans', async (c) => {
    const { ctx } = staffOf(c, 'mail.return');
    const language = c.get('language');
    const { returned } = words(language).work.print;
    const files = filesOf(c.get('form'), 'file');
    const why = whyOf(c) ?? 'unstated';
    const refuse = (message: string) => returnedPage(c, { why, problem: { path: 'file', message } }, 422);
    if (files.length === 0) return refuse(returned.chooseFile);
    let fresh = 0;
    const otherwise: string[] = [];
    try {
      const uploads = await Promise.all(files.map(readUpload));
      for (const upload of uploads) {
        const received = await receiveBatch(ctx, { ...upload, source: 'upload', returnedWhy: why });
        if (received.kind === 'received') fresh += 1;
        if (received.kind === 'otherwise')
          otherwise.push(
            received.returnedWhy === null
              ? returned.receivedAsMail(upload.fileName)
              : returned.receivedFor(upload.fileName, returned.whys[received.returnedWhy]),
          );
      }
    } catch (error) {
      if (!isDeskError(error) || error.code !== 'invalid') throw error;
      return refuse(errorWords(error, language));
    }
    if (otherwise.length > 0) {
      const told = fresh > 0 ? { told: returned.received } : {};
      return returnedPage(c, { why, problem: { path: 'file', message: otherwise.join(' ') }, ...told }, 422);
    }
    return c.redirect(`/print/returned?told=${fresh > 0 ? 'received' : 'before'}`, 303);
  });

  app.post('/print/returned/:id', async (c) => {
    const { ctx } = staffOf(c, 'mail.return');
    const why = whyOf(c);
    const id = idAt<'posting'>(c) as PostingId;
    const language = c.get('language');
    if (why === undefined) throw new DeskError('invalid', 'returned-why-missing');
    const done = await noteReturned(ctx, id, why);
    return returnedPage(c, { told: toldOf(done, language), why });
  });
  return app;
}

function whyOf(c: DeskRequest): ReturnedWhy | undefined {
  return returnedWhys.find((one) => one === textOf(c.get('form'), 'why'));
}

/** Says what became of it: told now, told before, or a task. */
function toldOf(done: Returned, language: Language): string {
  const { returned } = words(language).work.print;
  if (done.kind === 'not-posted') return returned.notPosted;
  if (done.kind === 'already')
    return returned.already(formatInstant(done.returnedAt, language), returned.whys[done.why]);
  if (done.kind === 'answer-returned')
    return done.isToAskAgain ? `${returned.answerNoted} ${returned.askAgain}` : returned.answerNoted;
  const ways: Readonly<Record<string, string>> = returned.toldBy;
  const then = done.told === undefined ? returned.task : (ways[done.told] ?? '');
  const held = done.withdrawn === 0 ? [] : [returned.withdrawn(done.withdrawn)];
  return [returned.noted(formatReference(done.reference)), then, ...held].join(' ');
}

function foundPage(c: DeskRequest, found: FoundPosting[], why: ReturnedWhy | undefined) {
  const { ctx } = staffOf(c, 'mail.return');
  const language = c.get('language');
  return draw(
    c,
    { title: words(language).work.print.returned.foundTitle, current: 'print', here: '/print/returned' },
    <FoundPostings
      language={language}
      csrf={c.get('csrf')}
      catalogue={ctx.catalogue}
      found={found}
      why={why}
    />,
  );
}

async function returnedPage(
  c: DeskRequest,
  more: {
    told?: string;
    typed?: string;
    why?: ReturnedWhy | undefined;
    problem?: { path: string; message: string };
  },
  status = 200,
): Promise<Response> {
  const { ctx } = staffOf(c, 'mail.return');
  const language = c.get('language');
  return draw(
    c,
    {
      title: words(language).work.print.returned.title,
      current: 'print',
      status,
      hasErrors: more.problem !== undefined,
      here: '/print/returned',
    },
    <ReturnedPage
      language={language}
      csrf={c.get('csrf')}
      catalogue={ctx.catalogue}
      mail={await listReturned(ctx)}
      {...more}
    />,
  );
}
