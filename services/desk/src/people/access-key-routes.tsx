import {
  accessKeyDaysMax,
  type AccessKeyId,
  type AccessKeyRow,
  makeAccessKey,
  revokeAccessKey,
} from '@guichet/casework';
import { type DeskError, isDeskError, isId, type Language, newId } from '@guichet/kernel';
import { Button, CsrfField, type FieldProblem, Panel, words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { idAt } from '../frame/id-at.ts';
import { TextLine } from '../frame/text-line.tsx';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { AccessKeysSection } from './access-keys-section.tsx';

/** What was typed of a key. */
export interface KeyTyped {
  name: string;
  days: string;
}
type RefusedKey = (c: DeskRequest, error: DeskError, at: string, typed: KeyTyped) => Promise<Response>;

/** Makes and revokes the keys by which programs act in the name of who is signed in, and ends those of a colleague. */
export function accessKeyRoutes(refused: RefusedKey): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.post('/account/keys', async (c) => {
    const { ctx } = staffOf(c);
    const form = c.get('form');
    const id = textOf(form, 'id');
    const [name, days, password] = [textOf(form, 'name'), textOf(form, 'days'), form['current']];
    const current = typeof password === 'string' ? password : '';
    let done;
    try {
      const key = (isId(id) ? id : newId()) as AccessKeyId;
      done = await makeAccessKey(ctx, { id: key, name, days: Number(days), current });
    } catch (error) {
      if (!isDeskError(error)) throw error;
      return refused(c, error, fields[error.publicKey] ?? 'key-current', { name, days });
    }
    const { keys } = words(c.get('language')).work.people;
    return draw(
      c,
      { title: keys.madeTitle, here: '/account' },
      <>
        <Panel title={keys.madeTitle}>
          {done.kind === 'made' ? <p class="secret">{done.token}</p> : null}
        </Panel>
        <p>{done.kind === 'made' ? keys.made : keys.alreadyMade}</p>
        <p>
          <a href="/account">{keys.back}</a>
        </p>
      </>,
    );
  });

  app.post('/account/keys/:id/revocation', async (c) => {
    await revokeAccessKey(staffOf(c).ctx, idAt<'access-key'>(c));
    return c.redirect('/account?told=revoked', 303);
  });

  app.post('/supervisor/staff/:id/keys/:key/revocation', async (c) => {
    await revokeAccessKey(staffOf(c, 'staff.write').ctx, idAt<'access-key'>(c, 'key'));
    return c.redirect(`/supervisor/staff/${idAt<'staff'>(c)}?told=saved`, 303);
  });
  return app;
}

/** Where what was typed is wrong. */
const fields: Readonly<Record<string, string>> = { 'access-key-name': 'name', 'access-key-days': 'days' };

/** Draws the keys of who is signed in, and the form that makes one. */
export function OwnKeys({
  language,
  csrf,
  keys: mine,
  typed,
  problem,
}: {
  language: Language;
  csrf: string;
  keys: readonly AccessKeyRow[];
  typed?: KeyTyped | undefined;
  problem?: FieldProblem | undefined;
}) {
  const { keys } = words(language).work.people;
  return (
    <>
      <h2>{keys.title}</h2>
      <p class="quiet">
        {keys.lead} <a href="/openapi.json">{keys.docs}</a>
      </p>
      <AccessKeysSection language={language} csrf={csrf} at="/account/keys" title={keys.title} keys={mine} />
      <form method="post" action="/account/keys" class="form form-dense">
        <CsrfField token={csrf} />
        <input type="hidden" name="id" value={newId()} />
        <TextLine id="name" label={keys.name} hint={keys.nameHint} value={typed?.name} problem={problem} />
        <TextLine
          id="days"
          label={keys.days}
          hint={keys.daysHint(accessKeyDaysMax)}
          value={typed?.days ?? '90'}
          problem={problem}
        />
        <TextLine
          id="key-current"
          name="current"
          type="password"
          label={keys.current}
          hint={keys.currentHint}
          autocomplete="current-password"
          problem={problem}
        />
        <Button kind="secondary">{keys.make}</Button>
      </form>
    </>
  );
}
