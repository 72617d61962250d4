import {
  addCounter,
  addPlace,
  type DeviceUse,
  deviceUses,
  familiesOf,
  freeCounter,
  isFamily,
  listCounters,
  listDevices,
  listPlaces,
  makeDevice,
  revokeDevice,
} from '@guichet/casework';
import { type CounterId, DeskError, isId, type PlaceId } from '@guichet/kernel';
import { type FieldProblem, words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskDeps, DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { formProblem, problemFacts } from '../frame/form-problem.tsx';
import { idAt } from '../frame/id-at.ts';
import { checkedOf, textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { CountersPage } from './counters-page.tsx';

/** Keeps the places, their counters, and the devices of their halls. */
export function countersRoutes(deps: DeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const ctxOf = (c: DeskRequest) => staffOf(c, 'place.write').ctx;

  const page = async (c: DeskRequest, extra: { problem?: FieldProblem; code?: string } = {}) => {
    const ctx = ctxOf(c);
    const language = c.get('language');
    const { manage } = words(language).work.visits;
    const told: Readonly<Record<string, string>> = {
      done: manage.done,
      revoked: manage.revoked,
      freed: manage.freed,
    };
    return draw(
      c,
      {
        title: manage.title,
        current: 'supervisor',
        here: '/supervisor/counters',
        ...problemFacts(extra.problem),
      },
      <CountersPage
        language={language}
        csrf={c.get('csrf')}
        places={await listPlaces(ctx)}
        counters={await listCounters(ctx)}
        devices={await listDevices(ctx)}
        families={familiesOf(ctx.catalogue)}
        told={told[c.req.query('told') ?? '']}
        form={extra.problem === undefined ? {} : c.get('form')}
        deviceAddress={`${deps.deskUrl?.replace(/\/$/, '') ?? new URL(c.req.url).origin}/counter/device`}
        {...extra}
      />,
    );
  };
  const tried = async (c: DeskRequest, usual: string, verb: () => Promise<unknown>) => {
    const problem = await formProblem(c, { usual }, verb);
    return problem ? page(c, { problem }) : c.redirect('/supervisor/counters?told=done', 303);
  };

  app.get('/supervisor/counters', (c) => page(c));
  app.post('/supervisor/places', (c) => {
    const form = c.get('form');
    const name = { fr: textOf(form, 'fr'), en: textOf(form, 'en') };
    return tried(c, 'place-code', () =>
      addPlace(ctxOf(c), { code: textOf(form, 'code'), name, timeZone: textOf(form, 'zone') }),
    );
  });
  app.post('/supervisor/counters', async (c) => {
    const form = c.get('form');
    const placeId = idOf<PlaceId>(textOf(form, 'place'), 'no-such-place');
    const families = checkedOf(form, 'family').filter(isFamily);
    const place = (await listPlaces(ctxOf(c))).find(({ id }) => id === placeId);
    return tried(c, `counter-${place?.code}`, () =>
      addCounter(ctxOf(c), { placeId, name: textOf(form, 'name'), families }),
    );
  });
  app.post('/supervisor/counters/:id/freeing', async (c) => {
    await freeCounter(staffOf(c, 'counter.serve').ctx, idAt<'counter'>(c));
    return c.redirect('/supervisor/counters?told=freed', 303);
  });
  app.post('/supervisor/devices', async (c) => {
    const [use = '', place = '', counter] = textOf(c.get('form'), 'for').split(':');
    if (!deviceUses.includes(use as DeviceUse)) throw new DeskError('invalid', 'no-such-device');
    const { code } = await makeDevice(ctxOf(c), {
      use: use as DeviceUse,
      placeId: idOf<PlaceId>(place, 'no-such-place'),
      ...(counter === undefined ? {} : { counterId: idOf<CounterId>(counter, 'no-such-counter') }),
    });
    return page(c, { code });
  });
  app.post('/supervisor/devices/:id/end', async (c) => {
    await revokeDevice(ctxOf(c), idAt<'device'>(c));
    return c.redirect('/supervisor/counters?told=revoked', 303);
  });
  return app;
}

function idOf<T extends string>(text: string, publicKey: string): T {
  if (!isId(text)) throw new DeskError('not-found', publicKey);
  return text as T;
}
