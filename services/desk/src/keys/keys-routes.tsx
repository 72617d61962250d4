import { isId, type TaskId } from '@guichet/kernel';
import { deskActs, words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskDeps, DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import {
  isChoice,
  keepKeyChoice,
  keyModes,
  keysTwice,
  letterKeys,
  pedalKeys,
  pedals,
  readKeyChoice,
  stationTools,
  usualKeys,
} from './key-choice.ts';
import { letterField } from './letter-field.ts';
import { KeysPage, type KeysPageProps } from './keys-page.tsx';

/** Lets a person choose the keys of the desk in this browser, and turn them off. */
export function keysRoutes({ https }: Pick<DeskDeps, 'https'>): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get('/keys', (c) =>
    keysPage(c, {
      choice: readKeyChoice(c),
      twice: [],
      told: c.req.query('told') === 'kept',
      ...taskOf(c.req.query('task')),
    }),
  );

  app.post('/keys', (c) => {
    staffOf(c);
    const form = c.get('form');
    const mode = keyModes.find((one) => one === textOf(form, 'mode')) ?? usualKeys.mode;
    const isUsual = textOf(form, '_usual') !== '';
    const chosen = <Name extends string>(
      names: readonly Name[],
      usual: Readonly<Record<Name, string>>,
      choices: readonly string[],
      field: (name: Name) => string = (name) => name,
    ) => {
      const asked = names.map((name) => textOf(form, field(name)));
      if (isUsual || !asked.every((key) => isChoice(key, choices))) return usual;
      return Object.fromEntries(names.map((name, at) => [name, asked[at] ?? ''])) as Record<Name, string>;
    };
    const choice = {
      mode,
      letters: chosen(deskActs, usualKeys.letters, letterKeys, letterField),
      pedals: chosen(pedals, usualKeys.pedals, pedalKeys),
      station: chosen(stationTools, usualKeys.station, pedalKeys),
    };
    const { task } = taskOf(textOf(form, 'task'));
    const twice = [
      ...keysTwice(choice.letters, deskActs).map(letterField),
      ...keysTwice(choice.pedals, pedals),
      ...keysTwice(choice.station, stationTools),
    ];
    if (twice.length > 0) return keysPage(c, { choice, twice, ...(task && { task }) }, 422);
    keepKeyChoice(c, choice, https);
    return c.redirect(task ? `/tasks/${task}?told=keys` : '/keys?told=kept', 303);
  });
  return app;
}

function taskOf(value: string | undefined): { task?: TaskId } {
  return value !== undefined && isId(value) ? { task: value as TaskId } : {};
}

function keysPage(c: DeskRequest, props: Omit<KeysPageProps, 'language' | 'csrf'>, status = 200) {
  staffOf(c);
  const language = c.get('language');
  return draw(
    c,
    {
      title: words(language).desk.keys.title,
      here: '/keys',
      status,
      hasErrors: props.twice.length > 0,
    },
    <KeysPage language={language} csrf={c.get('csrf')} {...props} />,
  );
}
