import {
  type AddedKind,
  addTask,
  logContact,
  type LoggedChannel,
  markTask,
  writeNote,
} from '@guichet/casework';
import { Hono } from 'hono';
import type { DeskEnv, DeskRequest } from '../../frame/desk-env.ts';
import { idAt } from '../../frame/id-at.ts';
import { textOf } from '../../frame/text-of.ts';
import { staffOf } from '../../session/require-staff.ts';
import { told, referenceOf, tried } from '../frame/case-frame.tsx';

/** Takes what staff write down on a case: notes, contacts elsewhere, and what is left to do. */
export function talkRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.post('/cases/:reference/notes', async (c) => {
    const { ctx } = staffOf(c);
    const text = textOf(c.get('form'), 'words');
    const key = textOf(c.get('form'), 'key');
    const done = await tried(c, { form: 'note', text }, () =>
      writeNote(ctx, { reference: referenceOf(c), words: text, key }),
    );
    return done instanceof Response ? done : told(c, 'noted');
  });

  app.post('/cases/:reference/contacts', async (c) => {
    const { ctx } = staffOf(c);
    const typed = typedOf(c, ['channel', 'direction', 'minutes']);
    const text = textOf(c.get('form'), 'words');
    const minutes = Number((typed['minutes'] ?? '').replace(',', '.'));
    const done = await tried(c, { form: 'contact', text, typed }, () =>
      logContact(ctx, {
        reference: referenceOf(c),
        channel: typed['channel'] as LoggedChannel,
        direction: typed['direction'] as 'in' | 'out',
        words: text,
        ...(typed['minutes'] === '' ? {} : { minutes }),
        key: textOf(c.get('form'), 'key'),
      }),
    );
    return done instanceof Response ? done : told(c, 'contactLogged');
  });

  app.post('/cases/:reference/tasks', async (c) => {
    const { ctx } = staffOf(c);
    const typed = typedOf(c, ['kind', 'dueOn', 'ask', 'waits']);
    const text = textOf(c.get('form'), 'words');
    const done = await tried(c, { form: 'task', text, typed }, () =>
      addTask(ctx, {
        reference: referenceOf(c),
        kind: typed['kind'] as AddedKind,
        words: text,
        dueOn: typed['dueOn'] ?? '',
        ask: typed['kind'] === 'missing-document' && typed['ask'] === 'yes',
        waits: typed['waits'] === 'yes',
        key: textOf(c.get('form'), 'key'),
      }),
    );
    return done instanceof Response ? done : told(c, 'taskAdded');
  });

  app.post('/cases/:reference/tasks/:id/completion', async (c) => {
    const isDone = textOf(c.get('form'), 'done') !== 'no';
    await markTask(staffOf(c).ctx, idAt<'task'>(c), isDone);
    return told(c, isDone ? 'taskDone' : 'taskUndone');
  });
  return app;
}

/** Keeps some controls of a posted form as they were sent. */
function typedOf(c: DeskRequest, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, textOf(c.get('form'), name)]));
}
