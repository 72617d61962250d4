import {
  actOnCases,
  casesOfActMax,
  dropView,
  keepView,
  type QueueAct,
  type QueueActId,
  type QueueFilter,
  type QueueViewId,
  readFilter,
  undoAct,
  writeFilter,
} from '@guichet/casework';
import { DeskError, isId, parseReference, type StaffId } from '@guichet/kernel';
import { Hono } from 'hono';
import type { DeskDeps, DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { formProblem } from '../frame/form-problem.tsx';
import { idAt } from '../frame/id-at.ts';
import { checkedOf, textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { writeOutcome } from './act-outcome.ts';
import type { RefusedAct } from './acts-bar.tsx';

/** Draws the queue under filters again, with an act that was refused. */
export type DrawRefused = (c: DeskRequest, refused: RefusedAct) => Response | Promise<Response>;

/** Does one thing with the cases chosen, undoes it, and keeps and drops views. */
export function actRoutes({ log }: Pick<DeskDeps, 'log'>, drawRefused: DrawRefused): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.post('/queue/acts', async (c) => {
    const { ctx, actor } = staffOf(c, 'queue.act');
    const form = c.get('form');
    const chosen = checkedOf(form, 'case').slice(0, casesOfActMax + 1);
    const references = chosen.flatMap((text) => parseReference(text) ?? []);
    let told = '';
    const problem = await formProblem(c, { at: controls, usual: 'waiting' }, async () => {
      const act = actOf(c, actor.staffId);
      const { id, cases, fault } = await actOnCases(ctx, act, references);
      if (fault) log.error({ event: 'queue.act-stopped', requestId: c.get('requestId'), err: fault });
      told = writeOutcome(act.kind, id, cases);
    });
    if (!problem) return c.redirect(`/?${joined(backOf(c), told)}`, 303);
    return drawRefused(c, {
      problem,
      chosen: references,
      to: textOf(form, 'act-to'),
      team: textOf(form, 'act-team'),
      reason: textOf(form, 'act-reason'),
      filter: readBack(c),
      after: textOf(form, 'after') || undefined,
    });
  });

  app.post('/queue/acts/:id/undoing', async (c) => {
    const { ctx } = staffOf(c, 'queue.act');
    const cases = await undoAct(ctx, idAt<'queue-act'>(c) as QueueActId);
    return c.redirect(`/?${joined(backOf(c), writeOutcome('undone', undefined, cases))}`, 303);
  });

  app.post('/queue/views', async (c) => {
    const form = c.get('form');
    const filters = new URLSearchParams(textOf(form, 'filters').slice(0, 500));
    const filter = readFilter((key) => filters.get(key) ?? undefined);
    const [name, team] = [textOf(form, 'name'), textOf(form, 'team')];
    await keepView(staffOf(c).ctx, { name, filter, ...(team === '' ? {} : { team }) });
    return c.redirect(`/?${joined(writeFilter(filter), 'told=kept')}`, 303);
  });

  app.post('/queue/views/:id/removal', async (c) => {
    await dropView(staffOf(c).ctx, idAt<'queue-view'>(c) as QueueViewId);
    return c.redirect('/?told=dropped', 303);
  });
  return app;
}

function actOf(c: DeskRequest, me: StaffId): QueueAct {
  const form = c.get('form');
  const [to, team] = [textOf(form, 'act-to'), textOf(form, 'act-team')];
  switch (textOf(form, 'act')) {
    case 'take':
      return { kind: 'assign', to: me };
    case 'return':
      return { kind: 'return' };
    case 'assign':
      if (!isId(to)) throw new DeskError('invalid', 'not-of-the-team');
      return { kind: 'assign', to: to as StaffId };
    case 'move':
      return { kind: 'move', team, reason: textOf(form, 'act-reason') };
    default:
      throw new DeskError('invalid', 'invalid');
  }
}

/** The control that each refusal is about; of the others, the list. */
const controls: Readonly<Record<string, string>> = {
  'not-of-the-team': 'act-to',
  'no-such-team': 'act-team',
  'reason-missing': 'act-reason',
};

/** The filters that the form came from, read again: an address holds nothing that is not ours. */
function readBack(c: DeskRequest): QueueFilter {
  const query = new URLSearchParams(textOf(c.get('form'), 'back').slice(0, 500));
  return readFilter((key) => query.get(key) ?? undefined);
}

const backOf = (c: DeskRequest): string => writeFilter(readBack(c));

const joined = (...parts: string[]): string => parts.filter((part) => part !== '').join('&');
