import { confirmClosure, sendBackClosure, withdrawClosure } from '@guichet/casework';
import { Hono } from 'hono';
import type { DeskEnv } from '../../frame/desk-env.ts';
import { textOf } from '../../frame/text-of.ts';
import { staffOf } from '../../session/require-staff.ts';
import { referenceOf, told, tried } from '../frame/case-frame.tsx';
import { seeing } from '../lock/seen-field.tsx';

/** Confirms a closure that another person proposed, sends it back, or takes one's own back. */
export function proposalRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.post('/cases/:reference/proposal/confirmation', async (c) => {
    const done = await tried(c, { form: 'closure' }, () => confirmClosure(seeing(c), referenceOf(c)));
    return done instanceof Response ? done : told(c, done.kind);
  });

  app.post('/cases/:reference/proposal/return', async (c) => {
    const text = textOf(c.get('form'), 'reason');
    const done = await tried(c, { form: 'send-back', text }, () =>
      sendBackClosure(staffOf(c).ctx, referenceOf(c), text),
    );
    return done instanceof Response ? done : told(c, 'sentBack');
  });

  app.post('/cases/:reference/proposal/withdrawal', async (c) => {
    await withdrawClosure(staffOf(c).ctx, referenceOf(c));
    return told(c, 'withdrawn');
  });
  return app;
}
