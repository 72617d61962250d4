import { resumeDraft } from '@guichet/casework';
import { isDeskError, parseDraftNumber, parseReference } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { type Context, Hono } from 'hono';
import type { DoorDeps, DoorEnv } from '../door.ts';
import { formToken, requireFormToken } from '../http/form-token.ts';
import { readForm } from '../http/read-form.ts';
import { draftCookie } from './draft-cookie.ts';
import { drawPage } from './draw-page.tsx';
import { nextHref, openDraft } from './open-draft.ts';
import { ResumePage, type ResumeTyped, type ResumeWrong } from './resume.page.tsx';

/** Unit: bytes. */
const bytesMax = 16 * 1024;

/**
 * Goes on here with a draft begun at any door, from its number and its code.
 *
 * Guarantee: the code is in no address; a wrong number and a wrong code look the same; what was typed is shown again.
 */
export function resumeRoute(deps: DoorDeps): Hono<DoorEnv> {
  const app = new Hono<DoorEnv>();
  const { keyring } = deps.desk;

  app.get('/resume', (c) => draw(c, { number: textOf(c.req.query('n')), code: '' }));

  app.post('/resume', async (c) => {
    const form = await readForm(c, bytesMax);
    requireFormToken(keyring, 'resume', form);
    const typed = { number: textOf(form['number']), code: textOf(form['code']) };
    const wrong = wrongIn(typed);
    if (wrong.length > 0) return draw(c, typed, wrong);
    try {
      const resumed = await resumeDraft(deps.desk, typed);
      if (resumed.kind === 'submitted') return draw(c, typed, ['submitted']);
      draftCookie.give(deps, c, resumed.draft.id);
      return c.redirect(nextHref(await openDraft(deps, c, resumed.draft.id)), 303);
    } catch (error) {
      if (!isDeskError(error) || error.code !== 'not-found') throw error;
      return draw(c, typed, ['unknown']);
    }
  });
  return app;

  function draw(c: Context<DoorEnv>, typed: ResumeTyped, wrong: readonly ResumeWrong[] = []) {
    const language = c.get('language');
    return drawPage(
      deps,
      c,
      { title: words(language).walk.resume.title, backHref: '/', hasErrors: wrong.length > 0 },
      <ResumePage language={language} typed={typed} wrong={wrong} csrf={formToken(keyring, 'resume')} />,
      wrong.length > 0 ? 422 : 200,
    );
  }
}

/** What can be said of the two before any table is asked; a number that is a reference is told apart by itself. */
function wrongIn({ number, code }: ResumeTyped): ResumeWrong[] {
  const wrong: ResumeWrong[] = [];
  if (number === '') wrong.push('number');
  else if (parseReference(number)) return ['reference'];
  else if (!parseDraftNumber(number)) wrong.push('digits');
  if (code === '') wrong.push('code');
  return wrong;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, 40) : '';
}
