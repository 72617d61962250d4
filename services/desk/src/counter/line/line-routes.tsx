import {
  type AbsenceWhy,
  callAgain,
  callNext,
  endAbsence,
  endVisit,
  freeCounter,
  type Family,
  holdVisit,
  leaveCounter,
  markNoShow,
  noteQuick,
  openVisit,
  readDeskLine,
  returnVisit,
  setAbsence,
  sitAtCounter,
  startServing,
  takeWalkIn,
  transferVisit,
} from '@guichet/casework';
import {
  type CounterId,
  DeskError,
  isDeskError,
  languageOr,
  type VisitId,
  type VisitRequestId,
} from '@guichet/kernel';
import { words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskEnv, DeskRequest } from '../../frame/desk-env.ts';
import { idAt } from '../../frame/id-at.ts';
import { textOf } from '../../frame/text-of.ts';
import { staffOf } from '../../session/require-staff.ts';
import { beginForm } from '../begin-form.ts';
import { isNonce } from '../counter-form.ts';
import { servicesPage } from '../services-page-answer.tsx';
import { findServices } from './find-service.ts';
import { leavePage } from './leave-page.tsx';
import { readTransfer } from './transfer-form.tsx';

/** Calls, serves and sends on the people at the counter, and begins what they ask. */
export function lineRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const ctxOf = (c: DeskRequest) => staffOf(c, 'counter.serve').ctx;
  const home = (c: DeskRequest, told?: string) =>
    c.redirect(told === undefined ? '/counter' : `/counter?told=${told}`, 303);

  app.post('/counter/seat', async (c) => {
    await sitAtCounter(ctxOf(c), idIn<CounterId>(c, 'counter', 'no-such-counter'));
    return home(c);
  });
  app.post('/counter/seat/end', leaveSeat);
  app.post('/counter/absence', async (c) => {
    await setAbsence(ctxOf(c), textOf(c.get('form'), 'why') as AbsenceWhy);
    return home(c);
  });
  app.post('/counter/absence/end', async (c) => {
    await endAbsence(ctxOf(c));
    return home(c);
  });

  app.post('/counter/calls', async (c) => {
    const next = await callNext(ctxOf(c));
    return home(c, next.kind === 'empty' ? 'empty' : undefined);
  });
  app.post('/counter/tickets', async (c) => {
    const ctx = ctxOf(c);
    const line = await readDeskLine(ctx);
    if (!line) throw new DeskError('conflict', 'no-counter-taken');
    const form = c.get('form');
    const { ticket } = await openVisit(ctx, {
      visitId: idIn<VisitId>(c, 'visit', 'no-such-visit'),
      placeId: line.counter.placeId,
      family: textOf(form, 'family') as Family,
      language: languageOr(textOf(form, 'language')),
      how: 'clerk',
      priority: textOf(form, 'priority') === 'yes',
    });
    return home(c, ticket);
  });
  app.post('/counter/quick', async (c) => {
    const id = idIn<VisitRequestId>(c, 'id', 'no-such-visit');
    await noteQuick(ctxOf(c), { id, family: textOf(c.get('form'), 'family') as Family });
    return home(c, 'counted');
  });
  app.post('/counter/requests', beginOne);

  app.post('/counter/visits/:id/call', async (c) => {
    await callAgain(ctxOf(c), idAt<'visit'>(c));
    return home(c);
  });
  app.post('/counter/visits/:id/service', async (c) => {
    await startServing(ctxOf(c), idAt<'visit'>(c));
    return home(c);
  });
  app.post('/counter/visits/:id/no-show', async (c) => {
    await markNoShow(ctxOf(c), idAt<'visit'>(c));
    return home(c);
  });
  app.post('/counter/visits/:id/return', async (c) => {
    await returnVisit(ctxOf(c), idAt<'visit'>(c));
    return home(c);
  });
  app.post('/counter/visits/:id/hold', async (c) => {
    await holdVisit(ctxOf(c), idAt<'visit'>(c));
    return home(c);
  });
  app.post('/counter/visits/:id/end', async (c) => {
    const ctx = ctxOf(c);
    await endVisit(ctx, idAt<'visit'>(c));
    if (textOf(c.get('form'), 'then') !== 'next') return home(c);
    const next = await callNext(ctx);
    return home(c, next.kind === 'empty' ? 'empty' : undefined);
  });
  app.post('/counter/visits/:id/transfer', async (c) => {
    const ctx = ctxOf(c);
    const line = await readDeskLine(ctx);
    const to = line && readTransfer(textOf(c.get('form'), 'to'), line);
    if (!to) throw new DeskError('invalid', 'no-such-counter');
    await transferVisit(ctx, { visitId: idAt<'visit'>(c), ...to });
    return home(c);
  });
  return app;
}

/** Gives the clerk's counter back; while a person is there, asks first what becomes of them, and then does that. */
async function leaveSeat(c: DeskRequest): Promise<Response> {
  const { ctx } = staffOf(c, 'counter.serve');
  const line = await readDeskLine(ctx);
  const form = c.get('form');
  const how = textOf(form, 'how');
  const visitId = textOf(form, 'visit') as VisitId;
  // Of another person than the page was drawn for, it is asked anew.
  if (line && visitId === (line.atHand?.visitId ?? '')) {
    if (how === 'free') await freeCounter(ctx, line.counter.id);
    if (how === 'end') await endVisit(ctx, visitId);
    if (how === 'transfer') {
      const to = readTransfer(textOf(form, 'to'), line);
      if (!to) throw new DeskError('invalid', 'no-such-counter');
      await transferVisit(ctx, { visitId, ...to });
    }
  }
  try {
    await leaveCounter(ctx);
    return c.redirect('/counter?told=left', 303);
  } catch (error) {
    if (!line || !isDeskError(error) || error.publicKey !== 'counter-busy') throw error;
    return await leavePage(c, line);
  }
}

/** Begins a request of the person at the counter; without a ticket they get one and are served at once. */
async function beginOne(c: DeskRequest): Promise<Response> {
  const { ctx } = staffOf(c, 'counter.serve');
  const form = c.get('form');
  const [text, chosen] = [textOf(form, 'service'), textOf(form, 'chosen')];
  const language = c.get('language');
  const found = findServices(ctx.catalogue, chosen === '' ? text : chosen, language);
  const [service] = found;
  const speaks = languageOr(textOf(form, 'language'));
  if (!service || found.length > 1) {
    const { line } = words(language).work.visits;
    const problem = text === '' ? line.wordMissing : found.length > 1 ? line.several : line.noService;
    return servicesPage(c, { find: { text, found, speaks, problem } });
  }
  const { code, theme } = service.definition;
  const line = await readDeskLine(ctx);
  if (!line) return c.redirect(`/counter/${code}`, 303);
  const number = idIn<VisitRequestId>(c, 'form', 'draft-not-found');
  let visitId = line.atHand?.visitId;
  if (!visitId) {
    visitId = idIn<VisitId>(c, 'visit', 'no-such-visit');
    await takeWalkIn(ctx, { visitId, family: theme, language: speaks });
  }
  const answeredIn = line.atHand?.language ?? speaks;
  await beginForm(ctx, { number, service, language: answeredIn, visitId });
  return c.redirect(`/counter/${code}/${number}`, 303);
}

/** Reads an id that a page of ours drew. Errors: not-found */
function idIn<T extends string>(c: DeskRequest, name: string, publicKey: string): T {
  const id = textOf(c.get('form'), name);
  if (!isNonce(id)) throw new DeskError('not-found', publicKey);
  return id as T;
}
